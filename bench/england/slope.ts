import { fitTrend, paceInterval } from '#statistics';
import type { CurvePoint } from './curve-runs.ts';

/** By which power a cost grows: 1 means in proportion. With the interval at 95 %. */
export type Slope = { readonly slope: number; readonly lower: number; readonly upper: number; readonly points: number };

/** The slope on log axes by least squares, of what is left of each point once a fixed cost is taken away. */
export function findSlope(points: readonly CurvePoint[], fixed = 0): Slope | undefined {
  const above = points.filter(({ at, value }) => at > 0 && value > fixed);
  const trend = fitTrend(above.map(({ at, value }) => ({ at: Math.log(at), value: Math.log(value - fixed) })));
  if (trend.kind === 'cannot-say') return undefined;
  return { slope: trend.pace, ...paceInterval(trend), points: trend.points };
}
