import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suspendedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { lostLearningPages } from './index.ts';

let area: Awaited<ReturnType<typeof suspendedArea>>;
beforeAll(async () => {
  area = await suspendedArea();
}, 240_000);
afterAll(() => area.close());

function get(path: string): Promise<Response> {
  return Promise.resolve(lostLearningPages(area.web).request(path));
}

async function page(path: string): Promise<Document> {
  const html = await (await get(path)).text();
  expect(await htmlFaults(html)).toEqual([]);
  return parseHTML(html).document;
}

const headings = (document: Document, table: string): readonly string[] =>
  [...document.querySelectorAll(`#${table} tbody th`)].map((cell) => cell.textContent.trim());
const valueOf = (document: Document, measure: string, scope: string): number => {
  const href = `/how/${measure}/${encodeURIComponent(scope)}?year=2024%2F25`;
  const figure = [...document.querySelectorAll(`[data-figure="${measure}"]`)].find(
    (one) => (one.getAttribute('href') ?? one.querySelector('a')?.getAttribute('href')) === href,
  );
  return Number(figure?.getAttribute('data-value')?.replaceAll(/[,%]/g, ''));
};

// That each figure is right, the walk over every page shows (reference/every-figure.test.ts), with the oracle.
describe('trusts', () => {
  it('stand in order of name, with an address each, and say which schools are in none', async () => {
    const document = await page('/trusts');
    expect(headings(document, 'trusts')).toEqual(['Églantine & Oak Trust', 'eglantine-oak trust']);
    const links = [...document.querySelectorAll('#trusts tbody th a')].map((link) => link.getAttribute('href'));
    expect(links.map((href) => href?.replace(/\?.*/, ''))).toEqual([
      '/trusts/eglantine-oak-trust',
      '/trusts/eglantine-oak-trust-2',
    ]);
    expect(document.querySelector('main')?.textContent).toContain('2 schools are in no trust');
    const school = await page('/schools/900101');
    expect(school.querySelector('.govuk-breadcrumbs a[href^="/trusts/eglantine-oak-trust?"]')).not.toBeNull();
  });

  it('have the account of their schools together, each school beside it by name, and a table to take away', async () => {
    const document = await page('/trusts/eglantine-oak-trust');
    const scope = 'trust-Églantine & Oak Trust';
    expect(headings(document, 'schools')).toEqual(['School 0', 'School 1', 'School 2']);
    for (const measure of ['lost_absence', 'lost_headline', 'unmarked', 'overall_percent', 'persistent_percent']) {
      const truth = area.truth(measure, scope) ?? Number.NaN;
      expect([measure, Math.abs(valueOf(document, measure, scope) - truth) < 0.051]).toEqual([measure, true]);
    }
    const parts = [...document.querySelectorAll('#table-overall_percent tbody tr')].map((row) => row.textContent);
    expect(parts).toHaveLength(4);
    expect(parts[0]).toMatch(/[\d,]+ of [\d,]+ possible sessions/);
    const csv = (await (await get('/trusts/eglantine-oak-trust.csv')).text()).trimEnd().split('\n');
    expect(csv.map((line) => line.split(',')[0])).toEqual(['urn', '900100', '900101', '900102']);
  });

  it('that are not there answer 404', async () => {
    expect((await get('/trusts/nowhere')).status).toBe(404);
    expect((await get('/trusts/nowhere.csv')).status).toBe(404);
  });
});
