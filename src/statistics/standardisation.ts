import { mustBe, mustCount, mustMeasure } from './argument.ts';
import type { Estimate } from './level.ts';
import { findCountRate } from './rate.ts';

/** Events and size of one stratum (a phase, year group, sex…) in one place. Rows of the same pair are added up. */
export type StratumCount = {
  readonly place: string;
  readonly stratum: string;
  /** Whole. */
  readonly numerator: number;
  /** People or person-time, 0 or more. */
  readonly denominator: number;
};

/** What one stratum adds to a place: the factor by which its make-up moves what is expected of it. */
export type StratumShare = {
  readonly stratum: string;
  readonly numerator: number;
  readonly denominator: number;
  /** The stratum’s rate over all places together; undefined where it has nobody. */
  readonly rate: number | undefined;
  readonly expected: number;
};

export type StandardisedPlace = {
  readonly place: string;
  readonly observed: number;
  readonly expected: number;
  /** Observed over expected, with exact Poisson intervals; undefined where nothing is expected. */
  readonly ratio: Estimate | undefined;
  /** In order of stratum. */
  readonly strata: readonly StratumShare[];
};

/**
 * Indirect standardisation: what each place would have had, had every stratum of it been as all places together
 * (expected = Σ size × rate of the stratum over all rows), beside what it had. Places in order of their text, never of
 * their ratio. Two ratios share a standard only with the reference, so that they must not be compared with each other
 * (Breslow and Day, “Statistical methods in cancer research” II, 1987, §2.3).
 *
 * A stratum with events must have somebody in some place.
 */
export function standardise(rows: readonly StratumCount[]): readonly StandardisedPlace[] {
  const reference = new Map<string, Sum>();
  const places = new Map<string, Map<string, Sum>>();
  for (const row of rows) {
    mustCount(row.numerator, 'A numerator');
    mustMeasure(row.denominator, 'A denominator');
    const strata = places.get(row.place) ?? new Map<string, Sum>();
    places.set(row.place, strata);
    add(reference, row);
    add(strata, row);
  }
  const rates = new Map([...reference].map(([stratum, sum]) => [stratum, rateOf(stratum, sum)]));
  return [...places].toSorted(byText).map(([place, strata]) => {
    const shares = [...strata].toSorted(byText).map(([stratum, { numerator, denominator }]): StratumShare => {
      const rate = rates.get(stratum);
      return { stratum, numerator, denominator, rate, expected: rate === undefined ? 0 : denominator * rate };
    });
    const observed = shares.reduce((sum, share) => sum + share.numerator, 0);
    const expected = shares.reduce((sum, share) => sum + share.expected, 0);
    return { place, observed, expected, ratio: findCountRate(observed, expected), strata: shares };
  });
}

type Sum = { readonly numerator: number; readonly denominator: number };

function add(sums: Map<string, Sum>, { stratum, numerator, denominator }: StratumCount): void {
  const sum = sums.get(stratum);
  sums.set(stratum, {
    numerator: (sum?.numerator ?? 0) + numerator,
    denominator: (sum?.denominator ?? 0) + denominator,
  });
}

function rateOf(stratum: string, { numerator, denominator }: Sum): number | undefined {
  mustBe(denominator > 0 || numerator === 0, 'A stratum with events must have somebody', stratum);
  return denominator === 0 ? undefined : numerator / denominator;
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
