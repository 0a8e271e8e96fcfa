import { broken } from '#kernel';
import {
  CHILD,
  COHORT,
  differenceWord,
  MOST_MINUTES,
  MOST_STAYS,
  removalWord,
  spanWord,
  STAY,
  USUAL,
} from './layout.ts';
import { DAYS, openYearAt, type OpenYear } from './open-year.ts';

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

type Piece = { readonly stay: Stay; readonly stretch: Stretch; readonly again: boolean };

/** Appends one child’s year to `words`, and notes in `marked` the days that have a mark other than `#`. */
export function foldChild(words: number[], child: ChildToFold, open: readonly OpenYear[], marked: Uint8Array): void {
  const pieces = child.stays.flatMap((stay) =>
    stay.stretches.map((stretch, at): Piece => ({ stay, stretch, again: at > 0 })),
  );
  if (pieces.length > MOST_STAYS) throw broken('folded/stays', `${pieces.length} stretches in one year`);
  const removals = placeRemovals(child.removals, pieces, open);
  const contested = isContested(pieces);
  words.push(
    child.likeness |
      (contested ? CHILD.contested : 0) |
      (child.gaps.length > 0 ? CHILD.gaps : 0) |
      (removals.length > 0 ? CHILD.removals : 0) |
      (pieces.length > 0 ? CHILD.stays : 0),
  );
  pieces.forEach((piece, at) => {
    foldPiece(words, piece, openYearAt(open, piece.stay.school), at === pieces.length - 1, marked);
  });
  if (child.gaps.length > 0) {
    words.push(child.gaps.length);
    for (const { school, usualDays, from, to } of child.gaps) {
      words.push(school | (usualDays ? STAY.own : 0), spanWord(from, to));
    }
  }
  if (removals.length > 0) words.push(removals.length, ...removals);
}

/** Where a session can have marks of two schools, or a guest’s in another’s time. */
function isContested(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (one, at) =>
      !one.stretch.own ||
      pieces.some(
        (other, place) => place > at && one.stretch.from <= other.stretch.to && other.stretch.from <= one.stretch.to,
      ),
  );
}

function foldPiece(words: number[], piece: Piece, open: OpenYear, last: boolean, marked: Uint8Array): void {
  const { stay, stretch, again } = piece;
  const [first, end] = [open.beforeDay[stretch.from] ?? 0, open.beforeDay[stretch.to + 1] ?? 0];
  const letters = lettersOf(stay.marks, open, first, end, marked);
  const usual = usualPairOf(letters, open, first);
  const differences = foldDifferences(letters, USUAL[usual] ?? '/.', open, first, stay.late);
  const cohort =
    stay.countsTo === undefined || !stretch.enrolled
      ? COHORT.leftOut
      : stay.countsTo >= DAYS - 1
        ? COHORT.whole
        : COHORT.cut;
  words.push(
    stay.school |
      (stretch.own ? STAY.own : 0) |
      (stretch.main ? STAY.main : 0) |
      (usual << STAY.usualAt) |
      (cohort << STAY.cohortAt) |
      (again ? STAY.again : 0) |
      (last ? STAY.last : 0),
    spanWord(stretch.from, stretch.to, differences.count),
  );
  if (cohort === COHORT.cut) words.push(stay.countsTo ?? 0);
  for (const word of differences.words) words.push(word);
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

function foldDifferences(
  letters: Uint8Array,
  pair: string,
  open: OpenYear,
  first: number,
  late: ReadonlyMap<number, number>,
): { readonly count: number; readonly words: readonly number[] } {
  const [am, pm] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  const words: number[] = [];
  let count = 0;
  for (let at = 0; at < letters.length;) {
    const letter = letters[at] ?? SPACE;
    if (letter === (((open.posOf[first + at] ?? 0) & 1) === 0 ? am : pm)) {
      at += 1;
      continue;
    }
    let to = at + 1;
    while (to < letters.length && letters[to] === letter) to += 1;
    const minutes = letter === LATE ? minutesLate(late, open, first + at, first + to) : [];
    words.push(differenceWord(first + at, to - at, letter, minutes.length > 0), ...minutes);
    count += 1;
    at = to;
  }
  return { count, words };
}

/** Minutes late of a run of sessions, four to a word; nothing where none is given. */
function minutesLate(late: ReadonlyMap<number, number>, open: OpenYear, first: number, end: number): readonly number[] {
  const minutes = Array.from({ length: end - first }, (_, at) => late.get(open.posOf[first + at] ?? 0) ?? 0);
  if (minutes.every((one) => one === 0)) return [];
  const words: number[] = [];
  minutes.forEach((one, at) => {
    const word = at >> 2;
    words[word] = (words[word] ?? 0) | (Math.min(one, MOST_MINUTES) << ((at & 3) * 8));
  });
  return words;
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
