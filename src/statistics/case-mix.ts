import { discoveriesAmong } from './discoveries.ts';
import type { Estimate } from './level.ts';
import { twoSidedP } from './normal.ts';
import { overdispersion } from './overdispersion.ts';
import { standardise, type StandardisedPlace, type StratumCount, type StratumShare } from './standardisation.ts';

export type CaseMixPlace = {
  readonly place: string;
  readonly observed: number;
  /** People of the place. */
  readonly size: number;
  readonly expected: number;
  /** Observed over expected; undefined where nothing is expected. */
  readonly ratio: Estimate | undefined;
  /** Distance from what is expected in standard deviations of chance and of the spread between places together. */
  readonly z: number | undefined;
  /** Share of false discoveries at which this place would be among them, all places looked at together. */
  readonly qValue: number | undefined;
  readonly reading: 'more' | 'fewer' | 'as-expected' | 'cannot-say';
  /** Share (0 to 1) of what is expected that comes from strata of which this place has more than half the people. */
  readonly ownStandard: number;
  readonly strata: readonly StratumShare[];
};

export type CaseMix = {
  /** Mean squared z and standard deviation of ratios between places beyond chance; see `overdispersion`. */
  readonly phi: number | undefined;
  readonly tau: number | undefined;
  /** In order of their text. */
  readonly places: readonly CaseMixPlace[];
};

/**
 * Places beside what their own make-up would lead one to expect: indirect standardisation, then overdispersion of the
 * ratios (Spiegelhalter 2005, A.3) and false discoveries (Benjamini and Hochberg 1995) over all places looked at.
 * Numerators are people (at most one event each), so chance is that of a sum of yeses and noes with each stratum’s own
 * rate, Σ n r (1 − r), which is less than Poisson’s where the event is common.
 */
export function caseMixOf(rows: readonly StratumCount[], q: number): CaseMix {
  const standardised = standardise(rows);
  const sizes = sizesOf(rows);
  const scored = standardised.map((row) => {
    const { observed, expected, strata } = row;
    const variance = strata.reduce((sum, { denominator, rate = 0 }) => sum + denominator * rate * (1 - rate), 0);
    // Where it has most of every stratum, a place would be held against itself.
    if (expected === 0 || variance === 0 || ownStandardOf(row, sizes) === 1) return { error: 0, z: undefined };
    return { error: Math.sqrt(variance) / expected, z: (observed - expected) / Math.sqrt(variance) };
  });
  const { phi, tau } = overdispersion(scored);
  const zs = scored.map(({ z, error }) =>
    z === undefined || tau === undefined ? undefined : (z * error) / Math.hypot(error, tau),
  );
  const tested = zs.flatMap((z, index) => (z === undefined ? [] : [{ z, index }]));
  const found = discoveriesAmong(
    tested.map(({ z }) => twoSidedP(z)),
    q,
  );
  const discovered = new Map(tested.map(({ index }, nth) => [index, found[nth]]));
  const places = standardised.map((row, index): CaseMixPlace => {
    const [z, discovery] = [zs[index], discovered.get(index)];
    const outside = z !== undefined && z > 0 ? 'more' : 'fewer';
    const reading = discovery?.discovered ? outside : 'as-expected';
    return {
      place: row.place,
      observed: row.observed,
      size: row.strata.reduce((sum, { denominator }) => sum + denominator, 0),
      expected: row.expected,
      ratio: row.ratio,
      z,
      qValue: discovery?.qValue,
      reading: z === undefined ? 'cannot-say' : reading,
      ownStandard: ownStandardOf(row, sizes),
      strata: row.strata,
    };
  });
  return { phi, tau, places };
}

/** People of each stratum over all places. */
function sizesOf(rows: readonly StratumCount[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { stratum, denominator } of rows) sizes.set(stratum, (sizes.get(stratum) ?? 0) + denominator);
  return sizes;
}

function ownStandardOf({ strata, expected }: StandardisedPlace, sizes: ReadonlyMap<string, number>): number {
  if (expected === 0) return 0;
  const own = strata.filter(({ stratum, denominator }) => denominator * 2 > (sizes.get(stratum) ?? 0));
  if (own.length === strata.length) return 1;
  return own.reduce((sum, share) => sum + share.expected, 0) / expected;
}
