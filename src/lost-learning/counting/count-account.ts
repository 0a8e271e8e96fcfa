import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  academicYearOf,
  addDays,
  broken,
  dayNumber,
  firstDay,
  instantDate,
  lastDay,
  randomId,
  startYear,
  today,
  type AcademicYear,
  type CalendarDate,
  type Clock,
  type Instant,
} from '#kernel';
import { attendanceCodes, listPacked, packRegister, registerModels } from '#register';
import { rollModels } from '#roll';
import { formOf, type Warehouse } from '#store';
import { findFolded, type Folded } from '../folded/open-folded.ts';
import { foldYear } from '../folded/fold-year.ts';
import { LAYOUT } from '../folded/layout.ts';
import { listYears, lostLearningModels, type Answered, type PackedRegister, type Question } from '../question.ts';
import { countYear, withHands, writeTables } from './count-year.ts';
import type { Tally } from './tally.ts';

/** Where an account is counted from. */
export type CountSource = {
  /** With the area’s `received_*` relations. */
  readonly warehouse: Warehouse;
  readonly packed: PackedRegister;
  /** A folder of the area’s version: folded registers are kept there, where there is room and leave to write. */
  readonly derived: string;
  /** A folder for what is needed only now, which the warehouse may write. */
  readonly scratch: string;
};

export type CountOptions = {
  /** Where rows of children and enrolments and every table are written; without it only sums are counted. */
  readonly to?: string;
  /** The most memory of each of the three warehouses, for example `1GiB`. */
  readonly memoryLimit?: string;
  readonly onProgress?: CountProgress;
};

export type CountProgress = (step: 'folding' | 'counting', done: number, total: number) => void;

/** An account as sums, with what they are sums of. */
export type Counted = { readonly answered: Answered; readonly folded: Folded; readonly tally: Tally };

/** Where a year has nothing to go by, nothing is counted: a day before the year begins. */
const NO_DAY = -1;

/**
 * Counts the account of an area for one question from its folded register, which is made where it is not there yet: the
 * same figures as buildAccount makes with SQL (a test holds them to each other), many times sooner.
 */
export async function countAccount(
  source: CountSource,
  question: Question,
  clock: Clock,
  options: CountOptions = {},
): Promise<Counted> {
  const { onProgress = () => undefined, memoryLimit = '1GiB', to } = options;
  const { folded, asOf, drop } = await settle(source, question, clock, onProgress);
  try {
    const folders = [dirname(source.derived), source.scratch, ...(to === undefined ? [] : [to])];
    const asOfDay = asOf === null ? NO_DAY : dayNumber(asOf) - dayNumber(firstDay(folded.year));
    const tally = await withHands(folders, memoryLimit, async (hands) => {
      const summed = await countYear(hands, folded, asOfDay, to, (done, total) => onProgress('counting', done, total));
      if (to !== undefined) await writeTables(hands.reader, folded, summed, to);
      return summed;
    });
    return { answered: { year: folded.year, asOf, knownAt: question.knownAt ?? clock.now() }, folded, tally };
  } finally {
    await drop();
  }
}

type Held = { readonly folded: Folded; readonly drop: () => Promise<void> };

/** The year and day to count, as settleQuestion (question.ts) settles them, with the year’s folded register. */
async function settle(
  source: CountSource,
  question: Question,
  clock: Clock,
  onProgress: CountProgress,
): Promise<Held & { readonly asOf: CalendarDate | null }> {
  const years = question.year ? [question.year] : await listYears(source.warehouse);
  const hold = (year: AcademicYear): Promise<Held> => holdFolded(source, year, question.knownAt, clock, onProgress);
  let first: Held | undefined;
  for (const year of years) {
    const held = await hold(year);
    const asOf = dayToCount(question, held.folded, clock);
    if (asOf === null && first === undefined) {
      first = held;
    } else if (asOf === null) {
      await held.drop();
    } else {
      await first?.drop();
      return { ...held, asOf };
    }
  }
  const held = first ?? (await hold(academicYearOf(today(clock))));
  return { ...held, asOf: question.asOf ? earlier(question.asOf, lastDay(held.folded.year)) : null };
}

/** The day asked for, or the last with a mark to go by, not after today or the moment; null where the year has none. */
function dayToCount(question: Question, { year, markedDays }: Folded, clock: Clock): CalendarDate | null {
  if (question.year && question.asOf) return earlier(question.asOf, lastDay(year));
  const latest = question.knownAt ? earlier(today(clock), instantDate(question.knownAt)) : today(clock);
  const marked = markedDays.map((day) => addDays(firstDay(year), day)).findLast((day) => day <= latest);
  return marked === undefined ? null : earlier(question.asOf ?? marked, lastDay(year));
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/** The folded register of a year: the one kept, made now where there is none; or one of a past moment, made for this once. */
async function holdFolded(
  source: CountSource,
  year: AcademicYear,
  knownAt: Instant | undefined,
  clock: Clock,
  onProgress: CountProgress,
): Promise<Held> {
  const { warehouse, derived, scratch } = source;
  const files = knownAt === undefined ? await source.packed(year) : [];
  const kept = join(derived, await foldedName(), `year=${startYear(year)}`);
  const found = files.length > 0 ? await findFolded(warehouse, kept) : undefined;
  if (found) return { folded: found, drop: () => Promise.resolve() };
  const draft = join(scratch, `folding-${randomId()}`);
  const drop = (): Promise<void> => rm(draft, { recursive: true, force: true });
  try {
    const moment = knownAt ?? clock.now();
    await mkdir(draft, { recursive: true });
    const read = files.length > 0 ? files : await packAsKnown(warehouse, year, moment, draft);
    const folding = (done: number, total: number): void => onProgress('folding', done, total);
    await foldYear(warehouse, year, moment, read, join(draft, 'folded'), folding);
    if (files.length > 0) await keep(join(draft, 'folded'), kept);
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

/** Keeps a finished folder, whole or not at all; another process may have been first, with the same. */
async function keep(made: string, kept: string): Promise<void> {
  const beside = `${kept}-${randomId()}`;
  try {
    await cp(made, beside, { recursive: true });
    await rename(beside, kept);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && !NOT_KEPT.has(code)) throw error;
  }
}

async function getFolded(warehouse: Warehouse, folder: string): Promise<Folded> {
  const folded = await findFolded(warehouse, folder);
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
