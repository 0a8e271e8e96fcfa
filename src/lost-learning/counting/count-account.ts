import {
  academicYearOf,
  addDays,
  dayNumber,
  firstDay,
  instantDate,
  lastDay,
  today,
  type AcademicYear,
  type CalendarDate,
  type Clock,
} from '#kernel';
import { holdFolded, type FoldSource, type Held } from '../folded/keep-folded.ts';
import { isDamage, type Folded } from '../folded/open-folded.ts';
import { PART_FILES, type PartFile } from '../folded/parts.ts';
import { earlier, listYears, momentOf, type Answered, type Question } from '../question.ts';
import { countYear, type YearOptions } from './count-year.ts';
import { childrenIn, type Tally } from './tally.ts';

export type CountSource = FoldSource;

export type CountOptions = Omit<YearOptions, 'onProgress'> & { readonly onProgress?: CountProgress | undefined };

/** Told of each step how many children of how many; where a part is damaged, that (0 of 0) before all begins again. */
export type CountProgress = (step: 'folding' | 'counting' | 'damaged', done: number, total: number) => void;

/** An account as sums, with what they are sums of. */
export type Counted = {
  readonly answered: Answered;
  readonly folded: Folded;
  readonly tally: Tally;
  /** How many children have a session in it. */
  readonly children: number;
};

/** Where a year has nothing to go by, nothing is counted: a day before the year begins. */
export const NO_DAY = -1;

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
  try {
    return await countFolded(source, question, clock, options, []);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // A part was not as it was written: what is whole is taken over, the rest made again, and all of it counted.
    options.onProgress?.('damaged', 0, 0);
    return countFolded(source, question, clock, options, PART_FILES);
  }
}

async function countFolded(
  source: CountSource,
  question: Question,
  clock: Clock,
  options: CountOptions,
  look: readonly PartFile[],
): Promise<Counted> {
  const { onProgress = () => undefined } = options;
  const { folded, asOf, drop } = await settle(source, question, clock, onProgress, look);
  try {
    const asOfDay = asOf === null ? NO_DAY : dayNumber(asOf) - dayNumber(firstDay(folded.year));
    const tally = await countYear(folded, asOfDay, {
      ...options,
      onProgress: (done, total) => onProgress('counting', done, total),
    });
    const knownAt = await momentOf(source.warehouse, question, clock);
    const answered = { year: folded.year, asOf, knownAt };
    return { answered, folded, tally, children: childrenIn(tally) };
  } finally {
    await drop();
  }
}

/**
 * The year and day to count, as settleQuestion (question.ts) settles them, with the year’s folded register. Of its parts
 * the files in `look` are looked at first.
 */
export async function settle(
  source: CountSource,
  question: Question,
  clock: Clock,
  onProgress: CountProgress,
  look: readonly PartFile[],
): Promise<Held & { readonly asOf: CalendarDate | null }> {
  const years = question.year ? [question.year] : await listYears(source.warehouse);
  const options = {
    look,
    onProgress: (done: number, total: number): void => onProgress('folding', done, total),
  };
  const hold = (year: AcademicYear): Promise<Held> => holdFolded(source, year, question.knownAt, clock, options);
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
