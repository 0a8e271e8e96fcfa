/**
 * How a child’s year stands in the folded register: whole 32-bit words, read in order.
 *
 *   child   likeness (20 bits), contested, with gaps, with removals, with stays
 *   stay    school (20 bits), own, main, enrolled, usual (2 bits), cohort (2 bits), the same school again, last of the child
 *           differences (10 bits), first day (9 bits), last day (9 bits)
 *           [the last day that counts for the published measures, where the cohort cuts the stay]
 *   difference   first session (10 bits), how many (10 bits), letter (7 bits), with minutes
 *           [minutes late, a byte a session, in whole words]
 *   gaps    how many; then for each: school (20 bits), usual days; first day (9 bits), last day (9 bits)
 *   removals  how many; then each: stay (8 bits), session (10 bits), late to a lesson, minutes (8 bits)
 *
 * A session in a difference or a removal is its number among those that the school opens (open-year.ts). Between
 * differences stand the usual letters of the stay. The name changes with the layout.
 */
export const LAYOUT = 'words 3';

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
  enrolled: 1 << 22,
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
export const MOST_STAYS = 0xff;

export function spanWord(from: number, to: number, differences = 0): number {
  return differences | (from << 10) | (to << 19);
}

export function differenceWord(first: number, sessions: number, letter: number, withMinutes: boolean): number {
  return first | (sessions << 10) | (letter << 20) | (withMinutes ? 1 << 27 : 0);
}

export function removalWord(stay: number, session: number, lateToLesson: boolean, minutes: number): number {
  return stay | (session << 8) | (lateToLesson ? 1 << 18 : 0) | (Math.min(minutes, MOST_MINUTES) << 19);
}
