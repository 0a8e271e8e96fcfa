import { numberText } from '#language';

/** Ticks from 0 to the first round number at or above the greatest value: 0, 5, 10, 15. */
export interface ZeroScale {
  readonly ticks: readonly number[];
  readonly top: number;
}

/** A scale that starts at nought, with about `count` steps of 1, 2 or 5 times a power of ten. */
export function zeroScale(greatest: number, count = 4): ZeroScale {
  if (!(greatest > 1e-9)) return { ticks: [0, 1], top: 1 };
  const rough = greatest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999_999) ?? 10 * power;
  const steps = Math.ceil(greatest / step - 1e-9);
  const ticks = Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)));
  return { ticks, top: steps * step };
}

/** `1,204` or `6.9`, as a picture or a page prints it. */
export const printed = numberText;

export function percentOf(numerator: number, denominator: number): number | undefined {
  return denominator > 0 ? (100 * numerator) / denominator : undefined;
}

export interface Scale {
  readonly ticks: readonly number[];
  readonly bottom: number;
  readonly top: number;
}

/** A scale that holds `low` to `high` between round numbers; two that are the same get room around them. */
export function niceScale(low: number, high: number, count = 4): Scale {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { ticks: [0, 1], bottom: 0, top: 1 };
  const room = high - low > 1e-9 * Math.max(1, Math.abs(high)) ? 0 : Math.max(Math.abs(high) * 0.1, 0.5);
  const [from, to] = [low - room, high + room];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999_999) ?? 10 * power;
  // What is never below nought does not get a scale that is.
  const first = low >= 0 ? Math.max(0, Math.floor(from / step + 1e-9)) : Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(to / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { ticks, bottom: first * step, top: last * step };
}

/** The ticks of a scale as printed, all with the decimals that its step needs: `6.5%`, `1,200`. */
export function tickWords(ticks: readonly number[], unit: string): readonly string[] {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  return ticks.map((tick) => `${printed(tick, decimals)}${unit}`);
}

/** A number beside a printed one, with as many decimals as that has. */
export function printedLike(value: number, example: string): string {
  return printed(value, /\.(\d+)/.exec(example)?.[1]?.length ?? 0);
}
