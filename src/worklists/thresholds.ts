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
} as const satisfies Readonly<Record<string, number>>;

/** The SELECT that makes `threshold`. */
export function thresholdSql(): string {
  return `select ${Object.entries(thresholds)
    .map(([name, value]) => `${value} as ${name}`)
    .join(', ')}`;
}
