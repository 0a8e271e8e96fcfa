/**
 * How a child’s year stands in the folded register: whole 32-bit words, read in order.
 *
 *   child   likeness (20 bits), with contested stays, with gaps, with removals, with stays
 *   stay    school (20 bits), own, main, usual (2 bits), cohort (2 bits), the same school again, last of the child, contested
 *           words of differences (10 bits), first day (9 bits), last day (9 bits)
 *           [the last day that counts for the published measures, where the cohort cuts the stay]
 *   differences   in half words, letter after letter, an odd one filled up with a letter without runs:
 *           letter (7 bits), with minutes, how many runs (8 bits); then each run: its first session (10 bits), how many
 *           sessions after that (6 bits); [minutes late, a byte a session, the runs’ one after another, in whole half words]
 *   gaps    how many; then for each: school (20 bits), usual days; first day (9 bits), last day (9 bits)
 *   removals  how many; then each: stay (12 bits), session (10 bits), late to a lesson, minutes (8 bits)
 *
 * A session in a difference or a removal is its number among those that the school opens (open-year.ts). Between
 * differences stand the usual letters of the stay. Differences of one letter stand together, so that what follows from a
 * letter is looked up once. A stay is contested where another school has a say in each of its days, or it is a guest’s: what
 * is before and after stands as stays of their own. The name changes with the layout.
 */
export const LAYOUT = 'words 7';

export const CHILD = {
  likeness: 0xf_ffff,
  contested: 1 << 20,
  gaps: 1 << 21,
  removals: 1 << 22,
  stays: 1 << 23,
} as const;

export const STAY = {
  school: 0xf_ffff,
  own: 1 << 20,
  main: 1 << 21,
  usualAt: 23,
  cohortAt: 25,
  again: 1 << 27,
  last: 1 << 28,
  contested: 1 << 29,
} as const;

/** Whether the published measures count a stay: not at all, to its end, or to a day that follows. */
export const COHORT = { leftOut: 0, whole: 1, cut: 2 } as const;

/** Pairs of letters that stand between differences, morning and afternoon: each says that the child was there. */
export const USUAL = ['/.', '//', '..'] as const;

/** Minutes are kept to this: more than can ever count (180 a child and session), and one byte. */
export const MOST_MINUTES = 255;

export const MOST_SCHOOLS = STAY.school;
export const MOST_LIKENESSES = CHILD.likeness;
export const MOST_STAYS = 0xfff;

export function usualOf(stay: number): number {
  return (stay >>> STAY.usualAt) & 3;
}

export function cohortOf(stay: number): number {
  return (stay >>> STAY.cohortAt) & 3;
}

export function spanWord(from: number, to: number, words = 0): number {
  return words | (from << 10) | (to << 19);
}

/** How many words of differences follow. */
export function wordsIn(span: number): number {
  return span & 0x3ff;
}

/** The place of the word behind a stay. */
export function afterStay(words: Uint32Array, at: number): number {
  const cut = cohortOf(words[at] ?? 0) === COHORT.cut ? 1 : 0;
  return at + 2 + cut + wordsIn(words[at + 1] ?? 0);
}

export function firstDayIn(span: number): number {
  return (span >>> 10) & 0x1ff;
}

export function lastDayIn(span: number): number {
  return (span >>> 19) & 0x1ff;
}

/** The most runs that stand behind a letter, and the most sessions of a run: what is beyond stands in a further one. */
export const MOST_RUNS = 0xff;
export const MOST_IN_A_RUN = 0x40;

/** The half word before the runs of a letter. */
export function letterHalf(letter: number, withMinutes: boolean, runs: number): number {
  return letter | (withMinutes ? 1 << 7 : 0) | (runs << 8);
}

export function letterOf(half: number): number {
  return half & 0x7f;
}

export function hasMinutes(half: number): boolean {
  return (half & (1 << 7)) !== 0;
}

export function runsOf(half: number): number {
  return half >>> 8;
}

export function runHalf(first: number, sessions: number): number {
  return first | ((sessions - 1) << 10);
}

export function firstOf(run: number): number {
  return run & 0x3ff;
}

export function sessionsOf(run: number): number {
  return (run >>> 10) + 1;
}

/** The half words that minutes of so many sessions take. */
export function minuteHalves(sessions: number): number {
  return (sessions + 1) >> 1;
}

/** Minutes of one session, counted from the first of a letter, whose minutes begin at a half word. */
export function minutesAt(halves: Uint16Array, at: number, place: number): number {
  return ((halves[at + (place >> 1)] ?? 0) >>> ((place & 1) * 8)) & 0xff;
}

export function removalWord(stay: number, session: number, lateToLesson: boolean, minutes: number): number {
  return stay | (session << 12) | (lateToLesson ? 1 << 22 : 0) | (Math.min(minutes, MOST_MINUTES) << 23);
}

export function stayOf(removal: number): number {
  return removal & 0xfff;
}

export function sessionOf(removal: number): number {
  return (removal >>> 12) & 0x3ff;
}

/** In which session of which stretch a removal was: the same for all of one. */
export function placeOf(removal: number): number {
  return removal & 0x3f_ffff;
}

export function isLateToLesson(removal: number): boolean {
  return (removal & (1 << 22)) !== 0;
}

export function minutesOf(removal: number): number {
  return (removal >>> 23) & 0xff;
}
