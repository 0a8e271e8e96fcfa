import type { AdditiveTable, Bounds } from './additive-table.ts';

/** Rounds of tightening. More narrow the bounds little, and a ceiling that is too high only costs a search. */
const ROUNDS = 12;

/**
 * How wide the doubt about each cell could be if everything were hidden: from each sum, what its other cells leave. No
 * search need look for more, and where small counts fill a small total that is soon clear.
 */
export function ceilingsOf({ values, sums }: AdditiveTable, { lowest, highest }: Bounds): Float64Array {
  const [low, high] = [lowest.slice(), highest.slice()];
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    for (const { total, parts } of sums) changed = tighten(low, high, total, parts) || changed;
    if (!changed) break;
  }
  return Float64Array.from(values, (_, cell) => (high[cell] ?? 0) - (low[cell] ?? 0));
}

/** The total lies between the sums of its parts’ bounds, and each part between what the total and the others leave. */
function tighten(low: Float64Array, high: Float64Array, total: number, parts: readonly number[]): boolean {
  let [least, most, boundless] = [0, 0, 0];
  for (const part of parts) {
    least += low[part] ?? 0;
    if (high[part] === Infinity) boundless += 1;
    else most += high[part] ?? 0;
  }
  let changed = false;
  const narrow = (cell: number, from: number, to: number) => {
    if (from > (low[cell] ?? 0)) {
      low[cell] = from;
      changed = true;
    }
    if (to < (high[cell] ?? 0)) {
      high[cell] = to;
      changed = true;
    }
  };
  narrow(total, least, boundless > 0 ? Infinity : most);
  const [floor, roof] = [low[total] ?? 0, high[total] ?? 0];
  for (const part of parts) {
    const othersLeast = least - (low[part] ?? 0);
    const isBoundless = high[part] === Infinity;
    const othersMost = boundless > (isBoundless ? 1 : 0) ? Infinity : most - (isBoundless ? 0 : (high[part] ?? 0));
    // The bounds of the others may have moved already, and only inwards: these are never too narrow.
    narrow(part, floor - othersMost, roof - othersLeast);
  }
  return changed;
}
