import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { academicYearStarting } from '#kernel';
import { MOST_UNMARKED } from '#lost-learning';
import { useHostileArea } from '#testing';
import type { StratumRow } from '#lost-learning';
import { htmlFaults } from '../../layout/html-faults.ts';
import { schoolComparisonPages } from './school-comparison-routes.tsx';

const { web } = useHostileArea();

async function page(path: string, status = 200): Promise<Document> {
  const response = await schoolComparisonPages(web()).request(path);
  const html = await response.text();
  expect([path, response.status, await htmlFaults(html)]).toEqual([path, status, []]);
  return parseHTML(html).document;
}

async function aggregates() {
  const state = await web().account();
  if (state.kind !== 'ready') throw new Error('the area is not ready');
  return state.aggregates;
}

describe('strata', () => {
  it('add up to each school’s published absence, and pupils suspended to its roll on census day', async () => {
    const open = await aggregates();
    const year = academicYearStarting(2024);
    type School = { readonly urn: string; readonly enrolments: number; readonly persistent_enrolments: number };
    const schools = await open.rows<School>('absence_school', year);
    const strata = await open.rows<StratumRow>('absence_stratum', year);
    const sum = (urn: number, part: (row: StratumRow) => number): number =>
      strata.filter((row) => row.urn === urn).reduce((total, row) => total + part(row), 0);
    expect(schools.length).toBeGreaterThan(2);
    for (const { urn, enrolments, persistent_enrolments } of schools) {
      expect([urn, sum(Number(urn), (row) => row.pupils)]).toEqual([urn, enrolments]);
      expect([urn, sum(Number(urn), (row) => row.persistent ?? 0)]).toEqual([urn, persistent_enrolments]);
    }
    const census = await open.rows<{ readonly urn: number; readonly pupils: number }>('census_roll', year);
    const suspended = await open.rows<StratumRow>('suspended_stratum', year);
    for (const { urn, pupils } of census) {
      const own = suspended.filter((row) => row.urn === urn);
      expect([urn, own.reduce((total, row) => total + row.pupils, 0)]).toEqual([urn, pupils]);
      expect(own.every((row) => (row.suspended ?? 0) <= row.pupils)).toBe(true);
    }
  });
});

describe('schools compared', () => {
  it('leaves out, with the reason, schools without a mark for much of the year', async () => {
    const open = await aggregates();
    const year = academicYearStarting(2024);
    type Totals = { readonly urn: string; readonly unmarked: number; readonly possible: number };
    const totals = await open.rows<Totals>('ledger_school', year);
    const unlike = totals.filter(({ unmarked, possible }) => unmarked > MOST_UNMARKED * (unmarked + possible));
    expect(unlike.length).toBeGreaterThan(0);
    for (const { urn } of unlike) {
      const text = (await page(`/schools/${urn}/compare`)).querySelector('main')?.textContent ?? '';
      expect([urn, /of its sessions|There (is|are) \d+ schools? of this kind/.test(text)]).toEqual([urn, true]);
      expect(text).not.toContain('Pupils like its own');
    }
  });

  it('says why so few schools are not compared', async () => {
    const document = await page('/schools/compare?phase=primary');
    expect(document.querySelector('.govuk-inset-text')?.textContent).toContain(
      'each would mostly be compared with itself',
    );
    expect(document.querySelector('table')).toBeNull();
  });

  it('takes an unknown measure or phase for none', async () => {
    await page('/schools/compare?measure=%3Cscript%3E&phase=%22');
    expect((await page('/schools/900101/compare?measure=x')).querySelector('h1')?.textContent).toContain('persistent');
  });

  it('answers 404 for a school that is not there', async () => {
    await page('/schools/999999/compare', 404);
  });

  it('gives the table as CSV, empty but for its heading where nothing is compared', async () => {
    const response = await schoolComparisonPages(web()).request('/schools/compare.csv?phase=primary');
    const rows: string[][] = parse(await response.text());
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('reading');
    expect(rows[0]?.filter((name) => /rank|position|q_value|steadied/.test(name))).toEqual([]);
  });
});
