/**
 * How a child’s year stands in the folded register: whole 32-bit words, read in order.
 *
 *   child   likeness (20 bits), contested, with gaps, with removals, with stays
 *   stay    school (20 bits), own, main, usual (2 bits), cohort (2 bits), the same school again, last of the child
 *           differences (10 bits), first day (9 bits), last day (9 bits)
 *           [the last day that counts for the published measures, where the cohort cuts the stay]
 *   difference   first session (10 bits), how many (10 bits), letter (7 bits), with minutes
 *           [minutes late, a byte a session, in whole words]
 *   gaps    how many; then for each: school (20 bits), usual days; first day (9 bits), last day (9 bits)
 *   removals  how many; then each: stay (12 bits), session (10 bits), late to a lesson, minutes (8 bits)
 *
 * A session in a difference or a removal is its number among those that the school opens (open-year.ts). Between
 * differences stand the usual letters of the stay. The name changes with the layout.
 */
export const LAYOUT = 'words 4';

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

export function spanWord(from: number, to: number, differences = 0): number {
  return differences | (from << 10) | (to << 19);
}

export function differencesIn(span: number): number {
  return span & 0x3ff;
}

export function firstDayIn(span: number): number {
  return (span >>> 10) & 0x1ff;
}

export function lastDayIn(span: number): number {
  return (span >>> 19) & 0x1ff;
}

export function differenceWord(first: number, sessions: number, letter: number, withMinutes: boolean): number {
  return first | (sessions << 10) | (letter << 20) | (withMinutes ? 1 << 27 : 0);
}

export function firstOf(difference: number): number {
  return difference & 0x3ff;
}

export function sessionsOf(difference: number): number {
  return (difference >>> 10) & 0x3ff;
}

export function letterOf(difference: number): number {
  return (difference >>> 20) & 0x7f;
}

export function hasMinutes(difference: number): boolean {
  return (difference & (1 << 27)) !== 0;
}

/** The words that minutes of so many sessions take. */
export function minuteWords(sessions: number): number {
  return (sessions + 3) >> 2;
}

/** Minutes of one session of a difference, whose minutes begin at a word. */
export function minutesAt(words: Uint32Array, at: number, place: number): number {
  return ((words[at + (place >> 2)] ?? 0) >>> ((place & 3) * 8)) & 0xff;
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
