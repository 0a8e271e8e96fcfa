import { expect, test } from 'vitest';
import { pointsOf, replaceRuns, type CurveRun } from './curve-runs.ts';
import { findSlope } from './slope.ts';

function run(at: number, seconds: number, more: Partial<CurveRun> = {}): CurveRun {
  const spent = { wall_s: seconds, processor_s: seconds, memory_mib: 1, others: 0 };
  return { curve: 'children', step: 'count', at, pupils: 0, ...spent, measured: '', machine: '', ...more };
}

test('the slope of a power is the power, whatever is fixed beside it', () => {
  const runs = [10, 100, 1000, 10_000].map((at) => run(at, 3 + 0.01 * at ** 1.2));
  const points = pointsOf(runs, 'children', 'count', 'processor_s');
  expect(findSlope(points, 3)?.slope).toBeCloseTo(1.2, 9);
  expect(findSlope(points)?.slope).toBeLessThan(1.1);
  expect(findSlope(points.slice(0, 2))).toBeUndefined();
});

test('the middle of the runs at a place, with the least and the most', () => {
  const runs = [run(5, 3), run(5, 1), run(5, 2), run(4, 9), run(5, 8, { step: 'fold' })];
  expect(pointsOf(runs, 'children', 'count', 'wall_s')).toEqual([
    { at: 4, value: 9, least: 9, most: 9 },
    { at: 5, value: 2, least: 1, most: 3 },
  ]);
});

test('new runs replace those of their place, and a curve is of one area', () => {
  const before = [run(1, 1), run(1, 2), run(2, 3), run(1, 4, { curve: 'years', pupils: 500 })];
  const made = [run(1, 5), run(2, 6, { curve: 'years', pupils: 900 })];
  expect(replaceRuns(before, made)).toEqual([run(1, 5), run(2, 3), run(2, 6, { curve: 'years', pupils: 900 })]);
});
