import type { Measure } from './measure.ts';

const PLANS = {
  topic: 'sen',
  unit: 'percent',
  polarity: 'higher-is-better',
  publication: 'education-health-and-care-plans',
  periods: 'Calendar years',
  geography: 'England, regions, authorities',
  exclusions: [],
  source: 'DfE, “Education, health and care plans”, methodology',
  breaks: [],
  compiled: false,
} as const satisfies Partial<Measure>;

/** Education, health and care (EHC) plans: asked for, refused, made in time. */
export const PLAN_MEASURES: readonly Measure[] = [
  {
    ...PLANS,
    id: 'plans-within-20-weeks',
    name: 'EHC plans issued within 20 weeks',
    definition:
      'New EHC plans issued within 20 weeks of the request (the limit in law), out of new plans to which no exception applied.',
    numerator: 'Plans issued within 20 weeks',
    denominator: 'New plans issued in the year, exceptions left out',
    exclusions: [
      'Plans to which an exception in the regulations applied (SEND Regulations 2014, regulation 10 and 13).',
    ],
    columns: {
      rate: 'PC_plans_issued_20_weeks_ex',
      numerator: 'plans_issued_20_weeks_ex',
      denominator: 'plans_issued_den_ex',
    },
    interactiveTool: { all: 'SEN_EHC_Excpt_20wks' },
  },
  {
    ...PLANS,
    id: 'plans-within-20-weeks-all',
    name: 'EHC plans issued within 20 weeks, exceptions counted',
    definition: 'New EHC plans issued within 20 weeks of the request, out of all new plans.',
    numerator: 'Plans issued within 20 weeks',
    denominator: 'New plans issued in the year',
    columns: {
      rate: 'pc_plans_issued_within_20_weeks',
      numerator: 'plans_issued_within_20_weeks',
      denominator: 'plans_issued_den',
    },
    interactiveTool: { all: 'SEN_EHC_All_20wks' },
  },
  {
    ...PLANS,
    id: 'plans-over-a-year',
    name: 'EHC plans that took more than a year',
    definition: 'New EHC plans issued more than a year after the request, out of new plans without an exception.',
    polarity: 'lower-is-better',
    numerator: 'Plans issued after more than a year',
    denominator: 'New plans issued in the year, exceptions left out',
    columns: {
      rate: 'PC_plans_issued_gt_1_year_ex',
      numerator: 'plans_issued_gt_1_year_ex',
      denominator: 'plans_issued_den_ex',
    },
  },
  {
    ...PLANS,
    id: 'assessment-requests',
    name: 'Requests for an EHC needs assessment',
    definition: 'First requests for an assessment of education, health and care needs received in the year.',
    unit: 'count',
    polarity: 'neither',
    numerator: 'Requests received',
    denominator: 'Nothing: it is a count',
    columns: { rate: 'requests_received_in_year' },
    interactiveTool: { all: 'SEN_INIT_REQ' },
  },
  {
    ...PLANS,
    id: 'assessment-requests-refused',
    name: 'Requests for an EHC needs assessment refused',
    definition: 'Requests that the authority decided not to assess, out of requests received in the year.',
    polarity: 'neither',
    numerator: 'Requests not assessed',
    denominator: 'Requests received in the year',
    columns: {
      rate: 'request_not_assess_pc',
      numerator: 'requests_decided_not_to_assess',
      denominator: 'requests_received_in_year',
    },
    interactiveTool: { all: 'EHCP_Initial_req_refused' },
  },
];
