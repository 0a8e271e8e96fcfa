import { rm } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { academicYearStarting, instantOf } from '#kernel';
import { findPageQuestion, makeGovernorsPage, textsOf } from '#paper';
import { publishedArea, readPdf, TERM_SCHOOL, writeTermArea, type PublishedArea } from '#testing';
import { createWeb } from '../../server.tsx';

let made: Awaited<ReturnType<typeof writeTermArea>>;
let area: PublishedArea;

beforeAll(async () => {
  made = await writeTermArea();
  area = await publishedArea(made.folder, { now: instantOf(Date.parse('2025-01-10T12:00:00Z')) });
});
afterAll(async () => {
  await area.close();
  await rm(made.folder, { recursive: true, force: true });
});

async function get(path: string): Promise<Response> {
  return createWeb(area.web).request(`http://127.0.0.1${path}`);
}

async function read(path: string): Promise<Document> {
  return parseHTML(await (await get(path)).text()).document;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

test('the page and the PDF say the same, word for word and in the same order', async () => {
  const html = await read(`/schools/${TERM_SCHOOL.urn}/paper?term=autumn`);
  const pdf = await get(`/schools/${TERM_SCHOOL.urn}/paper.pdf?term=autumn`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toBe('inline; filename="governors-900201-2024-25-autumn.pdf"');
  const inPaper = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  expect(inPaper.pages).toBe(1);
  const { aggregates } = await ready();
  const question = await findPageQuestion(aggregates, {
    urn: TERM_SCHOOL.urn,
    year: academicYearStarting(2024),
    term: 'autumn',
    invented: false,
  });
  if (!question) throw new Error('the school is there');
  const page = await makeGovernorsPage(area.web.published, question);
  const shown = plain(html.querySelector('main')?.textContent ?? '');
  let [inHtml, inPdf] = [0, 0];
  for (const text of textsOf(page).map(plain)) {
    const [atHtml, atPdf] = [shown.indexOf(text, inHtml), inPaper.text.indexOf(text, inPdf)];
    expect([text, atHtml >= inHtml, atPdf >= inPdf]).toEqual([text, true, true]);
    [inHtml, inPdf] = [atHtml + text.length, atPdf + text.length];
  }
  expect(html.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toBe(inPaper.descriptions[0]);
});

test('its figures are those that the files were made with, beside last year’s and England’s', async () => {
  const html = await read(`/schools/${TERM_SCHOOL.urn}/paper?term=autumn`);
  const rows = [...html.querySelectorAll('#measures tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => plain(cell.textContent)),
  );
  const headings = [...html.querySelectorAll('#measures thead th')].map((one) => plain(one.textContent));
  expect(headings).toEqual([
    'Share of the term',
    'Autumn term 2024/25',
    'Autumn term 2023/24',
    'England, secondary schools, 2024/25',
  ]);
  const share = ({ missed, possible }: (typeof made.truth)['2024/25']) => `${((100 * missed) / possible).toFixed(1)}%`;
  const [overall, unauthorised, suspended] = rows;
  expect(overall?.[1]).toMatch(new RegExp(`^${share(made.truth['2024/25'])} \\(`));
  expect(overall?.[2]).toMatch(new RegExp(`^${share(made.truth['2023/24'])} \\(`));
  expect(overall?.[3]).toBe('7.9%');
  expect(unauthorised?.[1]).toContain('%');
  // Three children: neither their number nor their sessions.
  expect(suspended?.slice(1)).toEqual(['hidden (c)', 'hidden (c)', '0.3%']);
  const inside = plain(html.querySelector('#inside')?.textContent ?? '');
  expect(inside).toContain('Removed from a lesson240 minutes, 10 pupils');
  expect(inside).toContain('Internal exclusion or isolationhidden (c)');
});

test('a school’s page leads to it, and it to the PDF and its other terms and years', async () => {
  const school = await read(`/schools/${TERM_SCHOOL.urn}`);
  const link = [...school.querySelectorAll('a')].find(
    (one) => plain(one.textContent) === 'One page for governors (PDF)',
  );
  const page = await read(link?.getAttribute('href') ?? '');
  const links = [...page.querySelectorAll('main a')].map((one) => one.getAttribute('href'));
  expect(links).toContain(`/schools/${TERM_SCHOOL.urn}/paper.pdf?year=2024%2F25&term=autumn`);
  expect(links).toContain(`/schools/${TERM_SCHOOL.urn}/paper?year=2023%2F24&term=autumn`);
});

test('a small school gets a page that tells no number of it', async () => {
  const html = await read(`/schools/${TERM_SCHOOL.small}/paper?term=autumn`);
  const figures = [...html.querySelectorAll('#measures tbody tr')].map((row) =>
    plain(row.querySelectorAll('td')[0]?.textContent ?? ''),
  );
  expect(figures).toEqual(Array(6).fill('hidden (c)'));
  expect(html.querySelector('main')?.textContent).toContain('How much learning time was missed is not shown.');
});

test('a term without a session and a school that is not there are answered in words', async () => {
  const empty = await read(`/schools/${TERM_SCHOOL.urn}/paper?term=summer`);
  expect(empty.querySelector('main')?.textContent).toContain('There is nothing to show');
  expect((await get('/schools/999999/paper?term=autumn')).status).toBe(404);
  expect((await get('/schools/999999/paper.pdf')).status).toBe(404);
});

async function ready() {
  const state = await area.web.account();
  if (state.kind !== 'ready') throw new Error(state.kind);
  return state;
}
