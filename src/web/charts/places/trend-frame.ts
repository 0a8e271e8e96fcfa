import { intervalOf, shownOf } from './figured.ts';
import type { Interval, TrendBandInput, YearFigure } from './place-inputs.ts';

/** A figure of a series with the column it stands in. */
export interface TrendPoint {
  readonly at: number;
  readonly year: string;
  readonly value: number;
  readonly printed: string;
  readonly interval: Interval | undefined;
}

/** The points of a series that may be drawn, in order of year; a year that the picture does not have is left out. */
export function trendPoints(years: readonly string[], points: readonly YearFigure[]): readonly TrendPoint[] {
  return points
    .flatMap((point) => {
      const [at, shown] = [years.indexOf(point.year), shownOf(point)];
      if (at === -1 || !shown) return [];
      return [
        { at, year: point.year, value: shown.value, printed: shown.printed, interval: intervalOf(point.interval) },
      ];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** The columns before which a series breaks. A break at the first column parts nothing. */
export function breakColumns(input: TrendBandInput): readonly number[] {
  return (input.breaks ?? []).map((one) => input.years.indexOf(one.year)).filter((at) => at > 0);
}

/** Unbroken stretches: they end where a year has no figure and where figures stop being alike. */
export function stretches(
  points: readonly TrendPoint[],
  breaks: readonly number[] = [],
): readonly (readonly TrendPoint[])[] {
  const runs: TrendPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.at(-1)?.at === point.at - 1 && !breaks.includes(point.at)) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Every number that the picture has to hold. */
export function trendExtent(input: TrendBandInput): { readonly low: number; readonly high: number } {
  const series = [input.own.points, input.projection ?? [], ...(input.beside ?? []).map((one) => one.points)];
  const numbers = series.flatMap((points) =>
    trendPoints(input.years, points).flatMap(({ value, interval }) => [
      value,
      ...(interval ? [interval.low, interval.high] : []),
    ]),
  );
  const aims = targetPoints(input).map((aim) => aim.value);
  const all = [...numbers, ...aims];
  return all.length === 0 ? { low: 0, high: 1 } : { low: Math.min(...all), high: Math.max(...all) };
}

/** The milestones and the target, in order of year, each in its column. */
export function targetPoints(input: TrendBandInput): readonly TrendPoint[] {
  const { target } = input;
  if (!target) return [];
  return trendPoints(input.years, [
    ...(target.milestones ?? []),
    { year: target.year, value: target.value, printed: target.printed },
  ]);
}
