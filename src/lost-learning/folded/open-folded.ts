import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findAcademicYear, firstDay, weekday, type AcademicYear } from '#kernel';
import { quoted, type Warehouse } from '#store';
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
  parts: z.array(z.object({ part: z.string(), children: z.number(), enrolments: z.number() })),
});

export type Likeness = {
  readonly year_group: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly fsm: boolean | null;
  readonly sen: string | null;
};

/** A folded register of one year, open to be counted. */
export type Folded = Readonly<z.infer<typeof about>> & {
  readonly folder: string;
  readonly weekday: number;
  readonly schools: FoldedSchools;
  readonly likenesses: readonly Likeness[];
};

/** Where a folded register’s files are. */
export type FoldedFolder = Pick<Folded, 'folder'>;

/** The folded register in a folder, or undefined where none was finished there. */
export async function findFolded(warehouse: Warehouse, folder: string): Promise<Folded | undefined> {
  const text = await readFile(join(folder, 'about.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const said = about.parse(JSON.parse(text));
  const first = weekday(firstDay(said.year));
  const file = (name: string): string => `read_parquet(${quoted(join(folder, `${name}.parquet`))})`;
  return {
    ...said,
    folder,
    weekday: first,
    schools: await readSchools(warehouse, file('folded_school'), first),
    likenesses: await warehouse.rows<Likeness>(
      `select year_group, sex, ethnicity, fsm, sen from ${file('folded_likeness')} order by likeness`,
    ),
  };
}

export function yearsFile(folded: FoldedFolder, part: string): string {
  return quoted(join(folded.folder, 'years', `part=${part}.parquet`));
}

export function childrenFile(folded: FoldedFolder, part: string): string {
  return quoted(join(folded.folder, 'children', `part=${part}.parquet`));
}
