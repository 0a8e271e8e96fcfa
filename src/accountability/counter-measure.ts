/** A figure shown with a goal, because the goal alone could be met in a way that is no better for children. */
export type CounterMeasure = {
  /** `state`: sessions of the account in that state, as a share of its calendar. `rate`: a published measure. */
  readonly kind: 'state' | 'rate';
  /** The account’s measure, or the id under which the rate is published. */
  readonly measure: string;
  readonly because: string;
};

const OFF_ROLL: CounterMeasure = {
  kind: 'state',
  measure: 'off_roll',
  because: 'A child on no school’s roll is in no absence figure: absence falls when those who are absent most leave.',
};
const PART_TIME: CounterMeasure = {
  kind: 'state',
  measure: 'part_time',
  because: 'A part-time timetable makes fewer sessions of a child’s week a full one, by agreement.',
};
const NOT_REQUIRED: CounterMeasure = {
  kind: 'state',
  measure: 'not_required',
  because: 'Sessions marked as not required are out of the sum altogether: absence falls when more are marked so.',
};
const UNMARKED: CounterMeasure = {
  kind: 'state',
  measure: 'unmarked',
  because: 'A register that is not taken shows no absence.',
};
const SUSPENDED: CounterMeasure = {
  kind: 'state',
  measure: 'suspended',
  because: 'Time out of school by suspension: fewer suspensions are no gain where each of them is longer.',
};
const UNAUTHORISED: CounterMeasure = {
  kind: 'state',
  measure: 'unauthorised',
  because: 'A child sent home without its being recorded as a suspension is absent all the same.',
};
const SUSPENSIONS: CounterMeasure = {
  kind: 'rate',
  measure: 'suspension-rate',
  because: 'Where fewer children are excluded for good, more may be suspended again and again.',
};
const EXCLUSIONS: CounterMeasure = {
  kind: 'rate',
  measure: 'permanent-exclusion-rate',
  because: 'Where fewer children are suspended, more may be excluded for good.',
};
const SEVERE: CounterMeasure = {
  kind: 'rate',
  measure: 'severe-absence',
  because: 'An average can get better while those who miss most miss more.',
};
const OVERALL: CounterMeasure = {
  kind: 'rate',
  measure: 'overall-absence',
  because: 'Fewer children over a threshold is no gain where all of them miss more.',
};

const ABSENCE = [OFF_ROLL, PART_TIME, NOT_REQUIRED, UNMARKED];
const EXCLUSION = [OFF_ROLL, PART_TIME, UNAUTHORISED, SUSPENDED];

/**
 * What stands beside each goal, by the id of the published measure. An area cannot leave any of it out, and a measure
 * without a row here may not be a goal: nobody has written down yet how it could be met with nothing better for a child.
 */
export const SHOWN_WITH: Readonly<Record<string, readonly CounterMeasure[]>> = {
  'overall-absence': [...ABSENCE, SEVERE],
  'persistent-absence': [...ABSENCE, OVERALL, SEVERE],
  'severe-absence': [...ABSENCE, OVERALL],
  'daily-attendance': [...ABSENCE, SEVERE],
  'daily-overall-absence': [...ABSENCE, SEVERE],
  'daily-persistent-absence': [...ABSENCE, OVERALL, SEVERE],
  'suspension-rate': [...EXCLUSION, EXCLUSIONS],
  'pupils-suspended-rate': [...EXCLUSION, SUSPENSIONS, EXCLUSIONS],
  'permanent-exclusion-rate': [...EXCLUSION, SUSPENSIONS],
};

export function listCounterMeasures(published: string): readonly CounterMeasure[] {
  return SHOWN_WITH[published] ?? [];
}
