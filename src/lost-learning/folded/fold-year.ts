import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { firstDay, lastDay, weekday, type AcademicYear, type Instant } from '#kernel';
import { buildModels, quoted, type Warehouse } from '#store';
import { readAccountModels } from '../question.ts';
import { CHILDREN_A_WORKER, foldParts, type Workforce } from './fold-parts.ts';
import { checkSizes, handNumbersOn } from './numbers.ts';
import { areNumbersWhole, findAbout, wholeFileIn, writeAbout } from './open-folded.ts';
import { DAY_DIGESTS, type WholeFiles } from './part-inputs.ts';
import { PART_FILES } from './parts.ts';
import { ACROSS, shareOut } from './share-out.ts';
import type { Before } from './take-over.ts';

export type FoldProgress = (done: number, total: number) => void;

export type FoldOptions = Partial<Workforce> & {
  /** Folders with a folded register of the same year by the same rules, the likeliest first: what is unchanged is taken over. */
  readonly before?: readonly string[];
  readonly onProgress?: FoldProgress;
};

const RELATIONS = ['folded_school', 'folded_likeness', 'school', 'school_day'];

/**
 * Folds the packed register of a year: each child’s year written as its differences from the usual day of the school, a
 * file an authority, all that is known of the roll worked in (decision 0030). Derived; made whole and never changed.
 * The area’s `received_*` relations must be there; `files` are the year’s packed register as known at the same moment.
 * Answers which parts were folded: the others were taken over, unchanged.
 */
export async function foldYear(
  warehouse: Warehouse,
  year: AcademicYear,
  knownAt: Instant,
  files: readonly string[],
  folder: string,
  options: FoldOptions = {},
): Promise<readonly string[]> {
  const { workers = availableParallelism(), mebibytes = 1024, childrenEach = CHILDREN_A_WORKER } = options;
  const { onProgress = () => undefined } = options;
  for (const name of PART_FILES) await mkdir(join(folder, name), { recursive: true });
  const ready = join(folder, 'ready');
  try {
    const models = await readAccountModels(warehouse);
    await warehouse.run(
      `create or replace temp table question as select date '${firstDay(year)}' as first_day, date '${lastDay(year)}' as last_day,
         date '${lastDay(year)}' as as_of, timestamp '${knownAt.slice(0, -1)}' as known_at`,
    );
    await buildModels(warehouse, models, RELATIONS);
    const before = await findBefore(warehouse, options.before ?? []);
    await checkSizes(warehouse);
    const shares = await shareOut(warehouse, models, ready);
    const whole = await writeWhole(warehouse, folder, ready);
    for (const relation of [...RELATIONS, 'question']) await warehouse.run(`drop table if exists ${relation}`);
    const total = shares.reduce((sum, { children }) => sum + children, 0);
    let done = 0;
    const made = await foldParts(
      shares.map((share) => ({
        share,
        packed: share.part === ACROSS ? files : files.filter((file) => file.endsWith(`la=${share.part}.parquet`)),
      })),
      {
        folders: [...new Set([folder, ...files.map((file) => dirname(file))])],
        weekday: weekday(firstDay(year)),
        whole,
        folder,
        before,
        spill: join(ready, 'spill'),
      },
      { workers, mebibytes, childrenEach },
      (children) => onProgress((done += children), total),
    );
    const parts = made.map(({ part }) => part).filter(({ children }) => children > 0);
    await writeAbout(folder, year, parts);
    return made.filter(({ takenOver }) => !takenOver).map(({ part }) => part.part);
  } finally {
    await rm(ready, { recursive: true, force: true });
  }
}

/** The first folder whose numbers can be handed on. */
async function findBefore(warehouse: Warehouse, folders: readonly string[]): Promise<Before | undefined> {
  for (const folder of folders) {
    const about = await findAbout(folder);
    if (!about || !(await areNumbersWhole(folder, about))) continue;
    if (await handNumbersOn(warehouse, folder)) return { folder, parts: about.parts };
  }
  return undefined;
}

async function writeWhole(warehouse: Warehouse, folder: string, ready: string): Promise<WholeFiles> {
  const whole = {
    schools: wholeFileIn(folder, 'folded_school'),
    likenesses: wholeFileIn(folder, 'folded_likeness'),
    schoolDays: join(ready, 'school-day.parquet'),
    dayDigests: join(ready, 'day-digest.parquet'),
    question: join(ready, 'question.parquet'),
  };
  const written: readonly [string, string][] = [
    ['from folded_school order by school_no', whole.schools],
    ['from folded_likeness order by likeness', whole.likenesses],
    ['from school_day order by urn, date', whole.schoolDays],
    [DAY_DIGESTS, whole.dayDigests],
    ['from question', whole.question],
  ];
  for (const [sql, file] of written)
    await warehouse.run(`copy (${sql}) to ${quoted(file)} (format parquet, compression zstd)`);
  return whole;
}
