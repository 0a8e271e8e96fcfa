import { access, cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { broken, randomId, startYear, type AcademicYear, type Clock, type Instant } from '#kernel';
import { attendanceCodes, listPacked, packRegister, registerModels } from '#register';
import { rollModels } from '#roll';
import { formOf, type Warehouse } from '#store';
import { lostLearningModels, momentOf, type PackedRegister } from '../question.ts';
import { foldYear, type FoldOptions } from './fold-year.ts';
import { LAYOUT } from './layout.ts';
import { findFolded, type Folded } from './open-folded.ts';
import type { PartFile } from './parts.ts';

/** Where folded registers are made from, and kept. */
export type FoldSource = {
  /** With the area’s `received_*` relations. */
  readonly warehouse: Warehouse;
  readonly packed: PackedRegister;
  /** A folder of the area’s version: folded registers are kept there, where there is room and leave to write. */
  readonly derived: string;
  /** A folder for what is needed only now, which the warehouse may write. */
  readonly scratch: string;
  /** What stood in `derived` of the version before, where the version was not made to take something out. */
  readonly derivedBefore?: string;
};

/** A folded register for as long as it is needed. */
export type Held = { readonly folded: Folded; readonly drop: () => Promise<void> };

export type HoldOptions = Omit<FoldOptions, 'before'> & {
  /** Files of each kept part that are looked at now; whoever reads others does so then. */
  readonly look: readonly PartFile[];
};

/** The folded register of a year: the one kept, made now where there is none; or one of a past moment, made for this once. */
export async function holdFolded(
  source: FoldSource,
  year: AcademicYear,
  knownAt: Instant | undefined,
  clock: Clock,
  { look, ...options }: HoldOptions,
): Promise<Held> {
  const { warehouse, derived, derivedBefore, scratch } = source;
  const name = join(await foldedName(), `year=${startYear(year)}`);
  const kept = join(derived, name);
  // What is kept was made from all that this version knows now: the packed register is read only where there is none.
  const found = knownAt === undefined ? await findFolded(warehouse, kept, { look }) : undefined;
  if (found) return { folded: found, drop: () => Promise.resolve() };
  const files = knownAt === undefined ? await source.packed(year) : [];
  const draft = join(scratch, `folding-${randomId()}`);
  const drop = (): Promise<void> => rm(draft, { recursive: true, force: true });
  try {
    const moment = await momentOf(warehouse, knownAt ? { knownAt } : {}, clock);
    await mkdir(draft, { recursive: true });
    const read = files.length > 0 ? files : await packAsKnown(warehouse, year, moment, draft);
    // One that is kept and damaged is one more to take whole parts from.
    const before = files.length > 0 ? [kept, ...(derivedBefore === undefined ? [] : [join(derivedBefore, name)])] : [];
    await foldYear(warehouse, year, moment, read, join(draft, 'folded'), { ...options, before });
    if (files.length > 0) await keep(join(draft, 'folded'), kept, files, before);
    return { folded: await getFolded(warehouse, join(draft, 'folded')), drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function packAsKnown(
  warehouse: Warehouse,
  year: AcademicYear,
  moment: Instant,
  draft: string,
): Promise<readonly string[]> {
  await packRegister(warehouse, year, moment, join(draft, 'register'));
  return listPacked(join(draft, 'register'), year);
}

/** Why a folder may not take what would be kept there: then it is made again by whoever asks next. */
const NOT_KEPT = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS']);

/**
 * Keeps a finished folder, whole or not at all, and drops those that it took the place of; another process may have been
 * first, with the same. `packed` are files of the version that it is made from: where they are gone so is the version, and
 * nothing of it may come back.
 */
async function keep(made: string, kept: string, packed: readonly string[], before: readonly string[]): Promise<void> {
  const beside = `${kept}-${randomId()}`;
  const drop = (path: string): Promise<void> => rm(path, { recursive: true, force: true }).catch(() => undefined);
  try {
    await mkdir(dirname(kept), { recursive: true });
    await cp(made, beside, { recursive: true });
    for (const folder of before) await drop(folder);
    await rename(beside, kept);
  } catch (error) {
    await drop(beside);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && !NOT_KEPT.has(code)) throw error;
  }
  const there = await Promise.all(
    packed.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (there.includes(false)) await drop(dirname(dirname(kept)));
}

async function getFolded(warehouse: Warehouse, folder: string): Promise<Folded> {
  const folded = await findFolded(warehouse, folder, { look: [] });
  if (!folded) throw broken('folded/missing', folder);
  return folded;
}

/** Folded registers that another Kith made by other rules are not read: the name says what made them. */
async function foldedName(): Promise<string> {
  const form = await formOf(
    [rollModels, registerModels, lostLearningModels],
    [JSON.stringify(attendanceCodes), LAYOUT],
  );
  return `folded-${form}`;
}
