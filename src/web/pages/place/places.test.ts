import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixedClock, instantOf } from '#kernel';
import { speak, t } from '#language';
import { singleUser } from '#access';
import { listMeasures, listPlaces, type PublishedStatistics } from '#place';
import { carriedFigures, closedAccess, openAccess } from '#testing';
import { makeChallenge } from '#accountability';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { placePages } from './index.ts';
import { METHODS } from './methods.ts';
import { inSentence } from './reading-words.ts';

let published: PublishedStatistics;
let records: Awaited<ReturnType<typeof openAccess>>;
let pages: ReturnType<typeof placePages>;
let web: WebContext;
const clock = fixedClock(instantOf(Date.UTC(2026, 2, 10, 9)));

beforeAll(async () => {
  published = await carriedFigures();
  records = await openAccess(clock);
  const { access } = records;
  // These pages may ask what was said about a figure, and nothing about a child of the area.
  const closed = (): never => {
    throw new Error('a page of published statistics asked about children');
  };
  web = {
    clock,
    access: closedAccess('a page of published statistics asked about children', {
      purpose: 'place-improvement',
      of: access,
    }),
    actor: singleUser,
    account: closed,
    published,
    area: {
      folder: { path: '', received: '', parsed: '', derived: '' },
      name: 'Northvale',
      demonstration: false,
      region: undefined,
      imports: closed,
    },
  };
  pages = placePages(web);
}, 60_000);
afterAll(async () => {
  await records.close();
});

async function read(path: string, status = 200): Promise<{ readonly html: string; readonly document: Document }> {
  const response = await pages.request(path);
  expect(response.status).toBe(status);
  const html = await response.text();
  return { html, document: parseHTML(html).document };
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim());

const BRADFORD = '/places/E08000032';
const PAGES = [
  '/places',
  '/places?find=brad',
  BRADFORD,
  '/places/E12000001',
  '/places/E92000001',
  '/places/E06000053',
  '/places/E09000001',
  '/places/E06000063',
  '/places/E10000006',
  '/places/E07000105',
  '/compare?measure=pupils-suspended-rate&period=2022/23&place=E08000032',
  '/compare?measure=deprivation-score',
  '/variation',
  '/variation?measure=suspension-rate&period=2023/24',
  '/groups?measure=persistent-absence&place=E08000032',
  '/groups?measure=suspension-rate&place=E08000032&schools=secondary',
  '/methods',
];

describe.each(PAGES)('%s', (path) => {
  it('is valid, has one heading, and ranks nobody', async () => {
    const { html, document } = await read(path);
    expect(await htmlFaults(html)).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
    const text = document.querySelector('main')?.textContent ?? '';
    expect(text).not.toMatch(
      /\branks?\b|\branked\b|\branking|league table|\bbest\b|\bworst\b|\d(st|nd|rd|th) (of|out of|highest|lowest)/i,
    );
    expect(texts(document, 'th').join('|')).not.toMatch(/(^|\|)(#|No\.|Position|Place no)/);
  });
});

describe('in Arabic', () => {
  // Names of measures, places and what stands in files are data and stay as published.
  const names = [
    ...listMeasures().flatMap(({ name }) => [name, inSentence(name)]),
    ...listPlaces().map(({ name }) => name),
  ]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const known = new RegExp(
    `West Yorkshire|${names.join('|')}|Say why this comparison is wrong for you|kith standardise`,
    'g',
  );

  it.each([
    '/places',
    BRADFORD,
    '/places/E10000006',
    '/compare?measure=pupils-suspended-rate&period=2022/23&place=E08000032',
    '/variation',
    '/groups?measure=persistent-absence&place=E08000032',
    '/methods',
    '/guide',
    '/statistics/suspension-rate',
    '/national',
  ])('%s says nothing in English but names, and marks what it quotes', async (path) => {
    const { document } = await speak('ar', () => read(path));
    expect(document.documentElement.getAttribute('dir')).toBe('rtl');
    for (const quoted of document.querySelectorAll('[lang=en], code')) quoted.remove();
    const english = /[a-z]{3,} [a-z]{2,}/;
    const left = (document.querySelector('main')?.innerHTML ?? '')
      .split(/<[^>]+>/)
      .filter((text) => english.test(text))
      .map((text) =>
        text
          .replaceAll('&amp;', '&')
          .replaceAll(known, '')
          .replaceAll(/“[^”]+”|The Difference/g, ''),
      )
      .filter((text) => english.test(text));
    expect(left).toEqual([]);
  });
});

describe('/places/<code>', () => {
  it('shows Bradford beside its region and England, with counts, interval and what chance explains', async () => {
    const { document } = await read(BRADFORD);
    const rows = texts(document, '#key-measures tbody tr');
    expect(rows).toHaveLength(12);
    const suspensions = rows.find((row) => row.startsWith('Suspensions')) ?? '';
    expect(suspensions).toContain('2023/24');
    expect(suspensions).toContain('21.97');
    expect(suspensions).toContain('11.31');
    // Suspensions of one pupil come in bunches: only pupils suspended are read.
    expect(suspensions).toContain('Take pupils suspended at least once.');
    expect(suspensions).toContain('Cannot be said');
    expect(rows.find((row) => row.startsWith('Pupils suspended'))).toContain('Higher (99.8%)');
    const lead = texts(document, '.govuk-body-l')[0] ?? '';
    expect(lead).toMatch(/by more than chance: it is higher in .*pupils suspended at least once/);
    expect(lead).toMatch(/For .*suspensions.* it cannot be said/);
    expect(lead).not.toMatch(/by more than chance:[^.]*[ ,]suspensions/);
    expect(rows.find((row) => row.startsWith('Overall absence'))).toContain('follow one another');
    // Bradford’s 21.97 is 1.9 times England’s 11.31.
    const [own, england] =
      [...document.querySelectorAll('#key-measures tbody tr')]
        .find((row) => row.textContent?.includes('Suspensions'))
        ?.querySelectorAll('a[data-value]') ?? [];
    expect(own?.getAttribute('data-value')).toBe('21.97');
    expect(england).toBeDefined();
  });

  it('leads from every number to how it was worked out, and from every row to a challenge', async () => {
    const { document } = await read(BRADFORD);
    const numbers = [...document.querySelectorAll('#key-measures a[data-value]')];
    expect(numbers.length).toBeGreaterThan(24);
    for (const link of numbers) expect(link.getAttribute('href')).toMatch(/^\/how\/[a-z0-9-]+\/E\d+/);
    const challenges = [...document.querySelectorAll('#key-measures a[href^="/challenges/new"]')];
    expect(challenges.length).toBe(12);
  });

  it('names ten neighbours with what each shares, and marks where series break', async () => {
    const { document } = await read(BRADFORD);
    expect(document.querySelectorAll('#neighbours tbody tr')).toHaveLength(10);
    const notes = texts(document, '.kith-chart__note').join(' ');
    expect(notes).toContain('Schools were closed to most pupils');
    expect(notes).toContain('The attendance codes changed on 19 August 2024');
    expect(notes).toContain('five half terms');
  });

  it('sends an old code and a name to the code of today, and an abolished place to what became of it', async () => {
    expect((await pages.request('/places/E10000023')).headers.get('location')).toBe('/places/E06000065');
    expect((await pages.request('/places/380')).headers.get('location')).toBe(BRADFORD);
    const { document } = await read('/places/E10000006');
    expect(texts(document, 'main')[0]).toContain('on 1 April 2023');
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/places/E06000063', '/places/E06000064']));
  });

  it('is not there for a place nobody knows, and helps', async () => {
    const { html, document } = await read('/places/E99999999', 404);
    expect(await htmlFaults(html)).toEqual([]);
    expect(texts(document, 'main')[0]).toContain('“E99999999” is not the code or name');
    expect(document.querySelector('main input[name="find"]')).not.toBeNull();
    const hostile = await read(`/places/${encodeURIComponent('<script>alert(1)</script>')}`, 404);
    expect(hostile.document.querySelector('main script')).toBeNull();
  });

  it('shows what was said about one of its figures beside it, and on the page of methods', async () => {
    await web.access.actingAs(web.actor, 'place-improvement', { kind: 'area' }, async (tx) => {
      const figure = { measure: 'suspension-rate', place: 'E08000032', period: '2023/24' };
      await makeChallenge(tx, clock, web.actor, figure, {
        page: BRADFORD,
        reason: 'missing-context',
        words: 'A new unit opened.',
        actingFor: 'Bradford data team',
      });
    });
    const { document } = await read(BRADFORD);
    expect(texts(document, '[data-challenge]')[0]).toContain('Bradford data team says');
    const methods = await read('/methods');
    expect(texts(methods.document, '#open-challenges tbody tr')[0]).toContain('Suspensions, Bradford');
  });
});

describe('/compare', () => {
  it.each([
    ['period=2022/23&period=2021/22', 'the 2022/23 school year, the other the 2021/22'],
    ['period=2022/23&group=fsm&group=all', 'Eligible for free school meals'],
    ['measure=persistent-absence&measure=severe-absence&period=2022/23', 'count different things'],
    ['measure=overall-absence&place=E07000105', 'not published for Ashford, a district'],
    ['measure=waits-18-weeks-audiology', 'not published for authorities'],
    ['measure=pupils-suspended-rate&period=1999/00', 'not published for authorities over the 1999/00'],
    ['measure=happiness', 'no measure called “happiness”'],
    ['place=Atlantis', 'no place “Atlantis”'],
  ])('refuses %s and says why', async (query, reason) => {
    const { html, document } = await read(`/compare?${query}`, 400);
    expect(await htmlFaults(html)).toEqual([]);
    expect(texts(document, '[data-refused]')[0]).toContain(reason);
    expect(document.querySelector('#authorities')).toBeNull();
    expect((await pages.request(`/compare.csv?${query}`)).status).toBe(400);
  });

  it('lists authorities in order of name and reads each as an independent calculation does', async () => {
    const response = await pages.request('/compare.csv?measure=pupils-suspended-rate&period=2022/23');
    const row = z.object({
      place_code: z.string(),
      value: z.string(),
      numerator: z.string(),
      denominator: z.string(),
      england: z.string(),
      beside_england: z.string(),
      level: z.string(),
      lower95: z.string(),
    });
    const rows = z.array(row).parse(parse(await response.text(), { columns: true }));
    const authorities = rows.filter((one) => !one.place_code.startsWith('E12') && one.numerator !== '');
    expect(authorities.length).toBe(152);
    // By the normal score and Benjamini–Hochberg, both written out here; near the line the exact p may differ.
    const scored = authorities.map((one) => {
      const [x, n, p] = [Number(one.numerator), Number(one.denominator), Number(one.england) / 100];
      const z = (x / n - p) / Math.sqrt((p * (1 - p)) / n);
      return { one, z, p: erfc(Math.abs(z) / Math.SQRT2) };
    });
    const rising = scored.toSorted((a, b) => a.p - b.p);
    const last = rising.findLastIndex(({ p }, index) => p <= (0.05 * (index + 1)) / rising.length);
    const limit = rising[last]?.p ?? 0;
    for (const { one, z, p } of scored) {
      if (p > limit / 3 && p < limit * 3) continue;
      const expected = p <= limit ? (z > 0 ? 'higher' : 'lower') : 'similar';
      expect([one.place_code, one.beside_england]).toEqual([one.place_code, expected]);
    }
    const { document } = await read('/compare?measure=pupils-suspended-rate&period=2022/23');
    const names = texts(document, '#authorities tbody th').map((name) => name.replace(/ \(.*\)$/, ''));
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  });

  it('marks the place on both maps, the spread and the funnel, and gives a link that leads back', async () => {
    const { document } = await read(
      '/compare?measure=pupils-suspended-rate&period=2022/23&place=E08000032&region=E12000003',
    );
    const text = texts(document, 'main')[0] ?? '';
    expect(text).toContain('Bradford is higher than England (99.8%)');
    expect(document.querySelectorAll('figure')).toHaveLength(4);
    expect(document.querySelectorAll('#authorities tbody tr')).toHaveLength(15);
    const csv = document.querySelector('a[href^="/compare.csv"]')?.getAttribute('href') ?? '';
    expect(csv).toContain('place=E08000032');
    expect((await pages.request(csv)).status).toBe(200);
  });

  it.each([
    ['persistent-absence', 'E12000001', 22.06, 19.95, 1.11],
    ['suspension-rate', 'E08000032', 21.97, 11.31, 1.94],
    ['severe-absence', 'E06000027', 3.59, 2.3, 1.56],
  ])('gives %s of %s in 2023/24 as the guide does: %d beside %d', async (measure, code, own, england, times) => {
    const response = await pages.request(`/compare.csv?measure=${measure}&period=2023/24`);
    const rows = z
      .array(z.object({ place_code: z.string(), value: z.string(), england: z.string() }))
      .parse(parse(await response.text(), { columns: true }));
    const row = rows.find((one) => one.place_code === code);
    expect(Number(row?.value)).toBeCloseTo(own, 2);
    expect(Number(row?.england)).toBeCloseTo(england, 2);
    expect(Number(row?.value) / Number(row?.england)).toBeCloseTo(times, 2);
  });

  it('draws no funnel of events, and says why', async () => {
    const { document } = await read('/compare?measure=suspension-rate&period=2022/23');
    expect(texts(document, 'main')[0]).toContain('No funnel is drawn. It counts events');
  });
});

describe('/compare in years of the pandemic', () => {
  it.each([
    ['2020/21', 'Schools were closed to most pupils for part of 2020/21.'],
    ['2022/23', undefined],
  ])('of %s says beside the figures and in each row of the file: %s', async (period, caution) => {
    const query = `measure=pupils-suspended-rate&period=${period}`;
    const { document } = await read(`/compare?${query}`);
    const response = await pages.request(`/compare.csv?${query}`);
    const rows = z.array(z.object({ cautions: z.string() })).parse(parse(await response.text(), { columns: true }));
    expect(rows.length).toBeGreaterThan(150);
    expect(new Set(rows.map(({ cautions }) => cautions))).toEqual(new Set([caution ?? '']));
    expect(texts(document, 'main')[0]?.includes('Schools were closed to most pupils')).toBe(caution !== undefined);
  });
});

describe('/compare of suspensions', () => {
  it('reads no authority as more than chance, and says why in every row of the file', async () => {
    const query = 'measure=suspension-rate&period=2022/23';
    const { document } = await read(`/compare?${query}`);
    expect(texts(document, '.govuk-body-l')[0]).toContain('cannot be said here');
    const response = await pages.request(`/compare.csv?${query}`);
    const row = z.object({
      beside_england: z.string(),
      why_not_read: z.string(),
      lower95: z.string(),
      value: z.string(),
    });
    const rows = z.array(row).parse(parse(await response.text(), { columns: true }));
    for (const one of rows.filter(({ value }) => value !== '')) {
      expect([one.beside_england, one.lower95]).toEqual(['', '']);
      expect(one.why_not_read).toContain('Take pupils suspended at least once.');
    }
  });

  it('colours the map by round, equal steps of value, not by fifths of the order of places', async () => {
    const { document } = await read('/compare?measure=pupils-suspended-rate&period=2022/23');
    const words = texts(document, '.kith-maps figure .kith-key__item').map((text) => text.replaceAll(/ \d+$/g, ''));
    const steps = words.flatMap((text) => {
      const found = /^([\d.]+) per 100 to under ([\d.]+) per 100/.exec(text);
      return found ? [Number(found[2]) - Number(found[1])] : [];
    });
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 10);
  });
});

describe('/variation', () => {
  it('gives no share of chance for suspensions: it says why, and shows another measure', async () => {
    const { document } = await read('/variation?measure=suspension-rate');
    expect(texts(document, 'h1')[0]).toContain('Pupils suspended at least once');
    expect(texts(document, '.govuk-inset-text')[0]).toContain('Take pupils suspended at least once.');
    const options = [...document.querySelectorAll('#choose-measure option')].map((one) => one.getAttribute('value'));
    expect(options).toContain('pupils-suspended-rate');
    expect(options).not.toContain('suspension-rate');
  });

  it('says that its tenths are of rates drawn towards the mean', async () => {
    const { document } = await read('/variation?measure=pupils-suspended-rate&period=2022/23');
    expect(texts(document, '.govuk-body-l')[0]).toMatch(
      /rates drawn towards the mean .*one authority in ten was above/,
    );
  });
});

describe('/groups', () => {
  it('keeps hidden what the release hides', async () => {
    const { document } = await read('/groups?measure=severe-absence&place=E06000017');
    const hidden = texts(document, '#intersections tbody tr').filter((row) => row.includes('Not published'));
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row).toMatch(/Not shown ?Cannot be said\./);
  });
});

describe('/methods', () => {
  it('tells each method by the formula and the source that stand in the document', async () => {
    const document = readFileSync(new URL('../../../../docs/methods/fair-comparison.md', import.meta.url), 'utf8');
    for (const method of METHODS) {
      expect(document).toContain(`\n## ${t(`methods.${method.id}.name`)}\n`);
      for (const words of [...method.formulas, ...method.sources]) expect(document).toContain(t(words));
    }
    const page = await read('/methods');
    expect(texts(page.document, '#wrong-for-us')).toEqual(['This comparison is wrong for us']);
    expect(texts(page.document, 'main')[0]).toContain('A reply is promised within 10 working days');
  });
});

/** Complementary error function (Abramowitz and Stegun 7.1.26 is too coarse for small p: a continued fraction). */
function erfc(x: number): number {
  if (x < 2) {
    let [sum, term] = [x, x];
    for (let k = 1; k < 60; k += 1) {
      term *= (-x * x) / k;
      sum += term / (2 * k + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let k = 60; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
