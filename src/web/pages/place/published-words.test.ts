import { describe, expect, test } from 'vitest';
import { OUTCOMES, REASONS } from '#accountability';
import { academicYearStarting, calendarDate } from '#kernel';
import { dataText, speak, t } from '#language';
import {
  calendarYear,
  edition,
  financialYear,
  findGroup,
  GROUP_PARTS,
  groupWords,
  monthOf,
  periodTitle as titleInFiles,
  periodWords as wordsInFiles,
  SCHOOL_TYPE_WORDS,
  SYMBOLS,
  TERMS,
  TOPICS,
  UNITS,
  yearsTogether,
  type Period,
} from '#place';
import { groupText } from './published-group.ts';
import { periodTitle, periodWords } from './published-period.ts';

const year = academicYearStarting(2023);
const PERIODS: readonly Period[] = [
  { kind: 'academic-year', year },
  { kind: 'five-half-terms', year },
  ...TERMS.map((term): Period => ({ kind: 'term', year, term })),
  { kind: 'week', year, week: 7 },
  { kind: 'year-to-date', year, through: undefined },
  { kind: 'year-to-date', year, through: calendarDate('2024-02-13') },
  calendarYear(2024),
  financialYear(2023),
  yearsTogether('2020', '2022', year),
  monthOf(calendarDate('2023-10-05')),
  edition(2025),
];

describe('a period', () => {
  test.each(PERIODS)('of a page is in English what stands in files: %j', (period) => {
    expect([periodTitle(period), periodWords(period)]).toEqual([titleInFiles(period), wordsInFiles(period)]);
    const arabic = speak('ar', () => `${periodTitle(period)} ${periodWords(period)}`);
    expect(arabic.replaceAll('DfE', '')).not.toMatch(/[A-Za-z]/);
  });
});

describe('a group of pupils', () => {
  test.each(GROUP_PARTS.map(({ id }) => id))('is in English what stands in files, and in Arabic is not: %s', (id) => {
    const group = findGroup(id);
    if (!group) throw new Error(id);
    expect(groupText(group)).toBe(groupWords(group));
    expect(speak('ar', () => groupText(group))).not.toBe(groupWords(group));
  });

  test('of several parts has them beside each other', () => {
    const group = findGroup('fsm+sen-support+female');
    expect(group && groupText(group)).toBe('Eligible for free school meals, SEN support, female');
  });
});

describe('words of data', () => {
  test.each([
    ...SYMBOLS.flatMap(({ short, reason }) => [short.toLowerCase(), reason]),
    ...TOPICS.map(({ title }) => title),
    ...Object.values(UNITS).map(({ heading }) => heading),
    ...Object.values(SCHOOL_TYPE_WORDS),
    ...TERMS.map((term) => term.toLowerCase()),
    ...Object.values(REASONS).map(({ title }) => title),
    ...Object.values(OUTCOMES),
  ])('are in the catalogue: %s', (words) => {
    expect(dataText(words)).toBe(words);
    expect(speak('ar', () => dataText(words))).toMatch(/^\P{Script=Latin}/u);
  });

  test('that are not there come as they are', () => {
    expect(speak('ar', () => dataText('A measure of tomorrow'))).toBe('A measure of tomorrow');
    expect(t('data.group.all')).toBe('All pupils');
  });
});
