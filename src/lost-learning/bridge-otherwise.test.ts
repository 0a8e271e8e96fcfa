import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentText } from './absence.ts';
import { isLikeFigure } from './bridge-otherwise.ts';

const like = (absent: number, possible: number, written: string): boolean =>
  isLikeFigure({ absent, possible }, written);

test('a rate is the figure as written when it rounds to it, halves up, as pages round', () => {
  // 6.05 exactly, which no binary number is.
  expect([like(121, 2000, '6.1'), like(121, 2000, '6.0'), like(121, 2000, '6.05')]).toEqual([true, false, true]);
  expect([like(121, 2000, '6'), like(0, 2000, '0'), like(0, 2000, '0.000')]).toEqual([true, true, true]);
  expect([like(2000, 2000, '100'), like(1, 8, '012.5'), like(1, 8, '13'), like(1, 8, '12')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(like(0, 0, '0')).toBe(false);
});

test('a rate written to six decimals is like itself and no other figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), fc.nat(), (possible, some) => {
      const absent = some % (possible + 1);
      expect(like(absent, possible, percentText(absent, possible))).toBe(true);
      expect(like(absent, possible, percentText(absent + 1, possible))).toBe(false);
    }),
    { numRuns: 100 },
  );
});
