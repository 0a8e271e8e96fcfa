/**
 * Where more than this share of sessions has no mark, nothing is said beside another year or another school: what came is
 * of other children and other days than there, and a silent school looks like better attendance. Kith’s own choice.
 */
export const MOST_UNMARKED = 0.1;

/** Whether too many registers were not taken for these sessions to stand beside others. */
export function lacksRegisters(of: { readonly unmarked: number; readonly possible: number }): boolean {
  return of.unmarked > MOST_UNMARKED * (of.unmarked + of.possible);
}
