import { mustBe } from './argument.ts';

export type Discovery = {
  /** The smallest share of false discoveries at which this one would be among them. */
  readonly qValue: number;
  readonly discovered: boolean;
};

/**
 * Which of many comparisons stand out when all are looked at together: Y. Benjamini and Y. Hochberg, JRSS B 57, 1995.
 * Of what is discovered at most the share `q` is expected to be chance, where the tests are independent or positively
 * dependent. `ps` from 0 to 1, answers in the same order.
 */
export function discoveriesAmong(ps: readonly number[], q: number): readonly Discovery[] {
  mustBe(q >= 0 && q <= 1, 'q must lie between 0 and 1', q);
  const values = qValues(ps);
  // p × m / rank can miss q by its last digit where it is equal to q.
  return values.map((qValue) => ({ qValue, discovered: qValue <= q * (1 + 1e-12) }));
}

function qValues(ps: readonly number[]): readonly number[] {
  for (const p of ps) mustBe(p >= 0 && p <= 1, 'p must lie between 0 and 1', p);
  const falling = ps.map((p, index) => ({ p, index })).toSorted((a, b) => b.p - a.p);
  const values = ps.map(() => 1);
  let least = 1;
  falling.forEach(({ p, index }, fromTop) => {
    least = Math.min(least, (p * ps.length) / (ps.length - fromTop));
    values[index] = least;
  });
  return values;
}
