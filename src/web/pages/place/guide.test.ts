import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedGuide, verdictWords, type CheckedStatement, type PublishedStatistics } from '#place';
import { carriedFigures, closedAccess } from '#testing';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { placePages } from './index.ts';

let published: PublishedStatistics;
let pages: ReturnType<typeof placePages>;
let checked: readonly CheckedStatement[];

beforeAll(async () => {
  published = await carriedFigures();
  // The guide is about places, so its pages have no way to ask for a child.
  const closed = (): never => {
    throw new Error('a page of the guide asked about children');
  };
  const web: WebContext = {
    clock: { now: closed, milliseconds: closed },
    access: closedAccess('a page of the guide asked about children'),
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
  checked = await checkedGuide(published);
}, 120_000);

async function read(path: string): Promise<{ readonly html: string; readonly document: Document }> {
  const response = await pages.request(path);
  expect(response.status).toBe(200);
  const html = await response.text();
  return { html, document: parseHTML(html).document };
}

async function csv(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const response = await pages.request(path);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return parse(await response.text(), { columns: true });
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim());

describe('/guide', () => {
  it('is valid, and its first sentence counts every statement once', async () => {
    const { html, document } = await read('/guide');
    expect(await htmlFaults(html)).toEqual([]);
    const [lead = ''] = texts(document, '.govuk-body-l');
    const [all = 0, ...counts] = [...lead.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    expect(all).toBe(checked.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  it('has a row for every statement, with what is printed, what Kith finds and the verdict in words', async () => {
    const { document } = await read('/guide');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(checked.length);
    const rows = checked.map(({ id }) => document.querySelector(`a[href="/guide/${id}"]`)?.closest('tr'));
    expect(rows.map((row) => row?.querySelector('.govuk-tag')?.textContent?.trim())).toEqual(
      checked.map(({ verdict }) => verdictWords(verdict.kind).short),
    );
    expect(checked.filter(({ printed }, at) => !rows[at]?.textContent.includes(printed.text))).toEqual([]);
  });

  it('leads to pages that are all there', async () => {
    const { document } = await read('/guide');
    const hrefs = [...document.querySelectorAll('main a[href^="/guide"]')].map((one) => one.getAttribute('href') ?? '');
    expect(new Set(hrefs).size).toBe(checked.length + 1);
    for (const href of new Set(hrefs)) expect((await pages.request(href)).status).toBe(200);
    const within = [...document.querySelectorAll('main a[href^="#"]')].map((one) => one.getAttribute('href') ?? '');
    expect(within.filter((href) => !document.querySelector(href))).toEqual([]);
  });

  it('draws the three rates of places, described in words', async () => {
    const { document } = await read('/guide');
    const titles = [...new Set(texts(document, 'svg title'))];
    expect(titles).toHaveLength(3);
    expect(texts(document, '.kith-chart__summary')[0]).toContain('6.7% printed, 7.07% recomputed');
  });
});

describe('/guide/<id>', () => {
  it('is valid for every statement, with its steps and sources or its reason', async () => {
    const withoutSource: string[] = [];
    for (const { id, title } of checked) {
      const { html, document } = await read(`/guide/${id}`);
      expect(await htmlFaults(html)).toEqual([]);
      expect(texts(document, 'h1')).toEqual([title]);
      if (!document.querySelector('#releases ~ .govuk-summary-card')) withoutSource.push(id);
    }
    expect(withoutSource).toEqual(['poverty-greater-manchester']);
  }, 120_000);

  it('shows the arithmetic, the assumption and what fits instead', async () => {
    const { document } = await read('/guide/suspension-north-east');
    expect(texts(document, '.govuk-tag')).toContain('Agrees with another period');
    expect(texts(document, '#own-steps tbody tr').at(-1)).toContain('6.51 per 100');
    expect(texts(document, '#fits-steps tbody tr').at(-1)).toContain('6.76 per 100');
    expect(texts(document, '#own-parts tbody tr')).toHaveLength(12);
    expect(texts(document, '#own-rows tbody tr')).toHaveLength(60);
    expect(texts(document, '#own-rows tbody tr')[0]).toContain('EHC plan');
    expect(texts(document, 'main ul li').some((text) => text.includes('January 2025'))).toBe(true);
  });

  it('links every published figure to the page that says where it is from', async () => {
    const { document } = await read('/guide/severe-absence-south-west');
    const figures = [...document.querySelectorAll('#own-rows [data-figure]')].map((one) => one.getAttribute('href'));
    // England and the 15 authorities that have a rate: whoever checks “the greatest” needs them all.
    expect(figures).toHaveLength(16);
    expect(figures).toContain('/how/severe-absence/E06000027?period=2023%2F24');
    expect(figures).toContain('/how/severe-absence/E92000001?period=2023%2F24');
    const rebuilt = await read('/guide/suspension-north-east');
    const [first] = [...rebuilt.document.querySelectorAll('#own-rows [data-figure=suspension-rate]')];
    expect(first?.getAttribute('href')).toContain('period=2024%2F25-spring-term&group=ehc-plan');
  });

  it('gives a page that is not there as not found', async () => {
    expect((await pages.request('/guide/nothing')).status).toBe(404);
    expect((await pages.request('/guide/nothing/rows.csv')).status).toBe(404);
  });
});

describe('the files', () => {
  it('/guide.csv holds every statement with its verdict and why', async () => {
    const rows = await csv('/guide.csv');
    expect(rows.map((row) => row['id'])).toEqual(checked.map((one) => one.id));
    expect(rows.every((row) => row['verdict'] !== '' && row['why'] !== '')).toBe(true);
    expect(rows.find((row) => row['id'] === 'absence-hampshire')).toMatchObject({
      printed: '6.6%',
      verdict: 'agrees-another-period',
      recomputed: '6.46',
      fits: 'overall absence, from daily registers in Hampshire, the spring term of 2024/25',
    });
  });

  it('rows.csv holds every row behind a statement, with source and licence', async () => {
    const rows = await csv('/guide/suspension-england/rows.csv');
    const own = rows.filter((row) => row['reading'] === 'own');
    // Three rates and two counts of pupils for each authority with both.
    expect(own.length % 5).toBe(0);
    expect(own.length).toBeGreaterThan(5 * 145);
    expect(rows.every((row) => row['source'] !== '' && row['licence'] !== '')).toBe(true);
  });
});
