/**
 * The numbers that rules of lists go by: one table, handed to the SQL as the one row of `threshold`. Each has its source;
 * what no source was opened for says so, and a place may think otherwise.
 */
const thresholds = {
  /** N is to be replaced within five school days (DfE, Working together to improve school attendance, August 2024). */
  reason_days: 5,
  /** What ended is told of for four school weeks of five days. Our own choice: long enough to be seen in a half term. */
  recent_days: 20,
  /** And where a rule counts weeks, for four weeks in which the school opened. */
  recent_weeks: 4,
  /** Full-time education is arranged from the sixth school day: after five (Education and Inspections Act 2006 s.100). */
  provision_days: 5,
  /** More than 5 days of suspension in a term: governors meet if the parent asks (guides to the statutory guidance). */
  term_days_if_asked: 5,
  /** More than 15 days in a term: governors must meet (guides to the statutory guidance). */
  term_days_must_meet: 15,
  /** They meet within 15 school days. No primary source was opened. */
  meeting_days: 15,
  /** At most 45 days in an academic year, over all schools (DfE, exclusion statistics methodology). */
  year_days_limit: 45,
  /** Near the limit from 30 days. Our own choice: one more term’s worth beyond which governors must meet (15) would use it up. */
  year_days_nearing: 30,
  /** From the third time on, and never otherwise, a weekday is “every Wednesday”. Our own choice: twice may be chance. */
  every_weekday: 3,
  /** A new pupil return is made by the end of the fifth day after entry (SI 2024/208 reg. 13(1)). */
  new_pupil_days: 5,
  /** A sickness return at 15 school days of illness (guides to the 2024 guidance). */
  sickness_days: 15,
  /** An attendance return at ten continuous school days of G, N, O or U. No primary source was opened. */
  absence_days: 10,
  /** A return is told of for four weeks after it was due. Our own choice: nobody can see here whether it was sent. */
  return_told_days: 28,
  /** A class without marks is a register not taken from three children on. Our own choice: two may be missed singly. */
  class_children: 3,
} as const satisfies Readonly<Record<string, number>>;

/** The SELECT that makes `threshold`. */
export function thresholdSql(): string {
  return `select ${Object.entries(thresholds)
    .map(([name, value]) => `${value} as ${name}`)
    .join(', ')}`;
}
