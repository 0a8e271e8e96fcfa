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
  for (const [name, text] of Object.entries(twoYears(['2024-09-16', '2024-09-20'])))
    await writeFile(join(folder, name), text);
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
  'Up to week 1 of autumn half term 2: in the 3 school weeks that both years have whole, with registers taken, 14.3% (8 of 56 possible sessions) were lost to absence in 2024/25, and 20.0% (12 of 60 possible sessions) in 2023/24.';

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
        // The second school sent no register that week.
        ['Autumn 1, week 3', 'No: too many registers not taken'],
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

  it('is for the school whose registers came what it was, and for the silent one nothing', async () => {
    const third = async (urn: number): Promise<readonly (string | undefined)[]> => {
      const row = [...(await page(`/schools/${urn}`)).querySelectorAll('#same-weeks-table tbody tr')][2];
      return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent?.trim());
    };
    expect((await third(900100)).at(-1)).toBe('Yes');
    const silent = await third(900101);
    expect(silent[4]).toBe('none possible');
    expect(silent.at(-1)).toBe('No: too many registers not taken');
  });

  it('says where there is no year to hold against', async () => {
    const document = await page('/schools/900100?year=2023/24');
    expect(document.querySelector('main')?.textContent).toContain('There is no account of 2022/23 here');
    expect(document.querySelector('#same-weeks-table')).toBeNull();
  });
});
