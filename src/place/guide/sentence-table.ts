import { academicYearStarting } from '#kernel';
import { GUIDE_TERM, GUIDE_YEAR, termText } from './place-figure-table.ts';
import { printedAbove, printedMillions, printedNumber, printedWords } from './printed.ts';
import type { GuideStatement } from './statement.ts';

const BEFORE = { kind: 'academic-year', year: academicYearStarting(2023) } as const;
const LAST_BY_AGE = { kind: 'academic-year', year: academicYearStarting(2016) } as const;

const NOT_STATED = 'not stated; taken as the 2023/24 school year, the last with regional rates';
const MUCH_HIGHER = printedAbove('much higher', 'times', 2, '“Much higher” is taken as at least twice.');
const RAISED = printedAbove('raised', 'times', 1, '“Raised” is taken as above the rate of all pupils.');

/** What the guide says in sentences of its national picture and its chapter on place. */
export const SENTENCE_STATEMENTS: readonly GuideStatement[] = [
  {
    id: 'persistent-absence-north-east',
    theme: 'absence',
    place: 'North East',
    title: 'Persistent absence: North East',
    says: 'Persistent absence in the North East',
    printed: printedNumber('22.1', 'percent'),
    period: '2023/24 school year',
    method: { kind: 'published', measure: 'persistent-absence', area: 'north-east', period: BEFORE },
  },
  {
    id: 'persistent-absence-england',
    theme: 'absence',
    place: 'England',
    title: 'Persistent absence: England',
    says: 'Persistent absence in England, beside it',
    printed: printedNumber('20', 'percent'),
    period: '2023/24 school year',
    method: { kind: 'published', measure: 'persistent-absence', area: 'england', period: BEFORE },
  },
  {
    id: 'severe-absence-south-west',
    theme: 'absence',
    place: 'South West',
    title: 'Severe absence: parts of the South West',
    says: 'Severe absence in parts of the South West is up to this many times England’s',
    printed: printedNumber('1.57', 'times'),
    period: NOT_STATED,
    method: {
      kind: 'ratio-among-parts',
      measure: 'severe-absence',
      area: 'south-west',
      period: BEFORE,
      which: 'greatest',
    },
  },
  {
    id: 'suspension-north-east-against-england',
    theme: 'suspension',
    place: 'North East',
    title: 'Suspensions: North East against England',
    says: 'The suspension rate of the North East against England’s',
    printed: printedNumber('63', 'percent-above'),
    period: '2023/24 school year',
    method: { kind: 'ratio', measure: 'suspension-rate', area: 'north-east', period: BEFORE },
  },
  {
    id: 'suspension-parts-of-west-yorkshire',
    theme: 'suspension',
    place: 'West Yorkshire',
    title: 'Suspensions: parts of West Yorkshire',
    says: 'Suspensions in parts of West Yorkshire are up to this many times England’s',
    printed: printedNumber('1.9', 'times'),
    period: NOT_STATED,
    method: {
      kind: 'ratio-among-parts',
      measure: 'suspension-rate',
      area: 'west-yorkshire',
      period: BEFORE,
      which: 'greatest',
    },
  },
  {
    id: 'suspension-secondary',
    theme: 'suspension',
    place: 'England',
    title: 'Suspensions: secondary schools',
    says: 'Suspension in secondary schools against the other phases',
    printed: MUCH_HIGHER,
    period: NOT_STATED,
    method: { kind: 'secondary', measure: 'suspension-rate', period: BEFORE },
  },
  {
    id: 'suspension-years-7-and-8',
    theme: 'suspension',
    place: 'England',
    title: 'Suspensions: Years 7 and 8',
    says: 'Suspension in Years 7 and 8 against all pupils',
    printed: RAISED,
    period: 'not stated',
    method: { kind: 'ages', measure: 'suspension-rate', ages: [11, 12], period: LAST_BY_AGE },
  },
  {
    id: 'exclusion-north-east-against-england',
    theme: 'exclusion',
    place: 'North East',
    title: 'Exclusions: North East against England',
    says: 'The permanent exclusion rate of the North East against England’s',
    printed: printedWords(
      'almost double',
      'times',
      1.75,
      2,
      '“Almost double” is taken as from one and three quarter times to twice.',
    ),
    period: '2023/24 school year',
    method: { kind: 'ratio', measure: 'permanent-exclusion-rate', area: 'north-east', period: BEFORE },
  },
  {
    id: 'exclusion-parts-of-south-west',
    theme: 'exclusion',
    place: 'South West',
    title: 'Exclusions: parts of the South West',
    says: 'Permanent exclusions in some areas of the South West against England',
    printed: printedNumber('77', 'percent-above'),
    period: NOT_STATED,
    method: {
      kind: 'ratio-among-parts',
      measure: 'permanent-exclusion-rate',
      area: 'south-west',
      period: BEFORE,
      which: 'closest',
    },
  },
  {
    id: 'exclusion-secondary',
    theme: 'exclusion',
    place: 'England',
    title: 'Exclusions: secondary schools',
    says: 'Permanent exclusion in secondary schools against the other phases',
    printed: MUCH_HIGHER,
    period: NOT_STATED,
    method: { kind: 'secondary', measure: 'permanent-exclusion-rate', period: BEFORE },
  },
  {
    id: 'exclusion-years-7-and-8',
    theme: 'exclusion',
    place: 'England',
    title: 'Exclusions: Years 7 and 8',
    says: 'Permanent exclusion in Years 7 and 8 against all pupils',
    printed: RAISED,
    period: 'not stated',
    method: { kind: 'ages', measure: 'permanent-exclusion-rate', ages: [11, 12], period: LAST_BY_AGE },
  },
  ...extremes(),
  {
    id: 'half-of-suspended-children',
    theme: 'children',
    place: 'England',
    title: 'Half of suspended children',
    says: 'Share of suspended children who have special educational needs or receive free school meals (in texts beside the guide)',
    printed: printedWords('half', 'percent', 45, 55, '“Half” is taken as from 45% to 55%.'),
    period: 'not stated',
    method: { kind: 'either-group', period: GUIDE_TERM },
  },
  {
    id: 'poverty-greater-manchester',
    theme: 'children',
    place: 'Greater Manchester',
    title: 'Poverty: Greater Manchester',
    says: 'Children in Greater Manchester who live in poverty',
    printed: printedNumber('37', 'percent'),
    period: 'not stated',
    method: {
      kind: 'not-carried',
      reason:
        'Kith carries no count of children in poverty. The deprivation indices and free school meals are other things: one is about neighbourhoods, the other about benefits claimed.',
      needed:
        'The definition the guide uses, before or after housing costs, and its year. “Children in low income families: local area statistics” (Department for Work and Pensions and HM Revenue and Customs) gives it before housing costs for authorities; the End Child Poverty coalition’s local estimates give it after them.',
    },
  },
  {
    id: 'lost-days',
    theme: 'lost-days',
    place: 'England',
    title: 'Days of learning lost',
    says: 'Days of learning lost to absence and suspension (in texts beside the guide)',
    printed: printedMillions('34', 'days'),
    period: '2023/24 school year',
    method: { kind: 'lost-days', year: BEFORE.year },
  },
];

/** The guide calls several places highest or lowest nationally; these are the ones its table of places points to. */
function extremes(): readonly GuideStatement[] {
  const highest = printedAbove('highest', 'times', 1, '“Highest” is taken as above each of the other eight regions.');
  const lowest = printedAbove(
    'lowest',
    'times',
    1,
    '“Lowest” is taken as below each of the other eight regions: each of them is more than once its rate.',
  );
  const row = (
    id: string,
    measure: 'overall-absence' | 'suspension-rate' | 'permanent-exclusion-rate',
    area: 'north-east' | 'greater-london',
    words: string,
  ): GuideStatement => {
    const side = area === 'north-east' ? 'highest' : 'lowest';
    return {
      id,
      theme: 'extremes',
      place: area === 'north-east' ? 'North East' : 'Greater London',
      title: `${side === 'highest' ? 'Highest' : 'Lowest'} nationally: ${words.toLowerCase()}`,
      says: `${words} in ${area === 'north-east' ? 'the North East' : 'Greater London'} against the other regions`,
      printed: side === 'highest' ? highest : lowest,
      period: measure === 'overall-absence' ? '2024/25 school year' : termText(),
      method: {
        kind: 'extreme',
        measure,
        area,
        side,
        period: measure === 'overall-absence' ? GUIDE_YEAR : GUIDE_TERM,
      },
    };
  };
  return [
    row('highest-absence', 'overall-absence', 'north-east', 'Overall absence'),
    row('highest-suspension', 'suspension-rate', 'north-east', 'Suspensions'),
    row('highest-exclusion', 'permanent-exclusion-rate', 'north-east', 'Permanent exclusions'),
    row('lowest-absence', 'overall-absence', 'greater-london', 'Overall absence'),
    row('lowest-suspension', 'suspension-rate', 'greater-london', 'Suspensions'),
    row('lowest-exclusion', 'permanent-exclusion-rate', 'greater-london', 'Permanent exclusions'),
  ];
}
