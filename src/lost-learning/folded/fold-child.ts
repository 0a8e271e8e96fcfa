import { broken } from '#kernel';
import {
  CHILD,
  COHORT,
  letterHalf,
  MOST_IN_A_RUN,
  MOST_MINUTES,
  MOST_RUNS,
  MOST_STAYS,
  removalWord,
  runHalf,
  spanWord,
  STAY,
  USUAL,
} from './layout.ts';
import { DAYS, openYearAt, type OpenYear } from './open-year.ts';
import { writeHalves, writeWord, type Draft } from './years.ts';

/** A stretch of a child’s time at one school in the year, days counted from 1 September, both ends counted. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly own: boolean;
  readonly main: boolean;
  readonly enrolled: boolean;
};

/** A child at one school: the stretches in order, and the register’s letters by place in the year, with minutes late. */
export type Stay = {
  readonly school: number;
  readonly stretches: readonly Stretch[];
  /** The last day that counts for the published measures; undefined where they leave the enrolment out. */
  readonly countsTo: number | undefined;
  readonly marks: string;
  readonly late: ReadonlyMap<number, number>;
};

export type Gap = { readonly school: number; readonly usualDays: boolean; readonly from: number; readonly to: number };
export type Removed = {
  readonly school: number;
  readonly pos: number;
  readonly lateToLesson: boolean;
  readonly minutes: number;
};

export type ChildToFold = {
  readonly likeness: number;
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
  readonly removals: readonly Removed[];
};

const SPACE = ' '.codePointAt(0) ?? 32;
const HASH = '#'.codePointAt(0) ?? 35;
const LATE = 'L'.codePointAt(0) ?? 76;

type Piece = {
  readonly stay: Stay;
  readonly stretch: Stretch;
  readonly again: boolean;
  readonly contested: boolean;
};

/** Writes one child’s year into a draft, and notes in `marked` the days that have a mark other than `#`. */
export function foldChild(draft: Draft, child: ChildToFold, open: readonly OpenYear[], marked: Uint8Array): void {
  const contested = contestedDays(child.stays);
  const pieces = child.stays.flatMap((stay) => piecesOf(stay, contested));
  if (pieces.length > MOST_STAYS) throw broken('folded/stays', `${pieces.length} stretches in one year`);
  const removals = placeRemovals(child.removals, pieces, open);
  writeWord(
    draft,
    child.likeness |
      (pieces.some((piece) => piece.contested) ? CHILD.contested : 0) |
      (child.gaps.length > 0 ? CHILD.gaps : 0) |
      (removals.length > 0 ? CHILD.removals : 0) |
      (pieces.length > 0 ? CHILD.stays : 0),
  );
  pieces.forEach((piece, at) => {
    foldPiece(draft, piece, openYearAt(open, piece.stay.school), at === pieces.length - 1, marked);
  });
  if (child.gaps.length > 0) {
    writeWord(draft, child.gaps.length);
    for (const { school, usualDays, from, to } of child.gaps) {
      writeWord(draft, school | (usualDays ? STAY.own : 0));
      writeWord(draft, spanWord(from, to));
    }
  }
  if (removals.length > 0) for (const word of [removals.length, ...removals]) writeWord(draft, word);
}

/** Days on which a session can have marks of two schools, or a guest’s; undefined where there are none, as for most. */
function contestedDays(stays: readonly Stay[]): Uint8Array | undefined {
  const all = stays.flatMap(({ stretches }) => stretches);
  if (all.length === 1 && all[0]?.own === true) return undefined;
  const says = new Uint8Array(DAYS);
  for (const { from, to, own } of all) {
    for (let day = from; day <= to; day += 1) says[day] = Math.min(2, (says[day] ?? 0) + (own ? 1 : 2));
  }
  return says.some((say) => say > 1) ? says.map((say) => say >> 1) : undefined;
}

/** The stretches of a stay, divided where they begin or cease to be contested. */
function piecesOf(stay: Stay, contested: Uint8Array | undefined): readonly Piece[] {
  if (!contested) return stay.stretches.map((stretch, at) => ({ stay, stretch, again: at > 0, contested: false }));
  const pieces: Piece[] = [];
  for (const stretch of stay.stretches) {
    for (let from = stretch.from; from <= stretch.to;) {
      let to = from;
      while (to < stretch.to && contested[to + 1] === contested[from]) to += 1;
      pieces.push({
        stay,
        stretch: { ...stretch, from, to },
        again: pieces.length > 0,
        contested: contested[from] === 1,
      });
      from = to + 1;
    }
  }
  return pieces;
}

function foldPiece(draft: Draft, piece: Piece, open: OpenYear, last: boolean, marked: Uint8Array): void {
  const { stay, stretch, again } = piece;
  const [first, end] = [open.beforeDay[stretch.from] ?? 0, open.beforeDay[stretch.to + 1] ?? 0];
  const letters = lettersOf(stay.marks, open, first, end, marked);
  const usual = usualPairOf(letters, open, first);
  const halves = foldDifferences(letters, USUAL[usual] ?? '/.', open, first, stay.late);
  const cohort =
    stay.countsTo === undefined || !stretch.enrolled
      ? COHORT.leftOut
      : stay.countsTo >= DAYS - 1
        ? COHORT.whole
        : COHORT.cut;
  writeWord(
    draft,
    stay.school |
      (stretch.own ? STAY.own : 0) |
      (stretch.main ? STAY.main : 0) |
      (usual << STAY.usualAt) |
      (cohort << STAY.cohortAt) |
      (again ? STAY.again : 0) |
      (last ? STAY.last : 0) |
      (piece.contested ? STAY.contested : 0),
  );
  writeWord(draft, spanWord(stretch.from, stretch.to, (halves.length + 1) >> 1));
  if (cohort === COHORT.cut) writeWord(draft, stay.countsTo ?? 0);
  writeHalves(draft, halves);
}

/** The letters of the sessions that the school opens in the stretch. */
function lettersOf(marks: string, open: OpenYear, first: number, end: number, marked: Uint8Array): Uint8Array {
  const letters = new Uint8Array(end - first);
  for (let session = first; session < end; session += 1) {
    const pos = open.posOf[session] ?? 0;
    const letter = pos < marks.length ? marks.charCodeAt(pos) : SPACE;
    letters[session - first] = letter;
    if (letter !== SPACE && letter !== HASH) marked[pos >> 1] = 1;
  }
  return letters;
}

/** The pair of usual letters that leaves the fewest differences. */
function usualPairOf(letters: Uint8Array, open: OpenYear, first: number): number {
  const counts = USUAL.map((pair) => {
    const [am, pm] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    let alike = 0;
    for (let at = 0; at < letters.length; at += 1) {
      if (letters[at] === (((open.posOf[first + at] ?? 0) & 1) === 0 ? am : pm)) alike += 1;
    }
    return alike;
  });
  return counts.indexOf(Math.max(...counts));
}

/** A run of sessions with one letter, and the minutes late in each where any is given. */
type Run = { readonly first: number; readonly sessions: number; readonly minutes: readonly number[] };

/** The half words of the differences from the usual letters, letter after letter in the order of their codes. */
function foldDifferences(
  letters: Uint8Array,
  pair: string,
  open: OpenYear,
  first: number,
  late: ReadonlyMap<number, number>,
): readonly number[] {
  const [am, pm] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  const runs = new Map<number, Run[]>();
  for (let at = 0; at < letters.length;) {
    const letter = letters[at] ?? SPACE;
    if (letter === (((open.posOf[first + at] ?? 0) & 1) === 0 ? am : pm)) {
      at += 1;
      continue;
    }
    let to = at + 1;
    while (to < letters.length && to - at < MOST_IN_A_RUN && letters[to] === letter) to += 1;
    const minutes = letter === LATE ? minutesLate(late, open, first + at, first + to) : [];
    const found = runs.get(letter) ?? [];
    found.push({ first: first + at, sessions: to - at, minutes });
    runs.set(letter, found);
    at = to;
  }
  const halves: number[] = [];
  for (const [letter, all] of [...runs].toSorted(([one], [other]) => one - other)) {
    for (let at = 0; at < all.length; at += MOST_RUNS) writeRuns(halves, letter, all.slice(at, at + MOST_RUNS));
  }
  return halves;
}

function writeRuns(halves: number[], letter: number, runs: readonly Run[]): void {
  const minutes = runs.flatMap((run) => run.minutes);
  const withMinutes = minutes.some((one) => one !== 0);
  halves.push(letterHalf(letter, withMinutes, runs.length));
  for (const { first, sessions } of runs) halves.push(runHalf(first, sessions));
  if (!withMinutes) return;
  for (let at = 0; at < minutes.length; at += 2) halves.push((minutes[at] ?? 0) | ((minutes[at + 1] ?? 0) << 8));
}

/** Minutes late of each of a run’s sessions. */
function minutesLate(late: ReadonlyMap<number, number>, open: OpenYear, first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, at) =>
    Math.min(late.get(open.posOf[first + at] ?? 0) ?? 0, MOST_MINUTES),
  );
}

/** Removals in sessions that the school opens while it has the child; the others are rejected. */
function placeRemovals(
  removals: readonly Removed[],
  pieces: readonly Piece[],
  open: readonly OpenYear[],
): readonly number[] {
  return removals.flatMap(({ school, pos, lateToLesson, minutes }) => {
    const day = pos >> 1;
    const stay = pieces.findIndex(
      (piece) => piece.stay.school === school && piece.stretch.from <= day && piece.stretch.to >= day,
    );
    const session = sessionAt(openYearAt(open, school), pos);
    return stay < 0 || session === undefined ? [] : [removalWord(stay, session, lateToLesson, minutes)];
  });
}

function sessionAt(open: OpenYear, pos: number): number | undefined {
  const day = pos >> 1;
  for (let session = open.beforeDay[day] ?? 0; session < (open.beforeDay[day + 1] ?? 0); session += 1) {
    if (open.posOf[session] === pos) return session;
  }
  return undefined;
}
