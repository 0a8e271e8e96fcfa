import { EXCLUSION_REASONS, type ExclusionReason } from './measure-id.ts';
import type { Measure } from './measure.ts';

// DfE’s words for its reasons up to 2016/17, and the names of their columns.
const REASONS: Readonly<Record<ExclusionReason, { readonly words: string; readonly column: string }>> = {
  'physical-assault-on-pupil': { words: 'physical assault against a pupil', column: 'physical_pupils' },
  'physical-assault-on-adult': { words: 'physical assault against an adult', column: 'physical_adult' },
  'verbal-abuse-of-pupil': {
    words: 'verbal abuse or threatening behaviour against a pupil',
    column: 'verbal_pupil',
  },
  'verbal-abuse-of-adult': {
    words: 'verbal abuse or threatening behaviour against an adult',
    column: 'verbal_adult',
  },
  bullying: { words: 'bullying', column: 'bullying' },
  'racist-abuse': { words: 'racist abuse', column: 'racist_abuse' },
  'sexual-misconduct': { words: 'sexual misconduct', column: 'sexual_misconduct' },
  'drugs-and-alcohol': { words: 'drugs and alcohol', column: 'drug_alcohol' },
  damage: { words: 'damage', column: 'damage' },
  theft: { words: 'theft', column: 'theft' },
  'persistent-disruption': { words: 'persistent disruptive behaviour', column: 'persistent_disruptive' },
  other: { words: 'other reasons', column: 'other' },
};

const REASON = {
  topic: 'suspension',
  denominator: 'Nothing: it is a count',
  unit: 'count',
  polarity: 'lower-is-better',
  publication: 'suspensions-and-exclusions',
  periods: 'School years, 2006/07 to 2016/17',
  geography: 'England, regions, authorities',
  exclusions: ['Lunchtime suspensions.', 'Exclusions overturned by governors.'],
  note: 'Numbers are rounded to 5 by DfE. From 2020/21 DfE records up to three reasons, so later releases do not follow on.',
  source: 'DfE, “Permanent and fixed-period exclusions in England: 2016 to 2017”, underlying data',
  breaks: [],
  compiled: false,
} as const satisfies Partial<Measure>;

/** Suspensions, then permanent exclusions, by the one reason a school gave for each. */
export const REASON_MEASURES: readonly Measure[] = [
  ...EXCLUSION_REASONS.map((reason): Measure => ({
    ...REASON,
    id: `suspensions-for-${reason}`,
    name: `Suspensions for ${REASONS[reason].words}`,
    definition: `Suspensions in the year for which the school gave ${REASONS[reason].words} as the reason.`,
    numerator: 'Suspensions with this reason',
    columns: { rate: `fixed_${REASONS[reason].column}` },
  })),
  ...EXCLUSION_REASONS.map((reason): Measure => ({
    ...REASON,
    id: `exclusions-for-${reason}`,
    name: `Permanent exclusions for ${REASONS[reason].words}`,
    definition: `Permanent exclusions in the year for which the school gave ${REASONS[reason].words} as the reason.`,
    numerator: 'Permanent exclusions with this reason',
    columns: { rate: `perm_${REASONS[reason].column}` },
  })),
];
