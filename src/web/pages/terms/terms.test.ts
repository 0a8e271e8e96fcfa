import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel';
import { readOwnTerms } from '#exchange/area-files';
import { publishedArea, workedArea, type PublishedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

let area: PublishedArea;
let pages: ReturnType<typeof createWeb>;
beforeAll(async () => {
  area = await publishedArea(workedArea, { now: instantOf(Date.UTC(2026, 0, 6, 9)) });
  pages = createWeb(area.web);
}, 240_000);
afterAll(() => area.close());

async function page(path: string, status = 200): Promise<Document> {
  const response = await pages.request(path);
  expect(response.status).toBe(status);
  const text = await response.text();
  expect((await htmlFaults(text)).filter((fault) => !fault.startsWith('prefer-native-element'))).toEqual([]);
  return parseHTML(text).document;
}

const post = (path: string, fields: Readonly<Record<string, string>>, origin = 'http://localhost'): Promise<Response> =>
  Promise.resolve(
    pages.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: origin } }),
  );

/** The fields of the form as a browser would send them. */
const fieldsIn = (document: Document): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('form input')].map((one) => [
      one.getAttribute('name') ?? '',
      one.getAttribute('value') ?? '',
    ]),
  );

const rowsOf = (document: Document): readonly (readonly string[])[] =>
  [...document.querySelectorAll('#terms-2024-25 tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
  );

describe('term dates', () => {
  it('are shown, set with a form, and taken back', async () => {
    expect(rowsOf(await page('/terms'))[1]).toEqual([
      'Autumn half term 2',
      'Autumn',
      '4 November 2024',
      '20 December 2024',
      'Found from the schools’ days',
    ]);
    const fields = fieldsIn(await page('/terms/2024-25'));
    expect(fields).toMatchObject({ 'half-2-first-day': '4', 'half-2-first-month': '11', 'half-2-first-year': '2024' });

    const sent = await post('/terms/2024-25', { ...fields, 'half-2-first-day': '11' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/terms?told=set']);
    expect([...(await readOwnTerms(area.web.area.folder)).values()][0]?.[1]).toEqual({
      first: '2024-11-11',
      last: '2024-12-20',
    });
    const told = await page('/terms?told=set');
    expect(rowsOf(told)[1]?.slice(2)).toEqual(['11 November 2024', '20 December 2024', 'Set by the area']);
    expect(told.querySelector('main')?.textContent).toContain('being worked out again');

    expect((await post('/terms/2024-25/reset', {})).headers.get('location')).toBe('/terms?told=reset');
    expect(rowsOf(await page('/terms'))[1]?.[2]).toBe('4 November 2024');
  });

  it('are refused with what to do, and what was typed stays', async () => {
    const fields = fieldsIn(await page('/terms/2024-25'));
    const typed = { ...fields, 'half-1-last-month': '<b>', 'half-3-first-day': '20', 'half-3-first-month': '12' };
    const response = await post('/terms/2024-25', { ...typed, 'half-3-first-year': '2024' });
    expect(response.status).toBe(400);
    const { document } = parseHTML(await response.text());
    const told = [...document.querySelectorAll('.govuk-error-summary a')].map((one) => [
      one.getAttribute('href'),
      one.textContent,
    ]);
    expect(told).toEqual([
      ['#half-1-last', 'Enter the last day of autumn half term 1, like 2024-09-01.'],
      ['#half-3-first', expect.stringContaining('must begin in a later week')],
    ]);
    expect(document.querySelector('#half-1-last-month')?.getAttribute('value')).toBe('<b>');
    expect((await readOwnTerms(area.web.area.folder)).size).toBe(0);
  });

  it('are not set from another site, and a year that is not there leads back', async () => {
    expect((await post('/terms/2024-25', {}, 'http://attacker.example')).status).toBe(403);
    expect((await pages.request('/terms/2011-12')).headers.get('location')).toBe('/terms');
    expect((await pages.request('/terms/2011-99')).headers.get('location')).toBe('/terms');
  });
});
