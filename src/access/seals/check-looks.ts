import { instantOf, type Instant } from '#kernel';
import type { IdRanges } from './id-ranges.ts';
import { digestLooks, marksIn, type LookRow, type Seal } from './seal.ts';

export type LookProblem = { readonly id: number | undefined; readonly problem: string };

/** How far the clocks of the machines that write one record may be apart, and how long a look may take to commit. */
const APART = 15 * 60_000;

export type LooksRead = {
  readonly seal: Seal;
  readonly ranges: IdRanges;
  /** The looks of these ids that are in the database, in the order of ids. */
  readonly looks: readonly LookRow[];
  /** When a seal before this one left no look waiting. */
  readonly emptiedAt: Instant | undefined;
};

/** Where the looks of one seal are not as they were sealed; empty where they are. */
export function lookProblems({ seal, ranges, looks, emptiedAt }: LooksRead): readonly LookProblem[] {
  const found = new Map(looks.map((look) => [Number(look.id), look]));
  const marks = marksIn(seal.marks);
  const ids = idsIn(ranges, marks.length);
  const idOf = new Map(marks.map((mark, at) => [mark, ids[at]]));
  const problems: LookProblem[] = [];
  for (const [at, id] of ids.entries()) {
    const look = found.get(id);
    if (!look) {
      problems.push({ id, problem: 'It was removed.' });
      continue;
    }
    const mark = digestLooks([look]).marks;
    if (mark === marks[at]) problems.push(...timeProblems(id, look, seal, emptiedAt));
    else {
      const place = idOf.get(mark);
      const words =
        place === undefined
          ? 'It was changed.'
          : `It stood in the place of look ${place}: looks were put in another order.`;
      problems.push({ id, problem: words });
    }
  }
  if (problems.length === 0 && digestLooks(looks).rows !== seal.rows) {
    problems.push({ id: undefined, problem: 'A look in it was changed, or looks were put in another order.' });
  }
  return problems;
}

/**
 * What is left in the database of the looks of a seal that was set aside. A backup may hold some of them, and numbers are
 * given again after it was restored; but what was written before the seal was made has to be as it was sealed.
 */
export function looksLeft({ seal, ranges, looks }: Omit<LooksRead, 'emptiedAt'>): {
  readonly left: number;
  readonly problems: readonly { readonly id: number; readonly problem: string }[];
} {
  const marks = marksIn(seal.marks);
  const markOf = new Map(idsIn(ranges, marks.length).map((id, at) => [id, marks[at]]));
  const other = looks.filter((look) => digestLooks([look]).marks !== markOf.get(Number(look.id)));
  const problems = other
    .filter(({ at }) => at <= seal.sealedAt)
    .map(({ id, at }) => ({ id: Number(id), problem: changedBefore(at) }));
  return { left: looks.length - other.length, problems };
}

function changedBefore(at: Instant): string {
  return `It was changed, or put in: it says ${short(at)}, and another look was sealed under its number, in a seal that was made after that time and set aside since. (Or the clock of a machine was wrong.)`;
}

/**
 * Of a seal that was set aside though the database still has looks of it, where `before`, the seal before it, left no look
 * waiting, and the one before that is set aside too. That one’s row had been committed when the looks for `before` were
 * read, and whatever was not among those was committed later. So a backup with these looks has that row, and it would stand.
 */
export function rolledBack(left: number, before: number): string {
  return `Looks of it are in the database (${left}), and seal ${before - 1} is not, which was there before they were written: no backup has the one without the other. Rows of seals were removed, as if a backup had been restored. (Or a look took more than a quarter of an hour to be written.)`;
}

function timeProblems(id: number, look: LookRow, seal: Seal, emptiedAt: Instant | undefined): readonly LookProblem[] {
  if (emptiedAt !== undefined && look.at < apart(emptiedAt, -APART)) {
    return [{ id, problem: backDated(look.at) }];
  }
  if (look.at > apart(seal.sealedAt, APART)) {
    return [{ id, problem: `It says ${short(look.at)}, which is after it was sealed. Was a clock wrong?` }];
  }
  return [];
}

export function backDated(at: Instant): string {
  return `It says ${short(at)}, and looks of that time had been sealed without it: it was put in later with an earlier time. (Or the clock of a machine was wrong.)`;
}

/** The earliest time a look without a seal can have, after a seal that left none waiting. */
export function earliestAfter(emptiedAt: Instant): Instant {
  return apart(emptiedAt, -APART);
}

function apart(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}

export function short(instant: Instant): string {
  return `${instant.slice(0, 19)}Z`;
}

// No more than there are marks: a range that was made up does not fill the memory.
function idsIn(ranges: IdRanges, most: number): readonly number[] {
  const ids: number[] = [];
  for (const { from, to } of ranges) {
    for (let id = from; id <= to && ids.length < most; id += 1) ids.push(id);
  }
  return ids;
}
