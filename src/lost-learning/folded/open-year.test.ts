import { expect, test } from 'vitest';
import { academicYearStarting, addDays, dayNumber, firstDay, lastDay, mondayOf, weekday } from '#kernel';
import { openYear, weeksOfPlaces, WEEKS } from './open-year.ts';

// 1 September is each day of the week in one of them, and three have a 29 February.
const years = Array.from({ length: 11 }, (_, at) => academicYearStarting(2019 + at));

test.each(years)('the sessions of %s are in the weeks that begin on their Mondays', (year) => {
  const first = firstDay(year);
  const weeks = weeksOfPlaces(weekday(first));
  for (let day = 0; day <= dayNumber(lastDay(year)) - dayNumber(first); day += 1) {
    const mondays = [weeks[day * 2], weeks[day * 2 + 1]].map((week = WEEKS) => addDays(mondayOf(first), week * 7));
    const monday = mondayOf(addDays(first, day));
    expect(mondays).toEqual([monday, monday]);
  }
});

test('the sessions that a school opens are numbered in their order, and known by day and week', () => {
  // 1 September is a Saturday: the school opens on the Monday morning, all Friday, and the afternoon of the Monday after.
  const open = openYear(Uint8Array.from([0, 0, 1, 0, 0, 0, 3, 0, 0, 2]), 6);
  expect(open.sessions).toBe(4);
  expect([...open.posOf]).toEqual([4, 12, 13, 19]);
  expect([...open.beforeDay.subarray(0, 11)]).toEqual([0, 0, 0, 1, 1, 1, 1, 3, 3, 3, 4]);
  expect([...open.mornings]).toEqual([0, 1, 2, 2, 2]);
  expect([...open.weekOf]).toEqual([1, 1, 1, 2]);
  expect([...open.throughWeek.subarray(0, 4)]).toEqual([0, 3, 4, 4]);
  expect([[...open.openWeekOf], [...open.openWeeks]]).toEqual([
    [0, 0, 0, 1],
    [1, 2],
  ]);
});
