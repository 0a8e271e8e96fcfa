import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schoolDays } from './school-days.ts';
import { upnWith } from './upn.ts';

/** One school with forty children, and one with six, over two autumn terms; figures worked out as the files are made. */
export const TERM_SCHOOL = { urn: 900_201, name: 'Fallowgate Community College', small: 900_202 } as const;

export type TermTruth = {
  readonly possible: number;
  readonly missed: number;
  readonly unauthorised: number;
  /** Children who missed a tenth or more of their own sessions. */
  readonly persistent: number;
  readonly suspendedChildren: number;
};

// Four weeks of each half of the term: enough to be drawn, and quickly read.
const TERMS = {
  '2023/24': [
    ['2023-09-18', '2023-10-13'],
    ['2023-11-20', '2023-12-15'],
  ],
  '2024/25': [
    ['2024-09-16', '2024-10-11'],
    ['2024-11-25', '2024-12-20'],
  ],
} as const;
const CHILDREN = 40;
const FEW = 6;

/** A folder of area files and what its large school’s terms must come to. */
export async function writeTermArea(): Promise<{
  readonly folder: string;
  readonly truth: Readonly<Record<keyof typeof TERMS, TermTruth>>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-term-'));
  const children = Array.from({ length: CHILDREN + FEW }, (_, index) => upnWith(`8014${10_000_000 + index * 37}`));
  const urnOf = (index: number): number => (index < CHILDREN ? TERM_SCHOOL.urn : TERM_SCHOOL.small);
  const marks = ['date,upn,urn,am,pm,am_minutes_late'];
  const sessions = ['urn,date,am,pm'];
  const termOf = (year: keyof typeof TERMS): TermTruth => {
    const missed = new Map<number, number>();
    const found = { possible: 0, missed: 0, unauthorised: 0, suspended: new Set<number>() };
    const days = TERMS[year].flatMap(([first, last]) => schoolDays(first, last));
    for (const [day, date] of days.entries()) {
      sessions.push(`${TERM_SCHOOL.urn},${date},1,1`, `${TERM_SCHOOL.small},${date},1,1`);
      for (const [index, upn] of children.entries()) {
        const code = codeOf(index, day, year === '2024/25' ? 11 : 13);
        const late = code === '' && (index + day) % 19 === 0;
        marks.push(`${date},${upn},${urnOf(index)},${late ? 'L' : code || '/'},${code || '\\'},${late ? 12 : ''}`);
        if (index >= CHILDREN) continue;
        found.possible += 2;
        if (code === '') continue;
        found.missed += 2;
        if (code === 'O') found.unauthorised += 2;
        if (code === 'E') found.suspended.add(index);
        missed.set(index, (missed.get(index) ?? 0) + 2);
      }
    }
    const persistent = [...missed.values()].filter((count) => count * 10 >= days.length * 2).length;
    const { suspended, ...sums } = found;
    return { ...sums, persistent, suspendedChildren: suspended.size };
  };
  const truth = { '2023/24': termOf('2023/24'), '2024/25': termOf('2024/25') };
  await write(folder, 'schools.csv', [
    'urn,la,name,phase',
    `${TERM_SCHOOL.urn},801,${TERM_SCHOOL.name},secondary`,
    `${TERM_SCHOOL.small},801,Small School,primary`,
  ]);
  await write(folder, 'sessions.csv', sessions);
  await write(folder, 'roll.csv', [
    'upn,urn,status,entry_date,birth_date,year_group,sex,boarder',
    ...children.map((upn, index) => `${upn},${urnOf(index)},C,2023-09-01,2011-03-0${(index % 9) + 1},8,F,N`),
  ]);
  await write(folder, 'marks.csv', marks);
  // On days that all of them attended.
  await write(folder, 'removals.csv', [
    'upn,urn,date,session,minutes,kind',
    ...children.slice(0, 12).map((upn) => `${upn},${TERM_SCHOOL.urn},2024-10-03,AM,20,removed-from-lesson`),
    ...children.slice(0, 3).map((upn) => `${upn},${TERM_SCHOOL.urn},2024-10-07,PM,45,internal-exclusion`),
  ]);
  return { folder, truth };
}

/** Illness in runs that pass through the school, days without agreement of a third of it, and three children suspended. */
function codeOf(index: number, day: number, often: number): string {
  if (index < 3 && day >= 20 && day < 23) return 'E';
  if (index % 3 === 0 && (index + day) % 17 === 0) return 'O';
  return (index * 5 + day) % (often * 2) < (index % 7 === 0 ? 4 : 1) ? 'I' : '';
}

function write(folder: string, name: string, lines: readonly string[]): Promise<void> {
  return writeFile(join(folder, name), `${lines.join('\n')}\n`);
}
