import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart.ts';
import { spread } from '../label-lines.ts';
import { niceScale } from '../scale.ts';
import { distribution } from './distribution.tsx';
import { funnel } from './funnel.tsx';
import { intervalPlot } from './interval-plot.tsx';
import { inventedDistribution, inventedIntervals, inventedRegions } from './invented-places.ts';
import { pictureFaults } from './picture-faults.ts';
import type { Figured, Interval } from './place-inputs.ts';
import { placeMultiples } from './place-multiples.tsx';
import { swarm } from './swarm.ts';
import { trendBand } from './trend-band.tsx';

const SECRET = 987_654.321;
const value = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 5, 1e6, 1e-6, -3));
const figure: fc.Arbitrary<Figured> = fc.oneof(
  { weight: 4, arbitrary: value.map((one) => ({ value: one, printed: one.toFixed(2) })) },
  fc
    .constantFrom('suppressed' as const, 'missing' as const, 'not-comparable' as const)
    .map((notShown) => ({ notShown, value: SECRET, printed: String(SECRET) })),
);
const interval: fc.Arbitrary<Interval | undefined> = fc.option(fc.record({ low: value, high: value }), {
  nil: undefined,
});
const figures = fc.array(fc.tuple(figure, interval), { maxLength: 40 });
const YEARS = ['2019/20', '2020/21', '2021/22', '2022/23', '2023/24', '2024/25'];
const series = fc
  .array(fc.tuple(fc.constantFrom(...YEARS), figure, interval), { maxLength: 6 })
  .map((points) => points.map(([year, one, around]) => ({ year, interval: around, ...one })));

function printedOf(list: readonly Figured[]): readonly string[] {
  return list.flatMap((one) => ('notShown' in one ? [] : [one.printed]));
}

/** What must hold of every chart, whatever it is given. */
function check(chart: Chart, shown: readonly string[]): void {
  const markup = chart.svg.toString();
  expect(pictureFaults(markup)).toEqual([]);
  expect(markup + chart.summary).not.toMatch(/987[,]?654/);
  expect(markup).not.toMatch(/\sstyle=/);
  for (const words of shown) expect(markup).toContain(words);
  expect(chart.summary).toMatch(/^\S.*\.$/);
  expect(chart.summary).not.toMatch(/NaN|Infinity|undefined|\brank|\bbest\b|\bworst\b/);
}

describe('whatever the figures', () => {
  it('distribution', () => {
    fc.assert(
      fc.property(figures, fc.boolean(), (list, withLines) => {
        const places = list.map(([one], at) => ({ code: `c${at}`, name: `Place ${at}`, ...one }));
        const lines = withLines ? inventedDistribution('d').lines : [];
        check(distribution({ ...inventedDistribution('d'), places, chosen: 'c1', lines }), printedOf(places));
      }),
      { numRuns: 60 },
    );
  });

  it('funnel', () => {
    const limits = fc.array(fc.record({ n: fc.integer({ min: 1, max: 1e6 }), lower: value, upper: value }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(figures, fc.array(fc.nat(1e6), { minLength: 40, maxLength: 40 }), limits, (list, sizes, curve) => {
        const points = list.map(([one], at) => ({ code: `c${at}`, name: `Place ${at}`, n: sizes[at] ?? 1, ...one }));
        const sorted = curve.toSorted((a, b) => a.n - b.n);
        const chart = funnel({
          id: 'f',
          title: 'Funnel',
          unit: '%',
          denominator: 'pupils',
          things: 'authorities',
          points,
          target: { words: 'England', value: 20, printed: '20.0%' },
          limits: { p95: sorted, p998: sorted },
          overdispersed: list.length % 2 === 0 ? { p95: sorted, p998: sorted } : undefined,
          chosen: 'c1',
        });
        check(chart, printedOf(points.filter((point) => point.n > 0)));
      }),
      { numRuns: 60 },
    );
  });

  it('trendBand', () => {
    fc.assert(
      fc.property(series, series, series, fc.boolean(), (own, beside, ahead, data) => {
        const once = own.filter((point, at) => own.findIndex((one) => one.year === point.year) === at);
        const chart = trendBand({
          id: 't',
          title: 'Trend',
          unit: '%',
          years: YEARS,
          own: { name: 'Leeds', points: once },
          beside: [{ name: 'England', points: beside.slice(0, 1) }],
          breaks: [
            { year: '2022/23', words: 'new codes' },
            { year: '2019/20', words: 'nothing before' },
          ],
          target: {
            year: '2024/25',
            value: 5,
            printed: '5.0%',
            milestones: [{ year: '2023/24', value: 6, printed: '6.0%' }],
          },
          projection: ahead.slice(0, 2),
          from: data ? 'data' : 'zero',
        });
        check(chart, [...printedOf(once), '5.0%', '6.0%']);
      }),
      { numRuns: 60 },
    );
  });

  it('placeMultiples', () => {
    fc.assert(
      fc.property(
        fc.array(series, { maxLength: 4 }),
        fc.constantFrom('shared' as const, 'own' as const),
        (list, scale) => {
          const panels = list.map((points, at) => ({ name: `Region ${at}`, unit: '%', points, beside: list[0] ?? [] }));
          check(
            placeMultiples({ ...inventedRegions('r'), years: YEARS, panels, scale }),
            panels.flatMap((one) => printedOf(one.points)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('intervalPlot', () => {
    fc.assert(
      fc.property(figures, (list) => {
        const rows = list.map(([one, around], at) => ({
          label: `Place ${at}`,
          kind: at === 0 ? ('own' as const) : ('authority' as const),
          interval: around,
          ...one,
        }));
        check(intervalPlot({ ...inventedIntervals('i'), rows }), printedOf(rows));
      }),
      { numRuns: 40 },
    );
  });
});

it('swarm: no dot covers another, none is moved along the line, and one too tall is pressed together', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 60 }), (along) => {
      const { offsets, reach } = swarm(along, 10, 1e9);
      for (const [a, at] of along.entries()) {
        for (let b = a + 1; b < along.length; b += 1) {
          const gap = Math.hypot(at - (along[b] ?? 0), (offsets[a] ?? 0) - (offsets[b] ?? 0));
          expect(gap).toBeGreaterThan(10 - 1e-3);
        }
      }
      expect(Math.max(0, ...swarm(along, 10, 20).offsets.map(Math.abs))).toBeLessThanOrEqual(20 + 1e-9);
      expect(reach).toBe(Math.max(0, ...offsets.map(Math.abs)));
    }),
  );
});

it('spread: labels keep their order and their distance, inside the extent where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 10 }), (at) => {
      const placed = spread(at, 15, 0, 200);
      const sorted = placed.toSorted((a, b) => a - b);
      for (const [index, one] of sorted.slice(1).entries())
        expect(one - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-6);
      for (const one of placed) {
        expect(one).toBeGreaterThanOrEqual(-1e-6);
        expect(one).toBeLessThanOrEqual(200 + 1e-6);
      }
    }),
  );
});

it('niceScale holds what it is given, between round ends', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (low, more) => {
        const { bottom, top, ticks } = niceScale(low, low + more);
        expect(bottom).toBeLessThanOrEqual(low + 1e-6);
        expect(top).toBeGreaterThanOrEqual(low + more - 1e-6);
        expect(top).toBeGreaterThan(bottom);
        expect(ticks.length).toBeLessThanOrEqual(8);
        if (low >= 0) expect(bottom).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
