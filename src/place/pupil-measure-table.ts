import type { Measure } from './measure.ts';

const PUPILS = {
  topic: 'pupils',
  denominator: 'Pupils on roll in January in the same schools',
  unit: 'percent',
  polarity: 'neither',
  publication: 'pupil-characteristics',
  periods: 'School years, as counted in January',
  geography: 'England, authorities',
  exclusions: ['Independent schools.', 'Children on no roll.'],
  note: 'For all schools together the figure takes in state-funded nurseries and alternative provision too.',
  source: 'DfE, “Schools, pupils and their characteristics”, methodology',
  breaks: [],
  compiled: false,
} as const satisfies Partial<Measure>;

/** Who goes to school: what other rates are divided by, and what places are told apart by. */
export const PUPIL_MEASURES: readonly Measure[] = [
  {
    ...PUPILS,
    id: 'pupils-eligible-fsm',
    name: 'Pupils eligible for free school meals',
    definition: 'Pupils known to be eligible for and claiming free school meals in January, out of all pupils.',
    numerator: 'Pupils eligible for free school meals',
    breaks: [
      {
        from: 2018,
        reason:
          'From April 2018 a pupil once eligible stays eligible while Universal Credit is brought in, so shares rise.',
      },
    ],
    columns: { rate: 'pupils_fsm_percent', numerator: 'pupils_fsm', denominator: 'pupils_fsm_of' },
    interactiveTool: { primary: 'PriFSM', secondary: 'SecFSM' },
  },
  {
    ...PUPILS,
    id: 'pupils-disadvantaged',
    name: 'Disadvantaged pupils',
    definition: 'Pupils who count as disadvantaged for the pupil premium, out of all pupils.',
    numerator: 'Disadvantaged pupils',
    columns: {
      rate: 'pupils_disadvantaged_percent',
      numerator: 'pupils_disadvantaged',
      denominator: 'pupils_disadvantaged_of',
    },
  },
  {
    ...PUPILS,
    id: 'pupils-sen-support',
    topic: 'sen',
    name: 'Pupils with SEN support',
    definition: 'Pupils with special educational needs who have SEN support and no plan, out of all pupils.',
    numerator: 'Pupils with SEN support',
    exclusions: ['Children on no roll.'],
    columns: {
      rate: 'pupils_sen_support_percent',
      numerator: 'pupils_sen_support',
      denominator: 'pupils_sen_support_of',
    },
    interactiveTool: { all: 'SEN_TotSENSuP', primary: 'PrimNoStatements', secondary: 'SecNoStatements' },
  },
  {
    ...PUPILS,
    id: 'pupils-ehc-plan',
    topic: 'sen',
    name: 'Pupils with an education, health and care (EHC) plan',
    definition: 'Pupils with an EHC plan (before 2018 also a statement of SEN), out of all pupils.',
    numerator: 'Pupils with a plan or statement',
    exclusions: ['Children on no roll.'],
    columns: { rate: 'pupils_ehc_plan_percent', numerator: 'pupils_ehc_plan', denominator: 'pupils_ehc_plan_of' },
    interactiveTool: { all: 'SEN_TotStat', primary: 'PrimStatements', secondary: 'SecStatements' },
  },
  {
    ...PUPILS,
    id: 'pupils-eal',
    name: 'Pupils whose first language is other than English',
    definition: 'Pupils whose first language is known or believed to be other than English, out of all pupils.',
    numerator: 'Pupils with another first language',
    columns: { rate: 'pupils_eal_percent', numerator: 'pupils_eal', denominator: 'pupils_eal_of' },
    interactiveTool: { primary: 'EALPri', secondary: 'EALSec' },
  },
  {
    ...PUPILS,
    id: 'share-of-pupils',
    name: 'Share of pupils',
    definition:
      'Pupils of the group the figure is about (an ethnic group, a first language, a sex), out of all pupils.',
    numerator: 'Pupils of the group',
    geography: 'England, regions, authorities',
    columns: { rate: 'percent_of_pupils', numerator: 'headcount', denominator: 'pupils_of' },
  },
  {
    ...PUPILS,
    id: 'pupils-by-primary-need',
    topic: 'sen',
    name: 'Pupils by primary need',
    definition: 'Pupils with special educational needs by the need a school recorded as the first.',
    numerator: 'Pupils with this primary need',
    denominator: 'Nothing: it is a count',
    unit: 'count',
    geography: 'England',
    exclusions: ['Independent schools.', 'Pupils without identified special educational needs.'],
    source: 'DfE, “Special educational needs in England”, methodology',
    columns: { rate: 'pupils_by_need' },
  },
];
