/** Bands of sessions missed, in per cent of a pupil’s own possible sessions. Half and more is severe absence. */
export const ABSENCE_BANDS = [
  '0-to-5',
  '5-to-10',
  '10-to-15',
  '15-to-20',
  '20-to-25',
  '25-to-30',
  '30-to-35',
  '35-to-40',
  '40-to-45',
  '45-to-50',
] as const;
export type AbsenceBand = (typeof ABSENCE_BANDS)[number];

/** Reasons for suspension and permanent exclusion as DfE published them up to 2016/17. */
export const EXCLUSION_REASONS = [
  'physical-assault-on-pupil',
  'physical-assault-on-adult',
  'verbal-abuse-of-pupil',
  'verbal-abuse-of-adult',
  'bullying',
  'racist-abuse',
  'sexual-misconduct',
  'drugs-and-alcohol',
  'damage',
  'theft',
  'persistent-disruption',
  'other',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Children’s community health services whose waits NHS England publishes. */
export const COMMUNITY_SERVICES = [
  'community-paediatrics',
  'audiology',
  'occupational-therapy',
  'speech-and-language',
] as const;
export type CommunityService = (typeof COMMUNITY_SERVICES)[number];

/** Measures whose definition stands in a table of this folder. Those of the interactive tool come from its dictionary. */
export const MEASURE_IDS = [
  'overall-absence',
  'authorised-absence',
  'unauthorised-absence',
  'persistent-absence',
  'severe-absence',
  ...ABSENCE_BANDS.map((band) => `missed-${band}` as const),
  'suspension-rate',
  'pupils-suspended-rate',
  'permanent-exclusion-rate',
  ...EXCLUSION_REASONS.map((reason) => `suspensions-for-${reason}` as const),
  ...EXCLUSION_REASONS.map((reason) => `exclusions-for-${reason}` as const),
  'daily-attendance',
  'daily-overall-absence',
  'daily-authorised-absence',
  'daily-unauthorised-absence',
  'daily-persistent-absence',
  'daily-illness',
  'daily-medical-appointment',
  'daily-suspended-or-excluded',
  'daily-part-time-timetable',
  'daily-holiday-not-agreed',
  'daily-late-after-close',
  'daily-other-unauthorised',
  'daily-no-reason-yet',
  'daily-code-c2',
  'daily-code-b',
  'daily-code-k',
  'pupils-eligible-fsm',
  'pupils-disadvantaged',
  'pupils-sen-support',
  'pupils-ehc-plan',
  'pupils-eal',
  'share-of-pupils',
  'pupils-by-primary-need',
  'plans-within-20-weeks',
  'plans-within-20-weeks-all',
  'plans-over-a-year',
  'assessment-requests',
  'assessment-requests-refused',
  'deprivation-score',
  'most-deprived-neighbourhoods',
  'income-deprivation',
  ...COMMUNITY_SERVICES.map((service) => `waits-18-weeks-${service}` as const),
  ...COMMUNITY_SERVICES.map((service) => `waits-52-weeks-${service}` as const),
] as const;
export type CuratedMeasureId = (typeof MEASURE_IDS)[number];

/** A measure of DfE’s Local Authority Interactive Tool that no table here defines. */
export type ToolMeasureId = `tool-${string}`;

export type MeasureId = CuratedMeasureId | ToolMeasureId;
