import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { calendarDate, endOfDay, fixedClock } from '#kernel';
import { countAccount, countYear, totalsOf, type Folded } from '#lost-learning';
import { folderWith, randomArea, workFolder } from '#testing';
import { bringDay } from './day-arrival.ts';
import { childrenIn, countedChildren, enrolledOnly, tablesOf, totalsIn } from './day-check.ts';
import { makeDay, makeState } from './day-make.ts';

/** After everything that was recorded, so that the folded register is kept. */
const clock = fixedClock(endOfDay(calendarDate('2040-01-01')));

/** A folded register with every awkwardness, and the days on which any of its schools opens. */
type Area = { readonly folded: Folded; readonly days: readonly number[]; readonly work: string };

async function areaOf(seed: number): Promise<Area> {
  const files = randomArea(seed, { children: 60, schools: 7, days: 22, years: [2024] });
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

async function grow({ folded, work }: Area, from: string, day: number, threads = 1): Promise<string> {
  const [words, today] = [join(work, `words-${day}`), join(work, `state-${day}`)];
  await makeDay(folded, day, words);
  await bringDay({ yesterday: from, day: words, today, tables: join(work, `tables-${day}`), sync: false, threads });
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
    const begun = join(work, `begun-${day}`);
    await makeState(folded, day, begun);
    expect(await childrenIn(begun, folded), `schools of day ${day}`).toEqual(grown);
  }
});
