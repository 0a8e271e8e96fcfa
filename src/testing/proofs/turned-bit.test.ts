import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { areaAt, importFiles, listAreaFiles, openStore, type OpenArea } from '#exchange/area-files';
import { fixedClock, instantOf } from '#kernel';
import { countAccount, countYear, findFolded, type Folded } from '#lost-learning';
import { folderWith, randomArea, workFolder } from '../index.ts';

/** After every row, so that the folded register is kept. */
const clock = fixedClock(instantOf(Date.UTC(2040, 0, 1)));
const LAST_DAY = 365;

type Kept = { readonly open: OpenArea; readonly folded: Folded };

async function keptRegister(): Promise<Kept> {
  const files = randomArea(1000, { schools: 4, children: 12, years: [2024], days: 8 });
  const folder = await folderWith(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const area = areaAt(join(folder, 'store'));
  await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
  const open = await openStore(area, {});
  onTestFinished(() => open.close());
  // The first makes the folded register and keeps a copy, which the second counts.
  await countAccount(open, {}, clock);
  return { open, folded: (await countAccount(open, {}, clock)).folded };
}

/** Turns a bit of a file’s first byte, and one in its middle, and asks of each. Afterwards the file is as it was. */
async function turnBits(path: string, ask: () => Promise<void>): Promise<void> {
  const whole = await readFile(path);
  for (const at of [0, whole.length >> 1]) {
    await writeFile(path, whole.with(at, (whole[at] ?? 0) ^ 1));
    await ask();
  }
  await writeFile(path, whole);
}

async function listFiles({ folded }: Kept): Promise<readonly string[]> {
  return (await readdir(folded.folder, { recursive: true })).filter((name) => name.includes('.'));
}

test('a folded register with a bit turned in any of its files is not taken for whole', async () => {
  const kept = await keptRegister();
  const { open, folded } = kept;
  const names = await listFiles(kept);
  expect(new Set(names.map((name) => name.replace(/part=[^.]*/, '*')))).toEqual(
    new Set([
      'about.json',
      'folded_school.parquet',
      'folded_likeness.parquet',
      'years/*.words',
      'children/*.parquet',
      'places/*.places',
    ]),
  );
  for (const name of names)
    await turnBits(join(folded.folder, name), async () => {
      expect({ name, found: await findFolded(open.warehouse, folded.folder) }).toEqual({ name, found: undefined });
    });
  expect(await findFolded(open.warehouse, folded.folder)).toEqual(folded);
});

test('where a bit turns once a register is open, neither words nor pupil numbers are counted', async () => {
  const kept = await keptRegister();
  const { folded } = kept;
  const to = join(await workFolder(), 'account');
  const names = await listFiles(kept);
  for (const kind of ['years', 'children'])
    await turnBits(join(folded.folder, names.find((name) => name.startsWith(kind)) ?? ''), async () => {
      await expect(countYear(folded, LAST_DAY, { to, processors: 1 })).rejects.toThrow('folded/damaged');
    });
});
