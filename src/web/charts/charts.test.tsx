import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel';
import { htmlFaults } from '../layout/html-faults.ts';
import { contrast } from './contrast.ts';
import { galleryPage } from './gallery.tsx';
import {
  accurateMap,
  bars,
  calendarRows,
  comparison,
  distribution,
  funnel,
  hexMap,
  intervalPlot,
  placeMultiples,
  smallMultiples,
  stateIds,
  stateLook,
  trendBand,
  weeklyTrend,
  weekPairs,
  yearCalendar,
  type Chart,
} from './index.ts';
import { textWidth } from './label-lines.ts';
import {
  inventedBars,
  inventedCalendar,
  inventedComparison,
  inventedSchools,
  inventedTrend,
  inventedWeekPairs,
} from './invented.ts';
import {
  inventedDistribution,
  inventedFunnel,
  inventedIntervals,
  inventedMap,
  inventedMission,
  inventedRegions,
  inventedTrendBand,
} from './places/invented-places.ts';
import { zeroScale } from './scale.ts';

const charts: readonly (readonly [string, () => Chart])[] = [
  ['yearCalendar', () => yearCalendar(inventedCalendar())],
  ['weeklyTrend', () => weeklyTrend(inventedTrend())],
  ['smallMultiples', () => smallMultiples(inventedSchools())],
  ['bars', () => bars(inventedBars())],
  ['comparison', () => comparison(inventedComparison())],
  ['hexMap', () => hexMap(inventedMap('hexes'))],
  ['hexMap with links', () => hexMap(inventedMap('hexes', 'E06000058', true))],
  ['accurateMap', () => accurateMap(inventedMap('map'))],
  ['funnel', () => funnel(inventedFunnel('funnel'))],
  ['funnel with widened limits', () => funnel(inventedFunnel('funnel', true))],
  ['trendBand', () => trendBand(inventedTrendBand('band'))],
  ['trendBand of a mission', () => trendBand(inventedMission('mission'))],
  ['distribution', () => distribution(inventedDistribution('dots'))],
  ['placeMultiples', () => placeMultiples(inventedRegions('regions'))],
  ['weekPairs', () => weekPairs(inventedWeekPairs())],
  ['intervalPlot', () => intervalPlot(inventedIntervals('intervals'))],
];

function parsed(chart: Chart): Document {
  return parseHTML(`<!DOCTYPE html><html><body>${chart.svg.toString()}</body></html>`).document;
}

describe.each(charts)('%s', (_, make) => {
  it('is the same every time', () => {
    expect(make().svg.toString()).toBe(make().svg.toString());
  });

  it('has no inline style, script or fixed width', () => {
    const markup = make().svg.toString();
    expect(markup).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=|NaN|undefined|Infinity/);
    for (const svg of parsed(make()).querySelectorAll('svg[aria-labelledby]')) {
      expect(svg.hasAttribute('width')).toBe(false);
      expect(svg.getAttribute('viewBox')).toMatch(/^0 0 [\d.]+ [\d.]+$/);
    }
  });

  it('names and describes every picture, and every id it uses is there once', () => {
    const document = parsed(make());
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
    const pictures = [...document.querySelectorAll('svg[aria-labelledby]')];
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      const [title, desc] = (picture.getAttribute('aria-labelledby') ?? '').split(' ');
      expect(picture.querySelector('title')?.getAttribute('id')).toBe(title);
      expect(picture.querySelector('desc')?.getAttribute('id')).toBe(desc);
      expect(picture.querySelector('title')?.textContent).not.toBe('');
      expect(picture.querySelector('desc')?.textContent).not.toBe('');
    }
    const used = [
      ...make()
        .svg.toString()
        .matchAll(/(?:url\(#|href="#)([^)"]+)/g),
    ].map((match) => match[1]);
    for (const id of used) expect(ids).toContain(id);
  });

  it('says itself in one sentence', () => {
    expect(make().summary).toMatch(/^\S.*\.$/);
    expect(make().summary).not.toMatch(/undefined|NaN|\. [A-Z]/);
  });
});

it('the gallery, with every chart, is a valid page', async () => {
  expect(await htmlFaults(galleryPage())).toEqual([]);
}, 30_000);

describe('the looks of states', () => {
  it('can each be told by a letter and by a pattern', () => {
    expect(stateIds).toHaveLength(10);
    const looks = Object.values(stateLook);
    expect(new Set(looks.map((look) => look.letter)).size).toBe(10);
    expect(new Set(looks.map((look) => look.pattern)).size).toBe(10);
    expect(new Set(looks.map((look) => look.fill)).size).toBe(10);
  });

  it.each(stateIds)(
    '%s has a letter of at least 4.5 to 1 on its fill, and an edge or fill of 3 to 1 on white',
    (id) => {
      const { ink, fill, edge } = stateLook[id];
      expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
      // Attended is meant to be quiet: its tick alone carries it.
      expect(
        Math.max(contrast(edge, '#ffffff'), contrast(fill, '#ffffff'), contrast(ink, '#ffffff')),
      ).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('weekPairs', () => {
  it('draws a point a week and year, and no line over a holiday or a week that is not there', () => {
    const picture = parsed(weekPairs(inventedWeekPairs())).querySelector('.kith-svg--wide');
    expect(picture?.querySelectorAll('circle')).toHaveLength(9);
    const lines = [...(picture?.querySelectorAll('path[fill=none]') ?? [])].map((one) => one.getAttribute('d') ?? '');
    // Last year’s two half terms, then this year’s first, and what is left of its second.
    expect(lines.map((one) => one.split('L').length)).toEqual([3, 2, 2, 2]);
  });
});

describe('yearCalendar', () => {
  it('draws each session once, and nothing of the future, whatever the states', () => {
    const session = fc.record({ state: fc.constantFrom(...stateIds), cause: fc.constant('') });
    const base = inventedCalendar();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(session, session), { minLength: 190, maxLength: 190 }),
        fc.nat(200),
        (states, elapsed) => {
          const asOf = base.days[elapsed]?.date ?? calendarDate('2025-08-31');
          const days = base.days.map((day, at) => ({ date: day.date, am: states[at]?.[0], pm: states[at]?.[1] }));
          const input = { ...base, days, asOf };
          const chart = yearCalendar(input);
          const past = days.flatMap(({ date, am, pm }) => (date <= asOf && am && pm ? [am, pm] : []));
          const markup = chart.svg.toString();
          expect(markup.match(/<use /g)).toHaveLength(past.length);
          for (const state of stateIds) {
            const expected = past.filter((one) => one.state === state).length;
            expect(markup.split(`href="#year-tile-${state}"`).length - 1).toBe(expected);
          }
          expect(Buffer.byteLength(markup)).toBeLessThan(120_000);
          expect(calendarRows(input)).toHaveLength(days.filter((day) => day.date <= asOf).length);
        },
      ),
      { numRuns: 8 },
    );
  }, 30_000);

  it('gives each day in words', () => {
    const rows = calendarRows(inventedCalendar());
    expect(rows[0]).toEqual({
      date: '2024-09-03',
      day: 'Tuesday 3 September 2024',
      am: 'Attended',
      pm: 'Attended',
      cause: '',
    });
    const row = rows.find((one) => one.date === '2024-11-18');
    expect([row?.am, row?.pm, row?.cause]).toEqual(['Attended', 'Part-time timetable', 'Part-time timetable']);
  });

  it('shows a school that opens on Sundays', () => {
    const base = inventedCalendar();
    const sunday = { date: calendarDate('2024-09-08'), am: { state: 'attended', cause: '' } } as const;
    const weekLength = (days: typeof base.days): number =>
      parsed(yearCalendar({ ...base, days }))
        .querySelectorAll('svg[role=img]')[0]
        ?.querySelectorAll('text[y="38"]').length ?? 0;
    expect(weekLength(base.days)).toBe(5);
    expect(weekLength([...base.days, sunday])).toBe(7);
  });
});

describe('weeklyTrend', () => {
  it('leaves holidays empty and withheld weeks unseen', () => {
    const input = inventedTrend();
    const columns = parsed(weeklyTrend(input)).querySelectorAll('.kith-svg--wide > rect').length;
    expect(columns).toBe((input.weeks.length - 1) * input.forms.length);
    const shown = { ...input, weeks: input.weeks.map((week) => ({ ...week, withheld: false })) };
    expect(parsed(weeklyTrend(shown)).querySelectorAll('.kith-svg--wide > rect').length).toBe(
      columns + input.forms.length,
    );
  });

  it('says so where there is nothing', () => {
    expect(weeklyTrend({ ...inventedTrend(), weeks: [] }).summary).toContain('no weeks to show');
  });
});

it('smallMultiples stand in the order of names, never of values, each a link', () => {
  const input = inventedSchools();
  const links = [...parsed(smallMultiples({ ...input, schools: input.schools.toReversed() })).querySelectorAll('a')];
  expect(links.map((link) => link.textContent)).toEqual(input.schools.map((one) => one.name).toSorted());
  expect(links.map((link) => link.getAttribute('href')).every((href) => href?.startsWith('/schools/'))).toBe(true);
});

it('a long label of a bar goes on in another line, on a phone too, and the bars below make room', () => {
  const label = 'Leave of absence for an exceptional circumstance that the school granted, code C';
  const long = { label, value: 4, state: 'authorised' } as const;
  const picture = parsed(bars({ ...inventedBars(), bars: [long, { ...long, label: 'Ill' }, long] }));
  for (const [fit, width] of [
    ['narrow', 358],
    ['wide', 720],
  ] as const) {
    const texts = [...picture.querySelectorAll(`.kith-svg--${fit} > text:not([font-weight])`)];
    expect(texts.map((text) => text.textContent).join(' ')).toBe(`A ${label} A Ill A ${label}`);
    for (const text of texts) expect(textWidth(text.textContent, 15)).toBeLessThanOrEqual(width + 8);
    const lines = texts.map((text) => Number(text.getAttribute('y')));
    const tops = [...picture.querySelectorAll(`.kith-svg--${fit} > rect`)].map((rect) =>
      Number(rect.getAttribute('y')),
    );
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(new Set(lines).size).toBe(lines.length);
    // No line of a label stands in a bar, which is 22 high.
    for (const top of tops) expect(lines.filter((y) => y > top && y - 11 < top + 22)).toEqual([]);
  }
});

it('bars stand in the order given, as long as their values', () => {
  const input = inventedBars();
  const rects = [...parsed(bars(input)).querySelectorAll('.kith-svg--wide > rect')];
  const widths = rects.map((rect) => Number(rect.getAttribute('width')));
  const unit = (widths[3] ?? 0) / 17_450;
  for (const [at, bar] of input.bars.entries()) expect(widths[at]).toBeCloseTo(Math.max(1.5, bar.value * unit), 0);
});

it('comparison prints a value that may not be drawn, and draws no mark for it', () => {
  const input = inventedComparison();
  const place = { label: 'Region <A>', value: undefined, printed: 'c', kind: 'region' } as const;
  const marks = (chart: Chart): number =>
    parsed(chart).querySelectorAll('.kith-svg--wide path[stroke="#ffffff"]').length;
  const chart = comparison({ ...input, places: [...input.places, place] });
  expect(marks(chart)).toBe(marks(comparison(input)));
  expect(chart.svg.toString()).toContain('Region &lt;A&gt;');
  expect(chart.summary).toContain('Region <A> c');
});

it('scales start at nought, end at or just above the greatest value, and step by round numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), (greatest) => {
      const { ticks, top } = zeroScale(greatest);
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      expect(ticks[0]).toBe(0);
      expect(top).toBeGreaterThanOrEqual(greatest * (1 - 1e-6));
      expect(top - step).toBeLessThan(greatest);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
