/** Ticks from 0 to the first round number at or above the greatest value: 0, 5, 10, 15. */
export interface ZeroScale {
  readonly ticks: readonly number[];
  readonly top: number;
}

/** A scale that starts at nought, with about `count` steps of 1, 2 or 5 times a power of ten. */
export function zeroScale(greatest: number, count = 4): ZeroScale {
  if (!(greatest > 0)) return { ticks: [0, 1], top: 1 };
  const rough = greatest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999_999) ?? 10 * power;
  const steps = Math.ceil(greatest / step - 1e-9);
  const ticks = Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)));
  return { ticks, top: steps * step };
}

/** `1,204` or `6.9`; the number of decimals is fixed so that columns of figures line up. */
export function printed(value: number, decimals = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

export function percentOf(numerator: number, denominator: number): number | undefined {
  return denominator > 0 ? (100 * numerator) / denominator : undefined;
}
