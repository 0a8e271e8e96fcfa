import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOracleArea, type OracleArea } from './oracle/index.ts';
import { workedArea } from './work-folder.ts';

/** The day after which nothing of the worked folder happens. */
export const hostileToday = '2025-11-01';

/**
 * A child whose names are markup and a formula, as a register may hold them, ill for the three weeks from 6 to 24 January
 * 2025 and there on the last day of the year, which so is whole.
 */
export const hostileChild = {
  upn: 'H801400100123',
  given: '<script>alert(1)</script>',
  family: '=cmd()',
} as const;

const ILL = [6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24].map(
  (day) => `2025-01-${String(day).padStart(2, '0')}`,
);

const FILES: Readonly<Record<string, string>> = {
  'roll-hostile.csv': `upn,urn,status,entry_date,birth_date,year_group,sex,given_name,family_name,class,recorded_at
${hostileChild.upn},900101,C,2023-09-05,2013-06-12,6,F,${hostileChild.given},${hostileChild.family},<b>6</b>,2023-09-05T09:00:00Z
`,
  'marks-hostile.csv': [
    'date,upn,urn,am,pm,recorded_at',
    ...ILL.map((date) => `${date},${hostileChild.upn},900101,I,I,${date}T16:00:00Z`),
    // Another child, away for four days only.
    ...ILL.slice(0, 4).map((date) => `${date},U801400418023,900101,I,I,2025-01-31T16:00:00Z`),
    `2025-07-22,${hostileChild.upn},900101,/,\\,2025-07-22T16:00:00Z`,
    '',
  ].join('\n'),
  'suspensions.csv': `upn,urn,category,start_date,sessions,reason1,recorded_at
W801400416032,900102,SUSP,2024-11-11,4,PP,2024-11-11T12:00:00Z
W801400416032,900102,LNCH,2024-11-20,1,DB,2024-11-20T12:00:00Z
W801400416032,900102,PERM,2025-06-02,,DB,2025-06-02T12:00:00Z
`,
};

/** The worked area with that child and some suspensions beside it, written to `folder`; the same files for the oracle. */
export async function writeHostileArea(folder: string): Promise<OracleArea> {
  await cp(workedArea, folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  const names = (await readdir(folder)).toSorted();
  return readOracleArea(
    await Promise.all(
      names.map(async (name) => ({
        name,
        text: await readFile(join(folder, name), 'utf8'),
        receivedAt: `${hostileToday}T12:00:00Z`,
      })),
    ),
  );
}
