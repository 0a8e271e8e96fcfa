import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '#kernel';
import { publishedArea, twoYears, type PublishedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

let folder: string;
let area: PublishedArea;
let pages: ReturnType<typeof createWeb>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-two-years-'));
  for (const [name, text] of Object.entries(twoYears())) await writeFile(join(folder, name), text);
  area = await publishedArea(folder, { now: instantOf(Date.UTC(2024, 10, 14, 9)) });
  pages = createWeb(area.web);
}, 240_000);
afterAll(async () => {
  await area.close();
  await rm(folder, { recursive: true, force: true });
});

async function page(path: string): Promise<Document> {
  const text = await (await pages.request(path)).text();
  expect(await htmlFaults(text)).toEqual([]);
  return parseHTML(text).document;
}

const UP_TO =
  'Up to week 1 of autumn half term 2: in the 4 school weeks that both years have, 15.8% (12 of 76 possible sessions) were lost to absence in 2024/25, and 20.0% (16 of 80 possible sessions) in 2023/24.';

describe('the same weeks last year', () => {
  it.each(['/', '/trusts/oak-trust'])(
    '%s says what like weeks add up to, and shows each beside its own',
    async (path) => {
      const document = await page(path);
      expect(document.querySelector('main')?.textContent).toContain(UP_TO);
      const rows = [...document.querySelectorAll('#same-weeks-table tbody tr')].map((row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('td:last-child')?.textContent,
      ]);
      expect(rows).toEqual([
        ['Autumn 1, week 1', 'Yes'],
        ['Autumn 1, week 2', 'Yes'],
        ['Autumn 1, week 3', 'Yes'],
        ['Autumn 1, week 4', 'No: this year only'],
        ['Autumn 2, week 1', 'Yes'],
        ['Autumn 2, week 2', 'No: not over yet'],
      ]);
    },
  );

  it('leads from each number to how it was worked out, in its own year', async () => {
    const document = await page('/schools/900100');
    const figures = [...document.querySelectorAll('#same-weeks-table [data-figure]')];
    expect(figures).toHaveLength(33);
    for (const figure of figures.filter((_, at) => at % 5 === 0)) {
      const how = await page(figure.getAttribute('href') ?? '');
      const again = how.querySelector('[data-recomputed]')?.getAttribute('data-recomputed');
      expect(again?.replace('%', '')).toBe(figure.getAttribute('data-value')?.replace('%', ''));
    }
  });

  it('says where there is no year to hold against', async () => {
    const document = await page('/schools/900100?year=2023/24');
    expect(document.querySelector('main')?.textContent).toContain('There is no account of 2022/23 here');
    expect(document.querySelector('#same-weeks-table')).toBeNull();
  });
});
