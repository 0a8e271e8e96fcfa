import { join } from 'node:path';
import { z } from 'zod';
import { broken, findAcademicYear, firstDay, weekday, type AcademicYear } from '#kernel';
import { findHash, findSaid, quoted, writeSaid, type Warehouse } from '#store';
import { PART_FILES, part, partFileIn, type Part, type PartFile } from './parts.ts';
import { readSchools, type FoldedSchools } from './read-schools.ts';

const about = z.object({
  year: z.string().transform((text, context): AcademicYear => {
    const year = findAcademicYear(text);
    if (year) return year;
    context.addIssue({ code: 'custom', message: 'not an academic year' });
    return z.NEVER;
  }),
  /** Days from 1 September with a mark other than `#`, in order. */
  markedDays: z.array(z.number()),
  parts: z.array(part),
  /** Hashes of the files of schools and likenesses. */
  schools: z.string(),
  likenesses: z.string(),
});

type About = Readonly<z.infer<typeof about>>;

export type Likeness = {
  readonly year_group: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly fsm: boolean | null;
  readonly sen: string | null;
};

/** A folded register of one year, open to be counted. */
export type Folded = Pick<About, 'year' | 'markedDays' | 'parts'> & {
  readonly folder: string;
  readonly weekday: number;
  readonly schools: FoldedSchools;
  readonly likenesses: readonly Likeness[];
};

/** Where a folded register’s files are. */
export type FoldedFolder = Pick<Folded, 'folder'>;

/**
 * The folded register in a folder; undefined where none was finished there, or where a byte of it is not as it was written:
 * then it is to be made again. A changed byte would be a changed figure. Of the parts only the files in `look` are looked at:
 * whoever reads others checks each as it is read (checkPart).
 */
export async function findFolded(
  warehouse: Warehouse,
  folder: string,
  { look = PART_FILES }: { readonly look?: readonly PartFile[] } = {},
): Promise<Folded | undefined> {
  const said = await findAbout(folder);
  if (!said || !(await areNumbersWhole(folder, said)) || !(await arePartsWhole(folder, said, look))) return undefined;
  const first = weekday(firstDay(said.year));
  const file = (name: string): string => `read_parquet(${quoted(wholeFileIn(folder, name))})`;
  return {
    year: said.year,
    markedDays: said.markedDays,
    parts: said.parts,
    folder,
    weekday: first,
    schools: await readSchools(warehouse, file('folded_school'), first),
    likenesses: await warehouse.rows<Likeness>(
      `select year_group, sex, ethnicity, fsm, sen from ${file('folded_likeness')} order by likeness`,
    ),
  };
}

/** What a folder says of its folded register, where it was finished and that is as it was written. */
export async function findAbout(folder: string): Promise<About | undefined> {
  return about.safeParse(await findSaid(join(folder, 'about.json'))).data;
}

/** Says what was folded, which finishes it. */
export async function writeAbout(folder: string, year: AcademicYear, parts: readonly Part[]): Promise<void> {
  const days = new Set(parts.flatMap(({ markedDays }) => markedDays));
  await writeSaid(join(folder, 'about.json'), {
    year,
    markedDays: [...days].toSorted((one, other) => one - other),
    parts,
    schools: await findHash(wholeFileIn(folder, 'folded_school')),
    likenesses: await findHash(wholeFileIn(folder, 'folded_likeness')),
  });
}

async function arePartsWhole(folder: string, { parts }: About, look: readonly PartFile[]): Promise<boolean> {
  for (const some of inTurns(parts)) {
    const whole = await Promise.all(some.map((one) => isPartWhole(folder, one, look)));
    if (whole.includes(false)) return false;
  }
  return true;
}

async function isPartWhole(folder: string, { part: name, hashes }: Part, look: readonly PartFile[]): Promise<boolean> {
  for (const file of look) if ((await findHash(partFileIn(folder, file, name))) !== hashes[file]) return false;
  return true;
}

/** Parts whose files are read at once. */
const AT_ONCE = 4;

function* inTurns(parts: readonly Part[]): Generator<readonly Part[]> {
  for (let at = 0; at < parts.length; at += AT_ONCE) yield parts.slice(at, at + AT_ONCE);
}

/** Refuses to count what is not as it was written. */
export function checkPart(
  folder: string,
  { part: name, hashes }: Part,
  file: PartFile,
  hash: string | undefined,
): void {
  if (hash !== hashes[file])
    throw broken('folded/damaged', `${partFileIn(folder, file, name)} is not as it was written`);
}

/** Whether it is for a part that is not as it was written that something was refused, here or in another thread. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'folded/damaged';
}

/** Whether the files of schools and likenesses, which give the numbers in all parts, are as they were written. */
export async function areNumbersWhole(
  folder: string,
  { schools, likenesses }: Pick<About, 'schools' | 'likenesses'>,
): Promise<boolean> {
  return (
    (await findHash(wholeFileIn(folder, 'folded_school'))) === schools &&
    (await findHash(wholeFileIn(folder, 'folded_likeness'))) === likenesses
  );
}

export function wholeFileIn(folder: string, name: string): string {
  return join(folder, `${name}.parquet`);
}

export function childrenFile({ folder }: FoldedFolder, name: string): string {
  return quoted(partFileIn(folder, 'children', name));
}
