/**
 * The numbers that rules of lists go by: one table, handed to the SQL as the one row of `threshold`. Each has its source;
 * what no source was opened for says so, and a place may think otherwise.
 */
const thresholds = {
  /** A part-time timetable is over after a week’s worth of sessions attended without C2: our own choice. */
  part_time_over_sessions: 10,
  /** Fifteen school days of illness are told to the authority (Hertfordshire’s page on the sickness return); two sessions a day. */
  illness_sessions: 30,
  /** Possible sessions before a crossing is told, ten school days: our own choice; the published measure has no least number. */
  crossing_possible: 20,
  /** School weeks without a full one: our own choice, about a month. */
  no_full_week_weeks: 4,
  /** School days without a session attended: five is our own choice. */
  away_days: 5,
  /** Ten in a row, all unauthorised, are told to the authority (Stockport’s page on the attendance return). */
  away_days_second: 10,
  /** Fifteen, as in the sickness return. */
  away_days_third: 15,
  /** Minutes lost inside sessions attended: as many as the account counts in one session at most. Our own choice. */
  minutes_inside: 180,
  /** Unauthorised sessions, in so many school weeks: the national threshold (Manchester’s code of conduct on attendance, 2024). */
  unauthorised_sessions: 10,
  unauthorised_weeks: 10,
  /** N is to be replaced within five school days (DfE, Working together to improve school attendance, August 2024). */
  reason_days: 5,
  /** What ended is told of for four school weeks of five days. Our own choice: long enough to be seen in a half term. */
  recent_days: 20,
  /** And where a rule counts weeks, for four weeks in which the school opened. */
  recent_weeks: 4,
  /** Full-time education is arranged from the sixth school day: after five (SI 2007/1870, as amended by SI 2014/3216). */
  provision_days: 5,
  /** More than 5 days of suspension in a term: governors meet if the parent asks (SI 2012/1033 reg. 24). */
  term_days_if_asked: 5,
  /** More than 15 days in a term: governors must meet (SI 2012/1033 reg. 24). */
  term_days_must_meet: 15,
  /** They meet within 15 school days of the notice (Rotherham SENDIASS’s page on suspension). */
  meeting_days: 15,
  /** At most 45 days in an academic year, over all schools (DfE, exclusion statistics methodology). */
  year_days_limit: 45,
  /** Near the limit from 30 days. Our own choice: one more term’s worth beyond which governors must meet (15) would use it up. */
  year_days_nearing: 30,
  /** From the third time on, and never otherwise, it is “every Wednesday”. Our own choice: twice may be chance. */
  every_weekday: 3,
  /** A new pupil return is made by the end of the fifth day after entry (SI 2024/208 reg. 13(1)). */
  new_pupil_days: 5,
  /** An attendance return at ten continuous school days of G, N, O or U (Derbyshire’s and Stockport’s pages). */
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
