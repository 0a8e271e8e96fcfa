import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { listMeasures, TOPICS, type PublishedStatistics } from '#place';
import { carriedFigures, closedAccess } from '#testing';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { placePages } from './index.ts';

let published: PublishedStatistics;
let pages: ReturnType<typeof placePages>;

beforeAll(async () => {
  published = await carriedFigures();
  // Published statistics are about no child of the area, so these pages have no way to ask for one.
  const closed = (): never => {
    throw new Error('a page of published statistics asked about children');
  };
  const web: WebContext = {
    clock: { now: closed, milliseconds: closed },
    access: closedAccess('a page of published statistics asked about children'),
    actor: { id: 'nobody', name: 'Nobody', role: 'inclusion-lead', scope: 'ties' },
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
});

async function read(path: string, status = 200): Promise<{ readonly html: string; readonly document: Document }> {
  const response = await pages.request(path);
  expect(response.status).toBe(status);
  const html = await response.text();
  return { html, document: parseHTML(html).document };
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim());

describe('/statistics', () => {
  it('is valid, counts the measures of every topic, and together they are all', async () => {
    const { html, document } = await read('/statistics');
    expect(await htmlFaults(html)).toEqual([]);
    const counts = texts(document, 'main ul li').map((text) => Number(/: (\d+) measures$/.exec(text)?.[1]));
    expect(counts).toHaveLength(TOPICS.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(listMeasures().length);
  });

  it.each(TOPICS.map((topic) => topic.id))('lists every measure of %s with the way to it', async (id) => {
    const { document } = await read(`/statistics?topic=${id}`);
    const links = [...document.querySelectorAll('#measures a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      listMeasures()
        .filter((one) => one.topic === id)
        .map((one) => `/statistics/${one.id}`),
    );
  });

  it('finds measures by words of name and definition, in any case, and says where there are none', async () => {
    const found = await read('/statistics?find=EHC+Plan+weeks');
    expect(texts(found.document, '#measures tbody th')).toContain('EHC plans issued within 20 weeks');
    const none = await read('/statistics?find=%3Cscript%3E');
    expect(none.document.querySelector('main script')).toBeNull();
    expect(texts(none.document, 'main')[0]).toContain('No measure has “<script>”');
  });
});

describe('/statistics/<measure>', () => {
  it('says what it is, where it comes from and under which licence', async () => {
    const { html, document } = await read('/statistics/plans-within-20-weeks');
    expect(await htmlFaults(html)).toEqual([]);
    const keys = texts(document, 'main .govuk-summary-list__key');
    for (const key of ['Unit', 'Direction', 'Published over', 'Publication', 'Licence', 'Revision'])
      expect(keys).toContain(key);
    const rows = texts(document, '#over-time tbody tr');
    expect(rows.at(-1)).toMatch(/^2024 calendar year ?46\.4%/);
    expect(texts(document, '#regions tbody th')[0]).toBe('England');
  });

  it('shows groups with their counts, each with the way to how it is worked out', async () => {
    const { document } = await read('/statistics/persistent-absence');
    const rows = texts(document, '#groups tbody tr');
    expect(rows[0]).toMatch(/^All pupils/);
    expect(
      rows.some((row) => row.startsWith('Eligible for free school meals, with special educational needs, female')),
    ).toBe(true);
    const hrefs = [...document.querySelectorAll('#groups a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/how/persistent-absence/E92000001?period=2022%2F23&group=fsm%2Bsen%2Bfemale');
  });

  it('says what breaks the series of a place that is no more, and adds up only counts', async () => {
    const rates = await read('/statistics/suspension-rate?place=E10000006');
    expect(texts(rates.document, '#breaks + ul li').join(' ')).toContain('rates are never added');
    const counts = await read('/statistics/pupils-eligible-fsm?place=E10000006');
    expect(texts(counts.document, '#over-time tbody tr').join(' ')).toContain(
      'added up from Cumberland and Westmorland and Furness',
    );
    expect(texts(counts.document, '#breaks + ul li').join(' ')).toContain('may be read as one line');
  });

  it('shows a measure without a figure for England by place, and says so where a place has none', async () => {
    const { document } = await read('/statistics/deprivation-score?place=E10000016');
    expect(texts(document, '.govuk-inset-text')[0]).toContain('no figure of this measure for the place you asked for');
    const kinds = texts(document, '#choose-place option');
    expect(kinds).not.toContain('Kent');
    expect(kinds).toContain('Ashford');
  });

  it('never shows a symbol as 0', async () => {
    const { document } = await read('/statistics/severe-absence?place=E06000017');
    const hidden = texts(document, '#groups tbody tr').filter((row) => row.includes('Not published'));
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row).toContain('Not published (hidden)');
  });

  it('is not there for a measure nobody publishes', async () => {
    const { document } = await read('/statistics/happiness', 404);
    expect(texts(document, 'main')[0]).toContain('No published measure is called “happiness”.');
  });
});

describe('/statistics/<measure>.csv', () => {
  it('has a row a period, kind of school and group, with the reason where there is no value', async () => {
    const response = await pages.request('/statistics/severe-absence.csv?place=E06000017');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: unknown = parse(await response.text(), { columns: true });
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ place: 'Rutland', group: 'all', period: '2024/25', schools: 'all' }),
        expect.objectContaining({ place: 'Rutland', value: '', symbol: 'small', numerator: '' }),
      ]),
    );
  });
});
