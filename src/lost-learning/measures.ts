import { fullWeekMeasure } from './full-weeks.ts';
import type { AccountMeasure } from './measure.ts';
import { columnOf, states, statesLost, type StateId } from './states.ts';

const CONTRACT = 'Kith’s rules of the lost-learning account (docs/guides/account.md)';
const IPPR =
  'IPPR and The Difference, Who is losing learning? (2025): days lost to unauthorised absence and suspension';
const DFE = 'DfE, pupil absence statistics: methodology';

const COHORT = [
  'Boarders',
  'Pupils not aged 5 to 15 on 31 August before the year',
  'Enrolments that began on or after 1 June (the sixth half term)',
  'Sessions after 31 May for pupils aged 15 on 31 August',
  'Enrolments without a possible session',
  'Guest enrolments; sessions marked D; registers not taken',
] as const;

const stateMeasures: readonly AccountMeasure[] = states.map((state) => ({
  id: columnOf(state.id),
  title: state.title,
  definition: `Sessions in the state “${state.title.toLowerCase()}”: ${state.words.charAt(0).toLowerCase()}${state.words.slice(1)}`,
  unit: 'sessions',
  numerator: columnOf(state.id),
  states: [state.id],
  exclusions: [],
  source: CONTRACT,
}));

const totalIds = (total: 'headline' | 'absence' | 'extended'): readonly StateId[] =>
  statesLost(total).map((state) => state.id);

export const accountMeasures: readonly AccountMeasure[] = [
  {
    id: 'children',
    title: 'Children',
    definition: 'Different children with at least one session in the account.',
    unit: 'children',
    numerator: 'children',
    exclusions: ['Children with guest spells only'],
    source: CONTRACT,
  },
  {
    id: 'calendar',
    title: 'Sessions in the calendar',
    definition:
      'All sessions (half days) of the children’s calendars: each is in exactly one of ten states, and the states add up to this.',
    unit: 'sessions',
    numerator: 'calendar',
    states: states.map((state) => state.id),
    exclusions: [
      'Days a school does not open',
      'Days before a child’s first spell, and off roll outside compulsory school age',
    ],
    source: CONTRACT,
  },
  ...stateMeasures,
  {
    id: 'possible',
    title: 'Possible sessions',
    definition:
      'Sessions in which the child could attend: attended, suspended, unauthorised, part-time and authorised.',
    unit: 'sessions',
    numerator: 'possible',
    states: states.filter((state) => state.possible).map((state) => state.id),
    exclusions: [
      'Access not provided',
      'Neither school has a record',
      'Not required',
      'Register not taken',
      'On no school’s roll',
    ],
    source: CONTRACT,
  },
  {
    id: 'lost_headline',
    title: 'Lost to suspension and unauthorised absence',
    definition:
      'Sessions suspended or absent without authority: the headline that can be compared with “Who is losing learning?”.',
    unit: 'sessions',
    numerator: 'lost_headline',
    states: totalIds('headline'),
    exclusions: ['Authorised absence, part-time timetables and time off roll'],
    source: IPPR,
  },
  {
    id: 'lost_absence',
    title: 'Lost to all absence',
    definition: 'The headline, and authorised absence and part-time timetables.',
    unit: 'sessions',
    numerator: 'lost_absence',
    states: totalIds('absence'),
    exclusions: ['Time off roll, access not provided, and sessions neither school recorded'],
    source: CONTRACT,
  },
  {
    id: 'lost_extended',
    title: 'All learning lost',
    definition:
      'All absence, and what no absence figure shows: access not provided, sessions neither of two schools recorded, and time on no roll.',
    unit: 'sessions',
    numerator: 'lost_extended',
    states: totalIds('extended'),
    exclusions: ['Sessions not required and registers not taken, which are shown beside it'],
    source: CONTRACT,
  },
  {
    id: 'minutes_lost',
    title: 'Minutes lost inside sessions attended',
    definition: 'Minutes late and minutes out of lessons, in sessions the child attended; at most 180 a session.',
    unit: 'minutes',
    numerator: 'minutes_lost',
    exclusions: ['Lateness to a lesson in a session with an L', 'Minutes in sessions that were not attended'],
    source: CONTRACT,
  },
  {
    id: 'absence_rate',
    title: 'Share of possible sessions lost to absence',
    definition:
      'Sessions suspended, unauthorised, part-time or authorised, out of possible sessions, over all children in the account.',
    unit: 'per cent',
    numerator: 'lost_absence',
    denominator: 'possible',
    exclusions: ['Nothing is left out by age: the published rate below follows the DfE’s cohort'],
    source: CONTRACT,
  },
  {
    id: 'overall_percent',
    title: 'Overall absence',
    definition: 'Authorised and unauthorised absence out of possible sessions, by enrolment, as the DfE publishes it.',
    unit: 'per cent',
    numerator: 'overall',
    denominator: 'possible',
    exclusions: COHORT,
    source: DFE,
    published: 'overall-absence',
  },
  {
    id: 'authorised_percent',
    title: 'Authorised absence',
    definition:
      'Authorised absence (suspension and part-time timetables among it) out of possible sessions, by enrolment.',
    unit: 'per cent',
    numerator: 'authorised',
    denominator: 'possible',
    exclusions: COHORT,
    source: DFE,
    published: 'authorised-absence',
  },
  {
    id: 'unauthorised_percent',
    title: 'Unauthorised absence',
    definition: 'Codes G, N, O and U out of possible sessions, by enrolment.',
    unit: 'per cent',
    numerator: 'unauthorised',
    denominator: 'possible',
    exclusions: COHORT,
    source: DFE,
    published: 'unauthorised-absence',
  },
  {
    id: 'persistent_percent',
    title: 'Persistent absence',
    definition: 'Enrolments that missed 10% or more of their own possible sessions, out of enrolments.',
    unit: 'per cent',
    numerator: 'persistent_enrolments',
    denominator: 'enrolments',
    exclusions: COHORT,
    source: DFE,
    published: 'persistent-absence',
  },
  {
    id: 'severe_percent',
    title: 'Severe absence',
    definition: 'Enrolments that missed 50% or more of their own possible sessions, out of enrolments.',
    unit: 'per cent',
    numerator: 'severe_enrolments',
    denominator: 'enrolments',
    exclusions: COHORT,
    source: DFE,
    published: 'severe-absence',
  },
  fullWeekMeasure,
  {
    id: 'suspension_rate',
    title: 'Suspension rate',
    definition:
      'Suspensions that began in the year, for every 100 sole and dual-main pupils on roll on the January census day.',
    unit: 'per 100 pupils',
    numerator: 'suspensions',
    denominator: 'census_pupils',
    exclusions: ['Lunchtime exclusions', 'Permanent exclusions', 'Withdrawn suspensions'],
    source: 'DfE, suspensions and permanent exclusions in England: methodology',
    published: 'suspension-rate',
  },
  {
    id: 'permanent_exclusion_rate',
    title: 'Permanent exclusion rate',
    definition:
      'Permanent exclusions that began in the year, for every 100 sole and dual-main pupils on roll on the January census day.',
    unit: 'per 100 pupils',
    numerator: 'permanent_exclusions',
    denominator: 'census_pupils',
    exclusions: ['Withdrawn exclusions'],
    source: 'DfE, suspensions and permanent exclusions in England: methodology',
    published: 'permanent-exclusion-rate',
  },
];

const byId = new Map(accountMeasures.map((measure) => [measure.id, measure]));

export function findAccountMeasure(id: string): AccountMeasure | undefined {
  return byId.get(id);
}

export function getAccountMeasure(id: string): AccountMeasure {
  const measure = byId.get(id);
  if (!measure) throw new Error(`account/no-measure: ${id}`);
  return measure;
}
