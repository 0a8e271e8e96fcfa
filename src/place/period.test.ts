import { expect, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import { calendarYear, edition, pandemicCaution } from './period.ts';

test.each([
  [2018, undefined],
  [2019, 'Schools were closed to most pupils for part of 2019/20.'],
  [2020, 'Schools were closed to most pupils for part of 2020/21.'],
  [2021, undefined],
])('the school year from %d is read with: %s', (starting, words) => {
  expect(pandemicCaution({ kind: 'academic-year', year: academicYearStarting(starting) })).toBe(words);
});

test('of calendar years it is 2020 and 2021 that schools were closed in, and of an edition none', () => {
  expect([2019, 2020, 2021, 2022].filter((one) => pandemicCaution(calendarYear(one)))).toEqual([2020, 2021]);
  expect(pandemicCaution(calendarYear(2020))).toContain('part of 2020.');
  expect(pandemicCaution(edition(2019))).toBeUndefined();
});
