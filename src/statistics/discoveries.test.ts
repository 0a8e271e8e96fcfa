import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discoveriesAmong } from './discoveries.ts';

/** The example of the paper (§2.2): fifteen p values, of which four are discovered at 0.05. */
const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('Benjamini and Hochberg’s own example', () => {
  const found = discoveriesAmong(PAPER, 0.05);
  expect(found.map(({ discovered }) => discovered)).toEqual(PAPER.map((_, at) => at < 4));
  expect(found[3]?.qValue).toBeCloseTo((0.0095 * 15) / 4, 12);
});

test('a p that meets its line exactly is discovered', () => {
  expect(discoveriesAmong([0.01, 0.02, 0.03, 0.04, 0.05], 0.05).every(({ discovered }) => discovered)).toBe(true);
  expect(discoveriesAmong([0, 0.5], 0.05).map(({ discovered }) => discovered)).toEqual([true, false]);
  expect(discoveriesAmong([], 0.05)).toEqual([]);
});

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

test('q values never fall below p, never pass 1, and keep its order', () => {
  fc.assert(
    fc.property(ps, (drawn) => {
      const found = discoveriesAmong(drawn, 0.05).map(({ qValue }, at) => ({ qValue, p: drawn[at] ?? 0 }));
      for (const { qValue, p } of found) {
        expect(qValue).toBeGreaterThanOrEqual(p * (1 - 1e-15));
        expect(qValue).toBeLessThanOrEqual(1);
      }
      const rising = found.toSorted((a, b) => a.p - b.p);
      rising.slice(1).forEach(({ qValue }, at) => expect(qValue).toBeGreaterThanOrEqual(rising[at]?.qValue ?? 1));
    }),
  );
});

test('what is discovered is what the step-up rule of the paper discovers', () => {
  fc.assert(
    fc.property(ps, (drawn) => {
      const sorted = drawn.toSorted((a, b) => a - b);
      const last = sorted.findLastIndex((p, at) => p <= ((at + 1) / drawn.length) * 0.1 * (1 + 1e-12));
      const line = last < 0 ? -1 : (sorted[last] ?? -1);
      expect(discoveriesAmong(drawn, 0.1).map(({ discovered }) => discovered)).toEqual(drawn.map((p) => p <= line));
    }),
  );
});

test.each([[[1.1]], [[-0.1]], [[Number.NaN]]])('%j is no p', (drawn) => {
  expect(() => discoveriesAmong(drawn, 0.05)).toThrow('statistics/argument');
});
