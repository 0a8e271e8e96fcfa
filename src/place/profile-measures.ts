import type { MeasureId } from './measure-id.ts';

/** What the profile of a place shows, in this order: time in school, suspension, plans, who goes to school there. */
export const PROFILE_MEASURES = [
  'overall-absence',
  'persistent-absence',
  'severe-absence',
  'suspension-rate',
  'pupils-suspended-rate',
  'permanent-exclusion-rate',
  'plans-within-20-weeks',
  'assessment-requests-refused',
  'pupils-sen-support',
  'pupils-ehc-plan',
  'pupils-eligible-fsm',
  'income-deprivation',
] as const satisfies readonly MeasureId[];

/** Those whose course over the years is drawn. */
export const PROFILE_TRENDS = [
  'persistent-absence',
  'suspension-rate',
  'plans-within-20-weeks',
  'pupils-ehc-plan',
] as const satisfies readonly (typeof PROFILE_MEASURES)[number][];

/** Those by which a place is drawn beside its statistical neighbours: each has counts, so each has an interval. */
export const PROFILE_NEIGHBOURS = [
  'severe-absence',
  'pupils-suspended-rate',
] as const satisfies readonly (typeof PROFILE_MEASURES)[number][];
