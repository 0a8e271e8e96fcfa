import { foldedWords, type Ground, type Years } from '#lost-learning';
import { addCounted, countAlone, countOther, endOfChild, isHandFull, sessionsIn } from './day-count.ts';
import type { DayHand } from './day-hand.ts';
import { EARLIER, NO_SCHOOL, WEEK_AT, type PartState } from './day-state.ts';

/**
 * Counts all of a part’s year up to a day into an empty state, child by child, as a state is begun that days then come to.
 * `before` is a hand that counts up to the week before the day’s: who has a session after it has one in this week.
 */
export function beginPart(hand: DayHand, before: DayHand, years: Years, state: PartState): void {
  const { words } = years;
  for (let [at, child] = [0, 0]; at < words.length; child += 1) {
    const from = at;
    at = endOfChild(words, from);
    hand.likenesses[child] = (words[from] ?? 0) & foldedWords.CHILD.likeness;
    for (const one of [hand, before]) if (isHandFull(one)) addCounted(one, state);
    countOther(hand, years, from, at, state, child);
    countAlone(before, years, from, at);
    if (sessionsIn(hand.one) > 0 && sessionsIn(hand.one) === sessionsIn(before.one))
      state.seen[child] = ((state.seen[child] ?? 0) & NO_SCHOOL) | (EARLIER << WEEK_AT);
  }
}

/** The last day of the week before a day’s; before the year’s first week the day before it begins. */
export function dayBeforeWeek({ weekOf }: Ground, day: number): number {
  return Math.floor(weekOf.indexOf(weekOf[day * 2] ?? 0) / 2) - 1;
}
