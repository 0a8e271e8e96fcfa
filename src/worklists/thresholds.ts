/**
 * The numbers that rules of lists go by: one table, handed to the SQL as the one row of `threshold`. Each has its source;
 * what no source was opened for says so, and a place may think otherwise.
 */
const thresholds = {
  /** N is to be replaced within five school days (DfE, Working together to improve school attendance, August 2024). */
  reason_days: 5,
} as const satisfies Readonly<Record<string, number>>;

/** The SELECT that makes `threshold`. */
export function thresholdSql(): string {
  return `select ${Object.entries(thresholds)
    .map(([name, value]) => `${value} as ${name}`)
    .join(', ')}`;
}
