import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart.ts';
import { spread } from '../label-lines.ts';
import { niceScale } from '../scale.ts';
import { distribution } from './distribution.tsx';
import { funnel } from './funnel.tsx';
import { limitsAt } from './funnel-count.ts';
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

describe('funnel', () => {
  const half = (n: number, z: number): number => z * Math.sqrt((20 * 80) / n);
  const curve = (z: number): readonly { n: number; lower: number; upper: number }[] =>
    [100, 400, 1600, 6400].map((n) => ({ n, lower: 20 - half(n, z), upper: 20 + half(n, z) }));
  const input = {
    id: 'f',
    title: 'Funnel',
    unit: '%',
    denominator: 'pupils',
    things: 'authorities',
    target: { words: 'England', value: 20, printed: '20.0%' },
    limits: { p95: curve(1.96), p998: curve(3.09) },
  };
  const point = (code: string, n: number, at: number): { code: string; name: string; n: number } & Figured => ({
    code,
    name: code,
    n,
    value: at,
    printed: `${at.toFixed(1)}%`,
  });

  it('reads limits between and beyond the denominators of a curve as the formula has them', () => {
    for (const n of [50, 100, 250, 900, 3000, 20_000]) {
      expect(limitsAt(curve(1.96), n)?.upper).toBeCloseTo(20 + half(n, 1.96), 6);
      expect(limitsAt(curve(1.96), n)?.lower).toBeCloseTo(20 - half(n, 1.96), 6);
    }
    expect(limitsAt([], 5)).toBeUndefined();
  });

  it('counts who lies outside, says what chance would do, and where the chosen place lies', () => {
    // At 900 pupils the limits are 20 ± 2.61 and 20 ± 4.12.
    const points = [point('A', 900, 22.5), point('B', 900, 22.7), point('C', 900, 15.8), point('D', 900, 15.9)];
    expect(funnel({ ...input, points, chosen: 'D' }).summary).toBe(
      'England 20.0%; of 4 authorities, 3 outside the 95% limits, 1 of them outside the 99.8% limits too (by chance one would expect fewer than 1 and fewer than 1); D, 15.9% of 900 pupils, is between the 95% and the 99.8% limits.',
    );
    const widened = { p95: curve(4), p998: curve(6) };
    expect(funnel({ ...input, points, overdispersed: widened }).summary).toContain('0 outside the 95% limits');
    const hidden = { code: 'E', name: 'E', n: 900, notShown: 'suppressed' } as const;
    expect(funnel({ ...input, points: [...points, hidden], chosen: 'E' }).summary).toContain(
      '; E: not shown because the numbers are small; 1 not shown because the numbers are small.',
    );
    expect(funnel({ ...input, points: [] }).summary).toBe('There is no figure that may be shown.');
  });
});

describe('what is said', () => {
  const own = (values: readonly number[]): readonly ({ year: string } & Figured)[] =>
    values.map((one, at) => ({ year: YEARS[at] ?? '', value: one, printed: `${one.toFixed(1)}%` }));
  const trend = { id: 't', title: 'T', unit: '%', years: YEARS, own: { name: 'Leeds', points: own([5, 6, 7, 7.5]) } };

  it('trendBand does not compare across a break, and draws no line across it', () => {
    expect(trendBand(trend).summary).toBe('Leeds: from 5.0% in 2019/20 to 7.5% in 2022/23.');
    const broken = trendBand({ ...trend, breaks: [{ year: '2021/22', words: 'new codes' }] });
    expect(broken.summary).toBe(
      'Leeds: from 7.0% in 2021/22 to 7.5% in 2022/23; figures from 2021/22 are not compared with those before (new codes).',
    );
    const lines = (chart: Chart): number => chart.svg.toString().split('stroke-width="2.5"').length - 1;
    expect(lines(broken) - lines(trendBand(trend))).toBe(2);
    expect(trendBand({ ...trend, own: { name: 'Leeds', points: own([5]) } }).summary).toBe('Leeds: 5.0% in 2019/20.');
    expect(trendBand({ ...trend, own: { name: 'Leeds', points: [] } }).summary).toBe(
      'Leeds: there is no figure that may be shown.',
    );
  });

  it('trendBand says where its scale does not start at nought', () => {
    expect(trendBand({ ...trend, from: 'data' }).svg.toString()).toContain('The scale starts at 5.0%, not at nought.');
    expect(trendBand(trend).svg.toString()).not.toContain('not at nought');
  });

  it('distribution is true of none, of one, and of all alike', () => {
    const base = { id: 'd', title: 'D', measure: 'Absence', unit: '%', things: 'authorities', lines: [] };
    const place = (code: string, one: number): { code: string; name: string } & Figured => ({
      code,
      name: code,
      value: one,
      printed: `${one}%`,
    });
    expect(distribution({ ...base, places: [] }).summary).toBe('Absence: there is no figure that may be shown.');
    expect(distribution({ ...base, places: [place('A', 5)] }).summary).toBe('Absence in one place: 5%.');
    expect(distribution({ ...base, places: [place('A', 5), place('B', 5)], chosen: 'B' }).summary).toBe(
      'Absence in 2 authorities: all 5%; B 5%.',
    );
  });

  it('places stand in order of name, the page’s own first, its region and England last', () => {
    const input = inventedIntervals('i');
    const labels = intervalPlot({ ...input, rows: input.rows.toReversed() }).summary;
    const at = ['Leeds', 'Bournemouth', 'Bristol', 'Rutland', 'Sheffield', 'Yorkshire', 'England'].map((name) =>
      labels.indexOf(name),
    );
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    const regions = inventedRegions('r');
    const names = [
      ...placeMultiples({ ...regions, panels: regions.panels.toReversed() })
        .svg.toString()
        .matchAll(/__name"[^>]*>([^<]+)</g),
    ];
    expect(names.map(([, name]) => name)).toEqual(regions.panels.map((panel) => panel.name).toSorted());
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
        expect(bottom).toBeLessThanOrEqual(low + 1e-6 * (1 + more));
        expect(top).toBeGreaterThanOrEqual(low + more - 1e-6 * (1 + more));
        expect(top).toBeGreaterThan(bottom);
        expect(ticks.length).toBeLessThanOrEqual(8);
        // What is never below nought does not get a scale that is.
        expect(bottom < 0 && low >= 0).toBe(false);
      },
    ),
  );
});
