/** Chance that Student’s t is at most `t`; whole degrees of freedom, 1 or more (Abramowitz and Stegun 26.7.3 and 26.7.4). */
export function studentAtMost(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const central = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return Math.min(1, Math.max(0, 0.5 + central / 2));
}

/** The t that is not passed with this probability, from 0.5 to below 1, by halving. */
export function studentQuantile(probability: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentAtMost(high, freedom) < probability) high *= 2;
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    if (studentAtMost(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return high;
}
