import { join } from 'node:path';
import { expect, test } from 'vitest';
import { academicYearStarting, findInstant, fixedClock, type Clock } from '#kernel';
import { areaAt, forgetImport, importFiles, listAreaFiles, listImports, openStore } from '#exchange/area-files';
import { buildAccount, countAccount, ledgerBy, ledgerOf } from '#lost-learning';
import { folderWith, upnWith, workFolder } from '../index.ts';

const clockAt = (text: string): Clock => {
  const instant = findInstant(text);
  if (!instant) throw new Error(text);
  return fixedClock(instant);
};
const RIGHT = clockAt('2025-03-01T12:00:00Z');
const BACK = clockAt('2025-02-01T12:00:00Z');

const UPN = upnWith('801400120001');
const FILES = {
  'schools.csv': 'urn,la,name,phase\n900100,801,Ashdown,primary\n',
  'sessions.csv': 'urn,date,am,pm\n900100,2024-10-08,1,1\n',
  'roll.csv': `upn,urn,status,entry_date,birth_date\n${UPN},900100,C,2023-09-01,2014-05-05\n`,
  'marks.csv': `date,upn,urn,am,pm\n2024-10-08,${UPN},900100,/,\\\n`,
};

test('where the clock is put back between two imports, the later is the later word, and nothing received is missing', async () => {
  const area = areaAt(join(await workFolder(), 'area'));
  const bring = async (files: Readonly<Record<string, string>>, clock: Clock): Promise<void> =>
    void (await importFiles(area, await listAreaFiles(await folderWith(files)), { clock, by: 'tester' }));
  // The causes of the two sessions by a clock: counted, and with SQL.
  const causes = async (clock: Clock): Promise<readonly unknown[]> => {
    const open = await openStore(area, {});
    const question = { year: academicYearStarting(2024) };
    const { tally, folded, answered } = await countAccount(open, question, clock);
    const settled = await buildAccount(open.warehouse, question, clock, open.packed);
    expect(answered).toEqual(settled);
    const rows = (await ledgerBy(open.warehouse, 'cause')).rows;
    expect(ledgerOf(tally, folded, 'cause').rows).toEqual(rows);
    expect(await open.packed(question.year)).toHaveLength(1);
    await open.close();
    return rows.map((row) => [row['code'], row['sessions']]);
  };
  await bring(FILES, RIGHT);
  const present = await causes(RIGHT);
  // Asked by a clock that is behind what was received.
  expect(await causes(BACK)).toEqual(present);
  await bring({ 'marks-2.csv': `date,upn,urn,am,pm\n2024-10-08,${UPN},900100,I,I\n` }, BACK);
  expect(await causes(BACK)).toEqual([['I', 2]]);
  expect(await causes(RIGHT)).toEqual([['I', 2]]);
  expect((await listImports(area)).map(({ at }) => at)).toEqual(Array.from({ length: 5 }, () => '2025-03-01T12:00:00'));
  await forgetImport(area, 'import-2', BACK);
  expect(await causes(BACK)).toEqual(present);
}, 60_000);
