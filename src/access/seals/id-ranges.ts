import { z } from 'zod';

/** Ids from `from` to `to`, both included. */
export type IdRange = { readonly from: number; readonly to: number };

/** Ascending, apart, none touching the next: `1-5,7,9-12`. */
export type IdRanges = readonly IdRange[];

/** The ranges of ids that ascend. */
export function rangesOf(ids: readonly number[]): IdRanges {
  const ranges: { from: number; to: number }[] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last?.to === id - 1) last.to = id;
    else ranges.push({ from: id, to: id });
  }
  return ranges;
}

export function rangesText(ranges: IdRanges): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

const RANGES = /^[1-9]\d{0,14}(-[1-9]\d{0,14})?(,[1-9]\d{0,14}(-[1-9]\d{0,14})?)*$/;

/** `1-5,7`, as a seal says which looks are in it. */
export const idRanges = z
  .string()
  .regex(RANGES)
  .transform((text): IdRanges => text.split(',').map(rangeIn))
  .refine((ranges) => ranges.every(({ from, to }, at) => from <= to && from > (ranges[at - 1]?.to ?? 0) + (at && 1)));

function rangeIn(text: string): IdRange {
  const [from = '', to = from] = text.split('-');
  return { from: Number(from), to: Number(to) };
}

export function countIn(ranges: IdRanges): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** As PostgreSQL writes an int8multirange: `{[1,6),[7,8)}`. */
export function multirangeText(ranges: IdRanges): string {
  return `{${ranges.map(({ from, to }) => `[${from},${to + 1})`).join(',')}}`;
}

export function rangesOfMultirange(text: string): IdRanges {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, end]) => ({ from: Number(from), to: Number(end) - 1 }));
}

/** Ids gathered range by range. */
export class IdSet {
  // One array, ascending: looks are sealed nearly in order, so that ranges grow together into a few.
  readonly #ranges: { from: number; to: number }[] = [];

  get ranges(): IdRanges {
    return this.#ranges;
  }

  has(id: number): boolean {
    const range = this.#ranges[this.#firstNotBefore(id)];
    return range !== undefined && range.from <= id;
  }

  /** Adds a range, and answers an id of it that was there already. */
  add({ from, to }: IdRange): number | undefined {
    const at = this.#firstNotBefore(from - 1);
    let [start, end, until] = [from, to, at];
    let twice: number | undefined;
    for (let next = this.#ranges[until]; next && next.from <= to + 1; next = this.#ranges[until]) {
      if (next.from <= to && next.to >= from) twice ??= Math.max(next.from, from);
      start = Math.min(start, next.from);
      end = Math.max(end, next.to);
      until += 1;
    }
    this.#ranges.splice(at, until - at, { from: start, to: end });
    return twice;
  }

  /** The place of the first range that ends at `id` or after it. */
  #firstNotBefore(id: number): number {
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.to ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
