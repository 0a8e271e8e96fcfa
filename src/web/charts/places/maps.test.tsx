import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { listHexes } from '#place';
import type { Chart } from '../chart.ts';
import { contrast } from '../contrast.ts';
import { accurateMap } from './accurate-map.tsx';
import { hexMap } from './hex-map.tsx';
import { inventedMap } from './invented-places.ts';
import { roundClasses } from '../index.ts';
import { classOf } from './map-classes.ts';
import { classLooks, notShownLook } from './map-look.tsx';
import { pictureFaults } from './picture-faults.ts';
import type { Figured, MapInput } from './place-inputs.ts';

const codes = listHexes().map((hex) => hex.code);
const SECRET = 987_654.321;

/** Any figure, and one that says it is not shown although a number came along. */
const figure: fc.Arbitrary<Figured> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => ({ value, printed: value.toFixed(2) })),
  },
  fc
    .constantFrom('suppressed' as const, 'missing' as const, 'not-comparable' as const)
    .map((notShown) => ({ notShown, value: SECRET, printed: String(SECRET) })),
);
const anyMap: fc.Arbitrary<MapInput> = fc
  .record({
    places: fc.uniqueArray(fc.record({ code: fc.constantFrom(...codes), figure }), {
      selector: (one) => one.code,
      maxLength: 153,
    }),
    chosen: fc.option(fc.constantFrom(...codes), { nil: undefined }),
  })
  .map(({ places, chosen }) => {
    const values = places.flatMap((one) => ('notShown' in one.figure ? [] : [one.figure.value]));
    return {
      id: 'any',
      title: 'Any <map>',
      measure: 'Anything',
      places: places.map((one) => ({ code: one.code, ...one.figure })),
      classes: roundClasses(values, { decimals: 2, unit: '' }),
      chosen,
    };
  });

function wide(chart: Chart): Element {
  const markup = chart.svg.toString();
  const found = parseHTML(`<!DOCTYPE html><html><body>${markup}</body></html>`).document.querySelector(
    '.kith-svg--wide',
  );
  if (!found) throw new Error('no picture');
  return found;
}

describe.each([
  ['hexMap', hexMap],
  ['accurateMap', accurateMap],
] as const)('%s', (name, draw) => {
  it('holds for any figures: every value is in its words, none that is not shown, nothing outside the picture', () => {
    fc.assert(
      fc.property(anyMap, (input) => {
        const chart = draw(input);
        const markup = chart.svg.toString();
        expect(pictureFaults(markup)).toEqual([]);
        expect(markup + chart.summary).not.toMatch(/987[,]?654/);
        const shown = input.places.flatMap((place) => ('notShown' in place ? [] : [place.printed]));
        for (const words of shown) expect(markup).toContain(`: ${words}</title>`);
        expect(chart.summary).toMatch(/^\S.*\.$/);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('names every authority of today once in each picture, those in London twice where it is enlarged', () => {
    const titles = [...wide(draw(inventedMap('m'))).querySelectorAll('g > title')].map((title) => title.textContent);
    expect(new Set(titles).size).toBe(153);
    expect(titles).toHaveLength(name === 'hexMap' ? 153 : 153 + 33);
    expect(titles).toContain('Isles of Scilly, South West: not shown because the numbers are small');
  });

  it('says how many are in each class and why some have no figure, in the key and in the sentence', () => {
    const chart = draw({ ...inventedMap('m'), reasons: { suppressed: 'hidden to protect children' } });
    expect(chart.summary).toMatch(
      /1 hidden to protect children; 1 without a published figure; 1 not comparable; Leeds: 6\.9%\.$/,
    );
    expect(chart.svg.toString()).toContain('Hidden to protect children');
    const counts = [...chart.summary.matchAll(/ in (\d+)[,;]/g)].map(([, count]) => Number(count));
    expect(counts).toHaveLength(inventedMap('m').classes.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(150);
  });

  it('marks the chosen place and writes its figure beside the picture', () => {
    const none = wide(draw({ ...inventedMap('m'), chosen: undefined }));
    const some = wide(draw(inventedMap('m')));
    expect(none.querySelectorAll('tspan')).toHaveLength(0);
    expect([...some.querySelectorAll('tspan')].map((line) => line.textContent)).toEqual(['Leeds', '6.9%']);
  });

  it('is a group of links where places lead somewhere, with a way past them, and an image where not', () => {
    const linked = draw(inventedMap('m', 'E08000035', true)).svg.toString();
    const picture = wide(draw(inventedMap('m', 'E08000035', true)));
    expect(picture.getAttribute('role')).toBe('group');
    expect(picture.querySelectorAll('a[href^="/place/E"] > title')).toHaveLength(153);
    expect(linked).toContain('href="#m-end"');
    expect(linked).toContain('id="m-end"');
    expect(wide(draw(inventedMap('m'))).getAttribute('role')).toBe('img');
  });

  it('says nothing of order of merit', () => {
    const chart = draw(inventedMap('m'));
    expect(chart.svg.toString() + chart.summary).not.toMatch(
      /\b(rank|best|worst|league|top \d|bottom \d|better|worse)/i,
    );
  });

  it('says so where there is no figure at all', () => {
    const chart = draw({ ...inventedMap('m'), places: [] });
    expect(chart.summary).toBe(
      'Invented overall absence in 2024/25: there is no figure that may be shown; 153 without a published figure; Leeds: without a published figure.',
    );
    expect(pictureFaults(chart.svg.toString())).toEqual([]);
  });
});

it('the accurate map carries the attribution that its licence asks for, the hex map who was placed by hand', () => {
  expect(accurateMap(inventedMap('m')).svg.toString()).toContain(
    'Contains OS data © Crown copyright and database right 2023',
  );
  expect(hexMap(inventedMap('m')).svg.toString()).toMatch(
    /Cumberland.*these 7 were placed by hand, and 13 others moved/,
  );
});

/** Those with the longest names, and those farthest to each side. */
const hardest = [
  ...listHexes()
    .toSorted((a, b) => b.name.length - a.name.length)
    .slice(0, 4),
  ...(['q', 'r'] as const).flatMap((side) => {
    const sorted = listHexes().toSorted((a, b) => a[side] - b[side]);
    return [sorted[0], sorted.at(-1)].flatMap((hex) => hex ?? []);
  }),
];

it.each(hardest.map((hex) => [hex.name, hex.code] as const))(
  'the label of %s stays inside both pictures',
  (_, code) => {
    const input = inventedMap('m', code);
    expect(pictureFaults(hexMap(input).svg.toString())).toEqual([]);
    expect(pictureFaults(accurateMap(input).svg.toString())).toEqual([]);
  },
);

describe('classes', () => {
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { maxLength: 160 });

  it('are at most five, each value in one whose words hold it', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (list, decimals) => {
        const classes = roundClasses(list, { decimals, unit: '%' });
        expect(classes.length).toBeGreaterThanOrEqual(1);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.at(-1)?.below).toBe(Infinity);
        for (const value of list) {
          const at = classOf(value, classes);
          expect(value).toBeLessThan(classes[at]?.below ?? -Infinity);
          expect(value).toBeGreaterThanOrEqual(classes[at - 1]?.below ?? -Infinity);
        }
      }),
    );
  });

  it('put a value where its printed form says: 6.18 is printed 6.2 and is not “under 6.2%”', () => {
    const classes = roundClasses([5.8, 5.9, 6, 6.18, 6.2, 6.21, 6.4, 6.5], { decimals: 1, unit: '%' });
    const words = (value: number): string => classes[classOf(value, classes)]?.words ?? '';
    expect(words(6.18)).toBe(words(6.2));
    expect(words(6.18)).toMatch(/^6\.2% to under/);
  });

  it('are equal steps of value, and enough of them: percentages from 0 to 100 go by 25', () => {
    const words = roundClasses([0, 13, 48, 77, 100], { decimals: 1, unit: '%' }).map((one) => one.words);
    expect(words).toEqual([
      'under 25.0%',
      '25.0% to under 50.0%',
      '50.0% to under 75.0%',
      '75.0% to under 100.0%',
      '100.0% or more',
    ]);
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (list, decimals) => {
        const breaks = roundClasses(list, { decimals, unit: '%' }).map(({ below }) => below);
        const steps = breaks.slice(1, -1).map((below, at) => below - (breaks[at] ?? 0));
        for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
      }),
    );
  });

  it('are worded by their breaks', () => {
    expect(roundClasses([4, 4, 4], { decimals: 1, unit: '%' })).toEqual([{ below: Infinity, words: '4.0%' }]);
    expect(roundClasses([], { decimals: 1, unit: '%' })).toEqual([{ below: Infinity, words: 'any value' }]);
    expect(roundClasses([5.2, 8.7, 6], { decimals: 1, unit: '%' }).map((one) => one.words)).toEqual([
      'under 6.0%',
      '6.0% to under 7.0%',
      '7.0% to under 8.0%',
      '8.0% or more',
    ]);
  });
});

describe('the looks of classes', () => {
  const looks = [...classLooks(5), ...Object.values(notShownLook)];

  it('go from light to dark, each with a pattern of its own, so that none rests on colour', () => {
    const lightness = classLooks(5).map((look) => contrast(look.fill, '#000000'));
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
    for (const [at, light] of lightness.slice(1).entries()) expect((lightness[at] ?? 0) / light).toBeGreaterThan(1.2);
    expect(new Set(looks.map((look) => `${look.pattern} ${look.fill}`)).size).toBe(looks.length);
    expect(new Set(classLooks(5).map((look) => look.pattern)).size).toBe(5);
  });

  it('can be written on', () => {
    for (const look of looks) expect(contrast(look.ink, look.fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('are as far apart as they can be where there are fewer', () => {
    expect(classLooks(2)).toEqual([classLooks(5)[0], classLooks(5)[4]]);
    expect(classLooks(0)).toHaveLength(1);
    expect(classLooks(9)).toHaveLength(5);
  });
});
