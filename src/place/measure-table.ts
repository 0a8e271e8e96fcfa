import { BAND_MEASURES } from './band-measure-table.ts';
import { CODES_OF_2024, HALF_TERMS, PANDEMIC } from './breaks.ts';
import { DAILY_MEASURES, POSSIBLE } from './daily-measure-table.ts';
import { DEPRIVATION_MEASURES } from './deprivation-measure-table.ts';
import type { Measure } from './measure.ts';
import { PLAN_MEASURES } from './plan-measure-table.ts';
import { PUPIL_MEASURES } from './pupil-measure-table.ts';
import { REASON_MEASURES } from './reason-measure-table.ts';
import { WAIT_MEASURES } from './wait-measure-table.ts';

const ABSENCE = {
  topic: 'absence',
  unit: 'percent',
  polarity: 'lower-is-better',
  publication: 'pupil-absence',
  periods: 'School years; autumn, spring, and autumn and spring terms',
  geography: 'England, regions, authorities',
  exclusions: [
    'Pupils under 5 or over 15 on 31 August before the year.',
    'Boarders.',
    'Pupils enrolled for the first time in the last half term.',
    'For pupils aged 15, sessions in the last half term.',
    'Pupil referral units and other alternative provision, which DfE publishes separately.',
  ],
  source: 'DfE, “Pupil absence statistics: methodology”',
  breaks: [HALF_TERMS, ...PANDEMIC, CODES_OF_2024],
  compiled: false,
} as const satisfies Partial<Measure>;

const EXCLUSION = {
  topic: 'suspension',
  unit: 'per-100-pupils',
  polarity: 'lower-is-better',
  publication: 'suspensions-and-exclusions',
  periods: 'School years; terms',
  geography: 'England, regions, authorities',
  exclusions: [
    'Lunchtime suspensions.',
    'Exclusions overturned by governors.',
    'Alternative provision is not part of the total of primary, secondary and special schools.',
  ],
  source: 'DfE, “Pupil exclusion statistics: methodology”',
  breaks: PANDEMIC,
  compiled: false,
} as const satisfies Partial<Measure>;

const ENROLMENT = 'Pupils enrolled at a school at any time in the period; one who moves counts at each school';
const ON_ROLL = 'Pupils on roll in January, registered at one school only or with this as their main school';

/** Every published measure that is defined here, once. Readers, pages, the guide and the tests all use this table. */
export const MEASURES: readonly Measure[] = [
  {
    ...ABSENCE,
    id: 'overall-absence',
    name: 'Overall absence',
    definition: 'Sessions missed for any reason, agreed by the school or not, out of all possible sessions.',
    numerator: 'Sessions missed',
    denominator: POSSIBLE,
    columns: { rate: 'sess_overall_percent', numerator: 'sess_overall', denominator: 'sess_possible' },
    interactiveTool: { all: 'TotAbs', primary: 'PriTotAbs', secondary: 'SecTotAbs', special: 'total_absence_special' },
  },
  {
    ...ABSENCE,
    id: 'authorised-absence',
    name: 'Authorised absence',
    definition: 'Sessions missed with the school’s agreement, out of all possible sessions.',
    polarity: 'neither',
    numerator: 'Sessions missed with agreement',
    denominator: POSSIBLE,
    columns: { rate: 'sess_authorised_percent', numerator: 'sess_authorised', denominator: 'sess_possible' },
    interactiveTool: {
      all: 'TotAuthAbs',
      primary: 'PriAuth',
      secondary: 'SecAuth',
      special: 'authorised_absence_special',
    },
  },
  {
    ...ABSENCE,
    id: 'unauthorised-absence',
    name: 'Unauthorised absence',
    definition: 'Sessions missed without the school’s agreement, out of all possible sessions.',
    numerator: 'Sessions missed without agreement',
    denominator: POSSIBLE,
    columns: { rate: 'sess_unauthorised_percent', numerator: 'sess_unauthorised', denominator: 'sess_possible' },
    interactiveTool: {
      all: 'TotUnAuthAbs',
      primary: 'PriUnauth',
      secondary: 'SecUnauth',
      special: 'unauthorised_absence_special',
    },
  },
  {
    ...ABSENCE,
    id: 'persistent-absence',
    name: 'Persistent absence',
    definition: 'Enrolments that missed 10% or more of their own possible sessions.',
    numerator: 'Enrolments that missed 10% or more',
    denominator: ENROLMENT,
    columns: { rate: 'enrolments_pa_10_exact_percent', numerator: 'enrolments_pa_10_exact', denominator: 'enrolments' },
    interactiveTool: {
      all: 'TotPerAbNew',
      primary: 'SFPriPerAbNew',
      secondary: 'SFSecPerAbNew',
      special: 'SpecPerAbNew',
    },
  },
  {
    ...ABSENCE,
    id: 'severe-absence',
    name: 'Severe absence',
    definition: 'Enrolments that missed 50% or more of their own possible sessions.',
    numerator: 'Enrolments that missed 50% or more',
    denominator: ENROLMENT,
    columns: { rate: 'enrolments_pa_50_exact_percent', numerator: 'enrolments_pa_50_exact', denominator: 'enrolments' },
    interactiveTool: {
      all: 'TotSevPerAbNew',
      primary: 'SFPriSevPerAbNew',
      secondary: 'SFSecSevPerAbNew',
      special: 'SpecSevPerAbNew',
    },
  },
  {
    ...EXCLUSION,
    id: 'suspension-rate',
    name: 'Suspensions',
    definition:
      'Suspensions in the period for every 100 pupils on roll in January. A pupil suspended twice counts twice.',
    numerator: 'Suspensions',
    denominator: ON_ROLL,
    columns: { rate: 'susp_rate', numerator: 'suspension', denominator: 'headcount' },
    interactiveTool: { all: 'TotFixedEx', primary: 'PriFixedEx', secondary: 'SecFixedEx', special: 'SpecFixedEx' },
  },
  {
    ...EXCLUSION,
    id: 'pupils-suspended-rate',
    name: 'Pupils suspended at least once',
    definition: 'Pupils suspended once or more in the period, for every 100 pupils on roll in January.',
    numerator: 'Pupils suspended at least once',
    denominator: ON_ROLL,
    columns: { rate: 'one_plus_susp_rate', numerator: 'one_plus_susp', denominator: 'headcount' },
    interactiveTool: {
      all: 'Total_ Pup_FixedEx',
      primary: 'Pri_ Pup_FixedEx',
      secondary: 'Sec_ Pup_FixedEx',
      special: 'Spec_ Pup_FixedEx',
    },
  },
  {
    ...EXCLUSION,
    id: 'permanent-exclusion-rate',
    name: 'Permanent exclusions',
    definition: 'Permanent exclusions in the period for every 100 pupils on roll in January.',
    numerator: 'Permanent exclusions',
    denominator: ON_ROLL,
    columns: { rate: 'perm_excl_rate', numerator: 'perm_excl', denominator: 'headcount' },
    interactiveTool: { all: 'TotPermEx', primary: 'PriPermEx', secondary: 'SecPermEx', special: 'SpecPermEx' },
  },
  ...BAND_MEASURES,
  ...REASON_MEASURES,
  ...DAILY_MEASURES,
  ...PUPIL_MEASURES,
  ...PLAN_MEASURES,
  ...DEPRIVATION_MEASURES,
  ...WAIT_MEASURES,
];
