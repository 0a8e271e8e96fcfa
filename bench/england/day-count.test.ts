import { expect, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import { DAYS, foldedWords, openYear, yearsOf, type Years } from '#lost-learning';
import { countDay } from './day-count.ts';
import type { DayGround } from './day-ground.ts';
import { changeOf, newHand } from './day-hand.ts';
import { emptyPart, NO_SCHOOL, roomFor } from './day-state.ts';
import { clipYears } from './day-words.ts';

const { CHILD, COHORT, cohortOf, spanWord, STAY } = foldedWords;

const MONDAY = 8;
const [FIRST, SECOND] = [0, 1];
const open = openYear(new Uint8Array(DAYS).fill(3), 7);

/** Two schools of one authority that open every day. */
const year: DayGround = {
  year: academicYearStarting(2024),
  weekday: 7,
  schools: {
    urns: Int32Array.of(100001, 100002),
    authorities: ['801', '801'],
    regions: ['', ''],
    phases: ['Primary', 'Secondary'],
    trusts: ['', ''],
    open: [open, open],
    usualDays: open,
    lists: [true, true],
    numberOf: new Map([
      [100001, FIRST],
      [100002, SECOND],
    ]),
  },
  likenesses: [{ year_group: 6, sex: null, ethnicity: null, fsm: null, sen: null }],
};

function wordsOf(...words: readonly number[]): Years {
  return yearsOf(new Uint8Array(Uint32Array.from(words).buffer));
}

/** A child at one school as usual. */
function usual(day: number, school: number): readonly number[] {
  const stay = school | STAY.own | STAY.main | (COHORT.whole << STAY.cohortAt) | STAY.last;
  return [CHILD.stays, stay, spanWord(day, day)];
}

test('a child who moves within a week is at both schools, and once in what both belong to', () => {
  const state = emptyPart(roomFor(3), 3);
  const dayOf = (day: number, third: number): ReturnType<typeof changeOf> => {
    const hand = newHand(year, day, 3);
    countDay(hand, wordsOf(...usual(day, FIRST), ...usual(day, SECOND), ...usual(day, third)), state);
    return changeOf(hand);
  };
  const monday = dayOf(MONDAY, FIRST);
  expect([...monday.schoolChildren, ...monday.authorityAgain]).toEqual([2, 1, 0]);
  const tuesday = dayOf(MONDAY + 1, SECOND);
  expect([...tuesday.schoolChildren, ...tuesday.authorityAgain, ...tuesday.phaseAgain]).toEqual([0, 1, 1, 0, 0]);
  expect([(state.seen[2] ?? 0) & NO_SCHOOL, state.possible[2]]).toEqual([SECOND, 2]);
  const { further } = state;
  expect([further.count, further.child[0], further.school[0], further.possible[0]]).toEqual([1, 2, FIRST, 2]);
});

test('the last day that counts for the published measures counts, and the next does not', () => {
  const stay = FIRST | STAY.own | STAY.main | (COHORT.cut << STAY.cohortAt) | STAY.last;
  const years = wordsOf(CHILD.stays, stay, spanWord(0, DAYS - 1), MONDAY);
  const cohortOn = (day: number): number => cohortOf(yearsOf(clipYears(years, day, [open, open]).bytes).words[1] ?? 0);
  expect([MONDAY - 1, MONDAY, MONDAY + 1].map(cohortOn)).toEqual([COHORT.whole, COHORT.whole, COHORT.leftOut]);
});
