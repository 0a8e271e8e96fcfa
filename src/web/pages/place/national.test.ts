import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock, instantOf } from '#kernel';
import { singleUser } from '#access';
import { GUIDE_STATEMENTS, listMeasures, PUBLICATIONS, type PublishedStatistics } from '#place';
import { carriedFigures, closedAccess, openAccess } from '#testing';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { placePages } from './index.ts';
import { findPeriod, periodSlug } from './published-period.ts';

let published: PublishedStatistics;
let records: Awaited<ReturnType<typeof openAccess>>;
let pages: ReturnType<typeof placePages>;

beforeAll(async () => {
  published = await carriedFigures();
  records = await openAccess(fixedClock(instantOf(Date.UTC(2026, 2, 10, 9))));
  const { access } = records;
  // Published statistics are about no child of the area: these pages may ask what was said about a figure, no more.
  const closed = (): never => {
    throw new Error('a page of published statistics asked about children');
  };
  const web: WebContext = {
    clock: { now: closed, milliseconds: closed },
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
}, 300_000);
afterAll(async () => {
  await records.close();
});

async function read(path: string): Promise<{ readonly html: string; readonly document: Document }> {
  const response = await pages.request(path);
  expect(response.status).toBe(200);
  const html = await response.text();
  return { html, document: parseHTML(html).document };
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((one) => wordsOf(one).replaceAll(/\s+/g, ' ').trim());

/** A row reads as its cells, one after another. */
function wordsOf(one: Element): string {
  return one.localName === 'tr' ? [...one.children].map(wordsOf).join(' ') : (one.textContent ?? '');
}

describe('/national', () => {
  it('is valid and shows England’s five headlines, with year, counts and source', async () => {
    const { html, document } = await read('/national');
    expect(await htmlFaults(html)).toEqual([]);
    expect(texts(document, '.kith-figures .kith-figure__label')).toEqual([
      'Overall absence',
      'Persistent absence',
      'Severe absence',
      'Suspensions',
      'Permanent exclusions',
    ]);
    const values = [...document.querySelectorAll('.kith-figures [data-figure]')].map((one) =>
      one.getAttribute('data-value'),
    );
    expect(values).toEqual(['6.78%', '18.14%', '2.39%', '10.88', '0.12']);
    expect(texts(document, '.govuk-summary-card__title')).toContain(
      'Local Authority Interactive Tool, absence measures',
    );
    expect(html).toContain('Open Government Licence v3.0');
  });

  it('leads to the guide, checked', async () => {
    const { document } = await read('/national');
    expect(texts(document, '#guide ~ p')[0]).toContain(`Kith works ${GUIDE_STATEMENTS.length} figures and statements`);
    expect(document.querySelector('#guide ~ p a')?.getAttribute('href')).toBe('/guide');
  });

  it('estimates the days lost with every assumption as a list', async () => {
    const { document } = await read('/national');
    expect(document.querySelector('[data-figure=lost-days]')?.getAttribute('data-value')).toBe('33.6 million');
    const assumptions = texts(document, '#lost-days ~ ul li');
    expect(assumptions).toHaveLength(6);
    expect(assumptions[0]).toBe('Two sessions make a day.');
    expect(texts(document, '#lost-days-steps tbody tr').at(-1)).toContain('33,597,631 days');
  });

  it('puts places in order of name, whatever their figures', async () => {
    const { document } = await read('/national?measure=suspension-rate&period=2023/24');
    const regions = texts(document, '#regions-table tbody th');
    expect(regions[0]).toBe('England');
    expect(regions.slice(1)).toEqual(regions.slice(1).toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    expect(regions).toHaveLength(10);
    const rows = texts(document, '#authorities tbody tr th').map(
      (name, at) => `${texts(document, '#authorities tbody tr td:nth-child(2)')[at]} ${name}`,
    );
    expect(rows.length).toBeGreaterThan(140);
    expect(rows).toEqual(rows.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  }, 120_000);

  it('shows one region’s authorities, and Inner and Outer London where there was no London', async () => {
    const north = await read('/national?region=E12000001');
    expect(new Set(texts(north.document, '#authorities tbody td:nth-child(2)'))).toEqual(new Set(['North East']));
    expect(north.document.querySelector('#choose-region option[selected]')?.textContent?.trim()).toBe('North East');
    const early = await read('/national?measure=suspension-rate&period=2010/11');
    expect(texts(early.document, '#regions-table tbody th')).toEqual(
      expect.arrayContaining(['Inner London', 'Outer London']),
    );
  });

  it('gives a symbol’s reason, never 0', async () => {
    const { document, html } = await read('/national?measure=daily-overall-absence&period=2025/26-so-far');
    const city = texts(document, '#authorities tbody tr').find((row) => row.startsWith('City of London'));
    expect(city).toContain('Not published (hidden)');
    expect(city).not.toMatch(/\b0/);
    expect(texts(document, '#authorities tbody tr').length).toBeGreaterThan(140);
    expect(html).toContain('DfE hides this figure to protect confidentiality.');
  });

  it('says so where it holds no such period, and shows the latest', async () => {
    const { document } = await read('/national?measure=severe-absence&period=2008/09');
    expect(texts(document, '.govuk-inset-text')[0]).toContain('Kith holds no figures for “Severe absence”');
    expect(texts(document, 'h3')).toContain('Severe absence: 2024/25 school year');
  });
});

describe('/national.csv', () => {
  it('has a row a place, with the reason where there is no value', async () => {
    const response = await pages.request('/national.csv?measure=daily-overall-absence&period=2025/26-so-far');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: unknown = parse(await response.text(), { columns: true });
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ place: 'England', level: 'country', symbol: '' }),
        expect.objectContaining({ place: 'City of London', region: 'London', value: '', symbol: 'c' }),
      ]),
    );
  });
});

it('every period of each publication can be written into an address and read back', async () => {
  const slugs = new Set<string>();
  const ofEach = PUBLICATIONS.flatMap((publication) => {
    const measure = listMeasures().find((one) => one.publication === publication.id);
    return measure ? [measure] : [];
  });
  expect(ofEach).toHaveLength(PUBLICATIONS.length);
  for (const { id } of ofEach) {
    for (const { period } of await published.listStandingObservations({
      measure: id,
      place: 'E92000001',
      schoolType: 'all',
    })) {
      expect(findPeriod(periodSlug(period))).toEqual(period);
      slugs.add(periodSlug(period));
    }
  }
  expect([...slugs]).toEqual(
    expect.arrayContaining(['2011/12-five-half-terms', '2024/25-autumn-term', '2025/26-so-far']),
  );
  expect(['', '20245', '2024/26', '2024/25-never', '2024/25-to-2025-02-30'].map(findPeriod)).toEqual(
    Array(5).fill(undefined),
  );
});
