import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel';
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

const cellsOf = (row: Element): readonly string[] =>
  [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim());
const answerOf = (document: Document): string => document.querySelector('#answer')?.textContent ?? '';

describe('why a figure differs', () => {
  it('leads from a school’s rates, rule by rule, to the figures beside them', async () => {
    const school = await page('/schools/900101');
    expect(school.querySelector('a[href^="/why-different/school-900101"]')?.textContent).toContain(
      'Why does this differ',
    );
    const document = await page('/why-different/school-900101?year=2024/25');
    const [start] = document.querySelectorAll('#walk-published tbody tr');
    // By hand from the worked folder: 2,908 sessions in the register, 182 of 2,582 in absence-by-school.csv.
    expect(start && cellsOf(start)).toEqual(['2,908', '10', '2,865', '223', '7.78%']);
    const [reached] = document.querySelectorAll('#walk-published tfoot tr');
    expect(reached && cellsOf(reached)).toEqual(['2,582', '9', '2,582', '182', '7.05%']);
    const [own] = document.querySelectorAll('#walk-account tfoot tr');
    expect(own && cellsOf(own)).toEqual(['2,849', '10', '2,849', '205', '7.20%']);
    const text = document.querySelector('main')?.textContent ?? '';
    expect(text).toContain('If your system shows 7.20%, it may count the sixth form: then you would get 205 of 2,849');
    expect(text.match(/is the same as the figure’s own sums/g)).toHaveLength(2);
    expect([...document.querySelectorAll('[data-figure]')].map((one) => one.getAttribute('data-figure'))).toEqual([
      'overall_percent',
      'absence_rate',
    ]);
  });

  it('says which rule alone leads to another system’s figure, or that none does', async () => {
    expect(answerOf(await page('/why-different/area?figure=5.29'))).toContain('count code D as attended');
    expect(answerOf(await page('/why-different/area?figure=6.1'))).toContain('every mark as first recorded');
    expect(answerOf(await page('/why-different/area?figure=6.04'))).toContain(
      'hold the marks as they were first recorded',
    );
    expect(answerOf(await page('/why-different/area?figure=5.7'))).toContain('the rate as the DfE counts');
    expect(answerOf(await page('/why-different/area?figure=42'))).toContain('No rule by itself leads to 42%');
    const wrong = await page('/why-different/area?figure=%3Cb%3E6%2C1');
    expect(wrong.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#figure');
    expect(wrong.querySelector('#figure')?.getAttribute('value')).toBe('<b>6,1');
  });

  it('is told in Arabic, with names of documents in English', async () => {
    const document = await page('/why-different/area?figure=5.29&lang=ar');
    for (const other of document.querySelectorAll('main [lang="en"]')) other.remove();
    expect(answerOf(document)).toContain('يحتسب الرمز D حضورًا');
    expect(document.querySelector('main')?.textContent.match(/[a-z]{2,} [a-z]{2,}/gi)).toBeNull();
  });

  it('is said of the area, a trust and a school that are here', async () => {
    expect((await page('/why-different/trust-none')).querySelector('main')?.textContent).toContain(
      'Schools in no trust',
    );
    expect((await page('/why-different/phase-primary')).querySelector('main')?.textContent).toContain('Phase: Primary');
    for (const scope of ['school-999999', 'trust-nowhere', 'phase-nowhere', 'area.sex-F', 'child-H801200001001', 'x'])
      await page(`/why-different/${scope}`, 404);
  });
});
