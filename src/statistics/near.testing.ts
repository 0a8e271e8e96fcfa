/**
 * How far two lists of numbers lie apart at most: relative to the wanted number, or absolute where that is below 1.
 * Infinite where they have not as many numbers, or one has a number where the other has none.
 */
export function farthest(found: readonly (number | undefined)[], wanted: readonly (number | undefined)[]): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  return found.reduce<number>((worst, one, at) => {
    const other = wanted[at];
    if (one === undefined && other === undefined) return worst;
    const apart = Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) / Math.max(1, Math.abs(other ?? 1));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(worst, apart);
  }, 0);
}
