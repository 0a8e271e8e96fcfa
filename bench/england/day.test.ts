import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { calendarDate, endOfDay, fixedClock } from '#kernel';
import { countAccount, countYear, totalsOf, type Folded } from '#lost-learning';
import { quoted, Warehouse, type Row } from '#store';
import { folderWith, randomArea, workFolder } from '#testing';
import { bringDay } from './day-arrival.ts';
import { buildDay } from './day-build.ts';
import { childrenIn, countedChildren, enrolledOnly, tablesOf, totalsIn } from './day-check.ts';
import { countDifferences } from './day-differences.ts';
import { readState, writeAbout } from './day-files.ts';
import { makeDay, makeState } from './day-make.ts';
import { output } from './run-script.ts';

/** After everything that was recorded, so that the folded register is kept. */
const clock = fixedClock(endOfDay(calendarDate('2040-01-01')));

/** A folded register with every awkwardness, and the days on which any of its schools opens. */
type Area = { readonly folded: Folded; readonly days: readonly number[]; readonly work: string };

async function areaOf(seed: number): Promise<Area> {
  const files = randomArea(seed, { children: 60, schools: 7, days: 16, years: [2024] });
  // Authorities of several regions, so that every grouping of schools has several groups.
  let school = 0;
  const apart = (text: string): string =>
    text.replaceAll(/(?<=^|,)(801|302)(?=,|$)/gm, () => ['801', '302', '803'][school++ % 3] ?? '');
  const folder = await folderWith(
    Object.fromEntries(files.map(({ name, text }) => [name, name.startsWith('schools') ? apart(text) : text])),
  );
  const area = areaAt(join(folder, 'store'));
  await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
  const open = await openStore(area, {});
  onTestFinished(() => open.close());
  await countAccount(open, {}, clock);
  const { folded } = await countAccount(open, {}, clock);
  const days = Array.from({ length: 366 }, (_, day) => day).filter((day) =>
    folded.schools.open.some(({ beforeDay }) => (beforeDay[day + 1] ?? 0) > (beforeDay[day] ?? 0)),
  );
  return { folded, days, work: await workFolder() };
}

/** Counts a day into a state, here and by one thread. */
async function grow({ folded, work }: Area, from: string, day: number): Promise<string> {
  const [words, today] = [join(work, `words-${day}`), join(work, `state-${day}`)];
  await makeDay(folded, day, words);
  await bringDay({ yesterday: from, day: words, today, tables: join(work, 'tables'), sync: false, threads: 1 });
  return today;
}

test.each([1003, 1011])('a state grown day by day is the account counted as of each day (seed %i)', async (seed) => {
  const area = await areaOf(seed);
  const { folded, days, work } = area;
  let state = join(work, 'nothing');
  await makeState(folded, -1, state);
  for (const day of days) {
    state = await grow(area, state, day);
    const [totals, tally] = [await totalsIn(state, folded), await countYear(folded, day, { processors: 1 })];
    expect(totals, `totals of day ${day}`).toEqual(totalsOf(tally));
    expect(tablesOf(totals, folded)).toEqual(tablesOf(tally, folded));
    const grown = await childrenIn(state, folded);
    expect(enrolledOnly(grown), `children of day ${day}`).toEqual(await countedChildren(folded, day));
    if (day !== days.at(-1) && day % 4 !== 0) continue;
    const begun = join(work, `begun-${day}`);
    await makeState(folded, day, begun);
    expect(await childrenIn(begun, folded), `schools of day ${day}`).toEqual(grown);
  }
});

test('the process that is measured counts with two threads, and writes the tables of the year’s count', async () => {
  const { folded, days, work } = await areaOf(1003);
  const [before = 0, day = 0] = days.slice(-2);
  const folder = (name: string): string => join(work, name);
  await makeState(folded, before, folder('yesterday'));
  await makeDay(folded, day, folder('words'));
  const built = await buildDay(folder('built'));
  const folders = ['yesterday', 'words', 'today', 'tables'].map(folder);
  await output([process.execPath, built, ...folders, '2', 'sync']);
  const tally = await countYear(folded, day, { processors: 1, to: folder('counted') });
  expect(await totalsIn(folder('today'), folded)).toEqual(totalsOf(tally));
  expect(await countDifferences(folded, day, folder('today'))).toBe(0);
  const warehouse = await Warehouse.open({ folders: [work] });
  onTestFinished(() => warehouse.close());
  const rowsIn = (name: string, file: string): Promise<readonly Row[]> =>
    warehouse.rows(`from read_parquet(${quoted(join(folder(name), file))})`);
  const files = (await readdir(folder('counted'))).filter((name) => name.endsWith('.parquet'));
  expect(files).toHaveLength(22);
  for (const file of files) expect(await rowsIn('tables', file)).toEqual(await rowsIn('counted', file));
});

test('a state is counted on only where it is whole, by the next day, and is whole whatever happens', async () => {
  const area = await areaOf(1003);
  const { folded, days, work } = area;
  const [before = 0, day = 0, after = 0] = days.slice(3);
  const yesterday = join(work, 'yesterday');
  await makeState(folded, before, yesterday);
  const bytes = await bytesIn(yesterday);
  await expect(grow(area, yesterday, before)).rejects.toThrow('is in it already');
  await expect(grow(area, yesterday, after)).rejects.toThrow(`Day ${day} is missing`);

  // One part of the day is damaged: what was counted until then is no state.
  const [words, today] = [join(work, 'words'), join(work, 'today')];
  await makeDay(folded, day, words);
  const last = folded.parts.toSorted((one, other) => one.children - other.children)[0]?.part ?? '';
  const part = join(words, `part=${last}.words`);
  const whole = await readFile(part);
  await writeFile(part, Buffer.from(whole).fill(1, 0, 1));
  const arrival = { yesterday, day: words, today, tables: join(work, 'tables'), sync: false, threads: 1 };
  await expect(bringDay(arrival)).rejects.toThrow('make the day again');
  expect((await readdir(today)).length).toBeGreaterThan(0);
  await expect(totalsIn(today, folded)).rejects.toThrow('no finished state');
  expect(await bytesIn(yesterday)).toEqual(bytes);

  // Begun again beside it, from the same state, it is counted; never over what is there.
  await writeFile(part, whole);
  await expect(bringDay(arrival)).rejects.toThrow('EEXIST');
  await bringDay({ ...arrival, today: join(work, 'again') });
  expect(await countDifferences(folded, day, join(work, 'again'))).toBe(0);

  for (const name of [`part=${last}.state`, 'totals']) {
    const path = join(yesterday, name);
    const sound = await readFile(path);
    await writeFile(path, sound.with(0, (sound[0] ?? 0) ^ 1));
    const damaged = bringDay({ ...arrival, today: join(work, `damaged-${name}`) });
    await expect(damaged).rejects.toThrow(`${name} is not as it was written: count the account anew`);
    await writeFile(path, sound);
  }
  await writeAbout(yesterday, { ...(await readState(yesterday)), ground: 'another' });
  await expect(bringDay({ ...arrival, today: join(work, 'other') })).rejects.toThrow('number schools differently');
});

async function bytesIn(folder: string): Promise<readonly Buffer[]> {
  return Promise.all((await readdir(folder)).toSorted().map((name) => readFile(join(folder, name))));
}
