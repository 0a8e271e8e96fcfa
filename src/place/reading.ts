import { binomialP, discoveriesAmong, LEVELS, type Level, type Reading } from '#statistics';
import { chanceOf, type Chance } from './chance.ts';
import type { Observation } from './observation.ts';

/** What may be said of a figure beside a benchmark, once all that are looked at together are allowed for. */
export type ReadTogether = Reading | { readonly kind: 'cannot-say'; readonly reason: string };

export type Judged = {
  readonly chance: Chance;
  /** England’s figure of the same measure and period, in the measure’s unit: see `benchmarkOf`. */
  readonly benchmark: number | undefined;
};

/**
 * What England’s figure is read as: divided again from its counts where these give the printed rate, for an exact p of a
 * large place moves with the digits that printing drops; else as printed.
 */
export function benchmarkOf(england: Observation | undefined): number | undefined {
  if (england?.value.kind !== 'value') return undefined;
  const printed = england.value.value;
  const chance = chanceOf(england);
  return chance.kind === 'estimate' && Math.abs(chance.value - printed) <= PRINTED_WITHIN ? chance.value : printed;
}
/** Rates are printed to one decimal or more. */
const PRINTED_WITHIN = 0.05 + 1e-9;

/**
 * Each figure against its benchmark by its exact two-sided p, all of them under one control of false discoveries
 * (Benjamini and Hochberg 1995): of those called higher or lower at 95 % at most 1 in 20 is expected to be chance, at
 * 99.8 % 2 in 1,000.
 */
export function readTogether(judged: readonly Judged[]): readonly ReadTogether[] {
  const ps = judged.map(pOf);
  const known = ps.flatMap((p) => (typeof p === 'number' ? [p] : []));
  const found = LEVELS_ASKED.map((level) => ({ level, among: discoveriesAmong(known, 2 * LEVELS[level].tail) }));
  let at = 0;
  return judged.map(({ chance, benchmark }, index): ReadTogether => {
    const p = ps[index];
    if (typeof p !== 'number') return { kind: 'cannot-say', reason: p ?? NO_BENCHMARK };
    const place = at++;
    const level = found.find(({ among }) => among[place]?.discovered)?.level;
    if (level === undefined || chance.kind === 'cannot-say' || benchmark === undefined) return { kind: 'similar' };
    return { kind: chance.value > benchmark ? 'higher' : 'lower', level };
  });
}
// The stronger first.
const LEVELS_ASKED: readonly Level[] = [99.8, 95];
const NO_BENCHMARK = 'There is no figure for England to read it against.';

/** The chance of a count at least as far from the benchmark’s; a sentence where there is none. */
function pOf({ chance, benchmark }: Judged): number | string {
  if (chance.kind === 'cannot-say') return chance.reason;
  if (benchmark === undefined) return NO_BENCHMARK;
  const rate = benchmark / chance.per;
  return binomialP(chance.numerator, chance.denominator, Math.min(1, Math.max(0, rate)));
}
