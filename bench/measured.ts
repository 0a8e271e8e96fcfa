import { performance } from 'node:perf_hooks';
import type { Random } from '#kernel';
import { quantile } from '#statistics';

/** Something to be timed: the how-manieth time it is, so that it need not ask for the same twice running. */
export type Arm = (nth: number) => Promise<unknown>;

export type Difference = {
  readonly estimate: number;
  /** Bootstrap interval, 95 %. */
  readonly low: number;
  readonly high: number;
  /** Spread of the bootstrap’s differences: the standard error. */
  readonly error: number;
};

const WARM = 30;
const RESAMPLES = 1000;

/**
 * Milliseconds of each arm. One of each arm a round, in an order drawn anew each round: whatever else the machine does
 * meets all of them alike.
 */
export async function interleaved(
  arms: readonly Arm[],
  rounds: number,
  random: Random,
): Promise<readonly (readonly number[])[]> {
  const times = arms.map((): number[] => []);
  for (let nth = -WARM; nth < rounds; nth += 1) {
    for (const index of shuffled(arms.length, random)) {
      const began = performance.now();
      await arms[index]?.(nth + WARM);
      const took = performance.now() - began;
      if (nth >= 0) times[index]?.push(took);
    }
  }
  return times;
}

function shuffled(length: number, random: Random): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/**
 * How much further up the `share` quantile of `one` lies than that of `other`, with the percentile interval of rounds
 * drawn again with replacement (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Rounds
 * stay together: both arms of a round met the same machine.
 */
export function differenceAt(
  share: number,
  [one, other]: readonly [readonly number[], readonly number[]],
  random: Random,
): Difference {
  const rounds = Math.min(one.length, other.length);
  const differences = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from({ length: rounds }, () => random.below(rounds));
    const at = (times: readonly number[]): number =>
      quantile(
        drawn.map((index) => times[index] ?? 0),
        share,
      );
    return at(one) - at(other);
  });
  const mean = differences.reduce((sum, value) => sum + value, 0) / RESAMPLES;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    estimate: quantile(one, share) - quantile(other, share),
    low: quantile(differences, 0.025),
    high: quantile(differences, 0.975),
    error: Math.sqrt(squares / (RESAMPLES - 1)),
  };
}
