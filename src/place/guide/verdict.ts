import type { Printed } from './printed.ts';
import type { Reading, ReadingKind } from './reading.ts';

/** What was found for a statement: readings to hold against it, or why there are none. */
export type Finding =
  | { readonly kind: 'readings'; readonly own: Reading | undefined; readonly others: readonly Reading[] }
  | {
      readonly kind: 'none';
      readonly reason: string;
      /** What would be needed, and where it might be found. */
      readonly needed: string;
      /** What can be worked out instead. */
      readonly instead: readonly Reading[];
    };

export type Verdict =
  | { readonly kind: 'agrees'; readonly reading: Reading }
  | {
      readonly kind: 'agrees-rounded' | 'agrees-another-period' | 'agrees-part';
      readonly reading: Reading;
      /** The same thing as the guide says it, which does not agree; undefined where it could not be worked out. */
      readonly own: Reading | undefined;
      /** How many other readings were tried: of many, one may fit by chance. */
      readonly tried: number;
    }
  | { readonly kind: 'cannot-be-told'; readonly reading: Reading }
  | {
      readonly kind: 'does-not-agree';
      readonly reading: Reading;
      /** Recomputed − printed; to the nearest number the words allow, where words are printed. */
      readonly by: number;
      readonly tried: number;
    }
  | { readonly kind: 'cannot-be-computed'; readonly reason: string; readonly needed: string };

export type VerdictKind = Verdict['kind'];

// The first that agrees is told, of several of a kind the closest: the same figure rounded explains more than another period, and that more than a part.
const OTHERS = [
  ['rounded', 'agrees-rounded'],
  ['another-period', 'agrees-another-period'],
  ['part', 'agrees-part'],
] as const satisfies readonly (readonly [ReadingKind, VerdictKind])[];

/**
 * The one rule. A reading agrees when some number within its own error would be printed as the guide prints it. The
 * guide’s own place and period is asked first; only where it does not agree are others looked at. Where the words only
 * say “more than”, a reading whose error reaches across the bound can say neither yes nor no.
 */
export function verdictOf(printed: Printed, finding: Finding): Verdict {
  if (finding.kind === 'none') {
    return { kind: 'cannot-be-computed', reason: finding.reason, needed: finding.needed };
  }
  const { own, others } = finding;
  if (own && reachesAcross(printed, own)) return { kind: 'cannot-be-told', reading: own };
  if (own && agrees(printed, own)) return { kind: 'agrees', reading: own };
  for (const [reading, kind] of OTHERS) {
    const [found] = others
      .filter((one) => one.kind === reading && !reachesAcross(printed, one) && agrees(printed, one))
      .toSorted((a, b) => Math.abs(distance(printed, a.value)) - Math.abs(distance(printed, b.value)));
    if (found) return { kind, reading: found, own, tried: others.length };
  }
  if (own) return { kind: 'does-not-agree', reading: own, by: distance(printed, own.value), tried: others.length };
  return {
    kind: 'cannot-be-computed',
    reason: 'Kith carries no published figure for this place and period.',
    needed: 'A release with this measure for this place and period.',
  };
}

/** Ranges that touch agree: which way a half was rounded is not known. */
export function agrees(printed: Printed, { low, high }: Pick<Reading, 'low' | 'high'>): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(printed.low));
  return low <= printed.high + slack && high >= printed.low - slack;
}

function reachesAcross(printed: Printed, { low, high }: Reading): boolean {
  return printed.high === Number.POSITIVE_INFINITY && low < printed.low && high > printed.low;
}

function distance({ value, low, high }: Printed, recomputed: number): number {
  return recomputed - (value ?? (recomputed < low ? low : high));
}
