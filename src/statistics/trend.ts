import { mustBe } from './argument.ts';
import type { Interval } from './level.ts';
import { studentAtMost, studentQuantile } from './student.ts';

export type TrendPoint = {
  /** When, in any unit that is the same throughout: days, terms, years. */
  readonly at: number;
  readonly value: number;
  /** How much the point counts, such as its denominator; 1 where it is left out. More than 0. */
  readonly weight?: number;
};

export type Trend = {
  readonly kind: 'trend';
  readonly points: number;
  /** Change of the value a unit of time. */
  readonly pace: number;
  /** Weighted means, through which the line goes. */
  readonly meanAt: number;
  readonly meanValue: number;
  /** Standard deviation of a point of average weight around the line; 0 where all lie on it. */
  readonly spread: number;
  readonly totalWeight: number;
  /** Σ weight × (at − meanAt)². */
  readonly sumOfSquares: number;
};

export type FittedTrend = Trend | { readonly kind: 'cannot-say'; readonly reason: string };

/**
 * The straight line through points in time, by weighted least squares (Draper and Smith, “Applied regression analysis”,
 * 1998, chapters 1 and 9). It assumes that the change keeps its pace, that points scatter around the line
 * independently and normally, and that a point of twice the weight scatters half as much in variance. It knows nothing
 * of school years, of policies or of why. Fewer than 3 points, or all at one time: it cannot say.
 */
export function fitTrend(points: readonly TrendPoint[]): FittedTrend {
  const weighted = points.map(({ at, value, weight = 1 }) => ({ at, value, weight }));
  for (const { at, value, weight } of weighted) {
    mustBe(Number.isFinite(at) && Number.isFinite(value), 'A point must have a time and a value', `${at}, ${value}`);
    mustBe(Number.isFinite(weight) && weight > 0, 'A weight must be more than 0', weight);
  }
  if (points.length < 3) {
    return { kind: 'cannot-say', reason: 'There are fewer than 3 points, so no pace can be told from chance.' };
  }
  const totalWeight = sumOver(weighted, ({ weight }) => weight);
  const meanAt = sumOver(weighted, ({ at, weight }) => weight * at) / totalWeight;
  const meanValue = sumOver(weighted, ({ value, weight }) => weight * value) / totalWeight;
  const sumOfSquares = sumOver(weighted, ({ at, weight }) => weight * (at - meanAt) ** 2);
  if (new Set(points.map(({ at }) => at)).size < 2) {
    return { kind: 'cannot-say', reason: 'All points are of one time, so there is no pace.' };
  }
  const pace =
    sumOver(weighted, ({ at, value, weight }) => weight * (at - meanAt) * (value - meanValue)) / sumOfSquares;
  const left = sumOver(weighted, ({ at, value, weight }) => weight * (value - meanValue - pace * (at - meanAt)) ** 2);
  const all = sumOver(weighted, ({ value, weight }) => weight * value ** 2);
  // What is left of a perfect line is only the last digits of its points.
  const variance = left <= all * 1e-24 ? 0 : left / (points.length - 2) / (totalWeight / points.length);
  return {
    kind: 'trend',
    points: points.length,
    pace,
    meanAt,
    meanValue,
    spread: Math.sqrt(variance),
    totalWeight,
    sumOfSquares,
  };
}

function sumOver<T>(rows: readonly T[], part: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + part(row), 0);
}

export type Prediction = { readonly value: number; readonly at95: Interval };

/** Where a further point of average weight would lie at this time, were the pace kept: 95 % prediction interval. */
export function predict(trend: Trend, at: number): Prediction {
  const value = trend.meanValue + trend.pace * (at - trend.meanAt);
  const half = studentQuantile(0.975, trend.points - 2) * predictionError(trend, at);
  return { value, at95: { lower: value - half, upper: value + half } };
}

/** Within what the pace lies, were points to scatter by chance as these do: 95 % confidence interval. */
export function paceInterval({ pace, spread, points, totalWeight, sumOfSquares }: Trend): Interval {
  const half = studentQuantile(0.975, points - 2) * spread * Math.sqrt(totalWeight / points / sumOfSquares);
  return { lower: pace - half, upper: pace + half };
}

/**
 * The chance that a point at this time is at or below a target, at the present pace and under the assumptions of
 * `fitTrend`: 0 to 1. Undefined where every point lies on the line: how far a next one may stray has not been seen.
 */
export function findChanceAtOrBelow(trend: Trend, at: number, target: number): number | undefined {
  if (trend.spread === 0) return undefined;
  return studentAtMost((target - predict(trend, at).value) / predictionError(trend, at), trend.points - 2);
}

function predictionError({ spread, points, totalWeight, meanAt, sumOfSquares }: Trend, at: number): number {
  const average = totalWeight / points;
  return spread * Math.sqrt(1 + average / totalWeight + (average * (at - meanAt) ** 2) / sumOfSquares);
}
