import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dissimilarity, type Unit } from './segregation.ts';

const unit = ([group = 0, total = 0]: readonly number[]): Unit => ({ group, total });

test('four schools, worked by hand', () => {
  const found = dissimilarity(
    [
      [10, 100],
      [30, 100],
      [5, 50],
      [5, 50],
    ].map(unit),
  );
  expect(found.kind === 'index' ? found.index : Number.NaN).toBeCloseTo(0.32, 12);
});

test('the expectation under chance is the mean over every way to place them', () => {
  // 3 of a group among units of 2, 3 and 1: all 20 ways to choose their places.
  const sizes = [2, 3, 1];
  const owner = sizes.flatMap((size, at) => Array.from({ length: size }, () => at));
  const indices: number[] = [];
  for (let chosen = 0; chosen < 64; chosen += 1) {
    const places = owner.filter((_, at) => (chosen >> at) % 2 === 1);
    if (places.length !== 3) continue;
    const groups = sizes.map((_, at) => places.filter((place) => place === at).length);
    const apart = sizes.map((size, at) => Math.abs((groups[at] ?? 0) / 3 - (size - (groups[at] ?? 0)) / 3));
    indices.push(apart.reduce((sum, one) => sum + one, 0) / 2);
  }
  expect(indices).toHaveLength(20);
  const mean = indices.reduce((sum, one) => sum + one, 0) / 20;
  const found = dissimilarity(
    [
      [2, 2],
      [1, 3],
      [0, 1],
    ].map(unit),
  );
  expect(found.kind === 'index' ? found.byChance : Number.NaN).toBeCloseTo(mean, 12);
});

test('even is 0, apart is 1', () => {
  expect(dissimilarity([unit([10, 40]), unit([20, 80])])).toMatchObject({ index: 0 });
  expect(dissimilarity([unit([40, 40]), unit([0, 80])])).toMatchObject({ index: 1, beyondChance: 1 });
});

test('small units look apart by chance alone', () => {
  const small = dissimilarity(Array.from({ length: 50 }, () => unit([1, 5])));
  const large = dissimilarity(Array.from({ length: 5 }, () => unit([100, 500])));
  if (small.kind !== 'index' || large.kind !== 'index') throw new Error('no index');
  expect(small.byChance).toBeGreaterThan(0.3);
  expect(large.byChance).toBeLessThan(0.05);
});

test('indices lie between 0 and 1, in any order of units', () => {
  const units = fc.array(
    fc.integer({ min: 0, max: 300 }).chain((total) => fc.tuple(fc.nat(total), fc.constant(total))),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(units, (drawn) => {
      const [found, turned] = [dissimilarity(drawn.map(unit)), dissimilarity(drawn.toReversed().map(unit))];
      if (found.kind !== 'index' || turned.kind !== 'index') return;
      expect(turned.index).toBeCloseTo(found.index, 12);
      for (const one of [found.index, found.byChance]) {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test('with one group only it cannot say', () => {
  expect(dissimilarity([unit([0, 10])]).kind).toBe('cannot-say');
  expect(dissimilarity([unit([10, 10])]).kind).toBe('cannot-say');
  expect(dissimilarity([]).kind).toBe('cannot-say');
  expect(() => dissimilarity([unit([2, 1])])).toThrow('statistics/argument');
});
