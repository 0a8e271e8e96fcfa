import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areaAt, importFiles, listAreaFiles } from '#exchange/area-files';
import { findInstant, fixedClock, type Instant } from '#kernel';
import { Aggregates } from '#lost-learning';
import { folderWith, upnWith, workFolder } from '#testing';
import { aggregatesFolder } from './results-folder.ts';
import { workOut } from './work-out.ts';

const at = (text: string): Instant => {
  const instant = findInstant(text);
  if (!instant) throw new Error(text);
  return instant;
};

const UPN = upnWith('801400120001');
const FILES = {
  'schools.csv': 'urn,la,name,phase\n900100,801,Ashdown,primary\n',
  'sessions.csv': 'urn,date,am,pm\n900100,2024-10-08,1,1\n900100,2024-10-09,1,1\n',
  'roll.csv': `upn,urn,status,entry_date,birth_date\n${UPN},900100,C,2023-09-01,2014-05-05\n`,
  // Leave that was agreed beforehand.
  'marks.csv': `date,upn,urn,am,pm\n2024-10-08,${UPN},900100,/,\\\n2024-10-09,${UPN},900100,C,C\n`,
};

test('what a clock that was put forward dated ahead is counted, and no day that is still to come', async () => {
  const area = areaAt(join(await workFolder(), 'area'));
  const clock = fixedClock(at('2024-10-09T12:00:00Z'));
  await importFiles(area, await listAreaFiles(await folderWith(FILES)), { clock, by: 'tester' });
  let results = '';
  let knownAt: string | undefined;
  const now = at('2024-10-08T12:00:00Z');
  const rows = workOut({ area, now, mostYears: undefined, behind: false }, (said) => {
    if (said.kind === 'begun') ({ results, knownAt } = said.begun);
  });
  for await (const batch of rows) void batch;
  expect(knownAt).toBe('2024-10-09T12:00:00.000000Z');
  const aggregates = await Aggregates.open(aggregatesFolder(area, results));
  expect(aggregates.years.map(({ asOf }) => asOf)).toEqual(['2024-10-08']);
  aggregates.close();
}, 60_000);
