import { describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate } from '#kernel';
import { higher, lower, points, series, statement, today, typed } from './example.ts';
import { holdsPupilNumber } from './plain-text.ts';
import { judgingYear } from './school-year.ts';
import { judgeStatement, judgeTerms, type TypedMilestone, type TypedTerms } from './statement.ts';

const against = { measure: lower, points, today };
const milestone = (day: string, month: string, year: string, value: string, words = 'Mentors'): TypedMilestone => ({
  day,
  month,
  year,
  value,
  words,
});
const judged = (changed: Partial<TypedTerms & { baseline: string }>, held = against) =>
  judgeStatement(series, { ...typed, ...changed }, held);
const problems = (changed: Partial<TypedTerms & { baseline: string }>, held = against): readonly string[] => {
  const answer = judged(changed, held);
  return answer.kind === 'problems' ? answer.problems.map((one) => `${one.field}: ${one.text}`) : [];
};

test('a good statement takes its baseline from the figures, and leaves empty milestones out', () => {
  const milestones = [
    milestone('31', '7', '2026', '8.4', ' Every  school knows why each child is away '),
    milestone('', '', ' ', '', ''),
    milestone('31', '07', '2027', '7.8%', 'Mentors in six schools'),
  ];
  expect(judged({ milestones, target: '7.0%' })).toEqual({ kind: 'good', value: statement });
});

test('a figure of which more is better goes up', () => {
  const up = { ...against, measure: higher, points: points.map((point) => ({ ...point, value: 100 - point.value })) };
  expect(judged({ target: '93' }, up).kind).toBe('good');
  expect(problems({ target: '90' }, up)).toEqual([
    'target: Enter the goal as a number above 90.9, the figure it starts from',
  ]);
});

describe('every refusal says what to do', () => {
  test.each<[string, Partial<TypedTerms & { baseline: string }>, string]>([
    ['no baseline', { baseline: '' }, 'baseline: Choose the school year to start from: one that has a whole figure'],
    [
      'a year without a figure',
      { baseline: '2019/20' },
      'baseline: Choose the school year to start from: one that has a whole figure',
    ],
    ['no target', { target: '' }, 'target: Enter the goal as a number with at most two decimals, like 7.5'],
    [
      'words as a target',
      { target: 'lower' },
      'target: Enter the goal as a number with at most two decimals, like 7.5',
    ],
    [
      'a target below nothing',
      { target: '-1' },
      'target: Enter the goal as a number with at most two decimals, like 7.5',
    ],
    ['more than all', { target: '101' }, 'target: Enter the goal as a percentage from 0 to 100'],
    ['the wrong side', { target: '9.5' }, 'target: Enter the goal as a number below 9.1, the figure it starts from'],
    ['no change', { target: '9.1' }, 'target: Enter the goal as a number below 9.1, the figure it starts from'],
    [
      'no such day',
      { day: '31', month: '6' },
      'by: Enter by when it should be reached as a day, month and year, like 31 7 2028',
    ],
    [
      'no date',
      { day: '', month: '', year: '' },
      'by: Enter by when it should be reached as a day, month and year, like 31 7 2028',
    ],
    ['today', { day: '10', month: '3', year: '2026' }, 'by: Enter by when it should be reached as a day after today'],
    ['the past', { year: '2020' }, 'by: Enter by when it should be reached as a day after today'],
    [
      'a year known already',
      { day: '31', month: '3', year: '2026' },
      'by: Enter a later day. It would be judged by the whole figure of 2024/25, which is known already',
    ],
    ['no reason', { why: ' \n ' }, 'why: Enter why it matters'],
    ['too many words', { why: 'x'.repeat(1001) }, 'why: Shorten why it matters to 1000 characters or fewer'],
    ['nobody answers', { answerable: '' }, 'answerable: Enter who answers for it'],
    [
      'a pupil number',
      { why: 'As with H801400100123.' },
      'why: Take the pupil number out of why it matters: nothing here may say which child it is about',
    ],
    [
      'a milestone without words',
      { milestones: [milestone('31', '7', '2026', '8.4', '')] },
      'milestone-1-words: Enter what will have been done by then',
    ],
    [
      'a milestone without a date',
      { milestones: [milestone('', '', '', '8.4')] },
      'milestone-1-by: Enter the milestone’s date as a day, month and year, like 31 7 2028',
    ],
    [
      'a milestone on the wrong side',
      { milestones: [milestone('31', '7', '2026', '9.2')] },
      'milestone-1-value: Enter what the figure should be as a number below 9.1, the figure it starts from',
    ],
    [
      'a milestone beyond the goal',
      { milestones: [milestone('31', '7', '2026', '6.9')] },
      'milestone-1-value: Enter a figure for milestone 1 that does not go beyond the goal',
    ],
    [
      'a milestone after the goal',
      { milestones: [milestone('31', '8', '2028', '7.5')] },
      'milestone-1-by: Enter a date for milestone 1 that an earlier school year judges than 2027/28, which judges the goal',
    ],
    [
      'milestones out of order',
      { milestones: [milestone('31', '7', '2027', '7.8'), milestone('31', '7', '2026', '8.4')] },
      'milestone-2-by: Put the milestones in order: milestone 2 is not after the one before',
    ],
    [
      'two milestones that one year judges',
      { milestones: [milestone('31', '7', '2026', '8.4'), milestone('1', '2', '2027', '8')] },
      'milestone-2-by: Enter a later date for milestone 2: 2025/26 would judge it and the one before',
    ],
  ])('%s', (_, changed, problem) => {
    expect(problems(changed)).toEqual([problem]);
  });

  test('all that is wrong is told at once', () => {
    expect(problems({ target: '', why: '', answerable: '', year: '' })).toHaveLength(4);
  });

  test('the goal’s year comes after the baseline’s', () => {
    const fresh = { ...against, today: calendarDate('2024-09-10'), points: points.slice(0, 3) };
    expect(
      judgeTerms(
        { ...typed, day: '1', month: '10', year: '2024' },
        { year: academicYearStarting(2023), value: 8.9 },
        fresh,
      ),
    ).toEqual({
      kind: 'problems',
      problems: [
        {
          field: 'by',
          text: 'Enter a later day. It would be judged by the whole figure of 2023/24, and the goal starts from 2023/24',
        },
      ],
    });
  });
});

test.each([
  ['2028-07-01', '2027/28'],
  ['2028-08-31', '2027/28'],
  ['2028-09-01', '2027/28'],
  ['2028-12-31', '2027/28'],
  ['2028-03-01', '2026/27'],
  ['2028-06-30', '2026/27'],
])('%s is judged by %s', (date, year) => {
  expect(judgingYear(calendarDate(date))).toBe(year);
});

describe('a pupil number', () => {
  test.each([
    'E801400120900',
    'e801400120900',
    'UPNE801400120900',
    'E801 4001 20900',
    'E801-4001-20900',
    'E801\u200c4001\u200d20900',
    'upn: E801400120900.',
    'It is E8014001\n20900, and not the school',
  ])('is found in %s', (text) => {
    expect(holdsPupilNumber(text)).toBe(true);
  });

  test.each(['E801400120901', 'Ring 01632 960123 and ask', 'From 2021/22 to 2024/25, 1204 of 16780', 'School 900101'])(
    'is not seen in %s',
    (text) => {
      expect(holdsPupilNumber(text)).toBe(false);
    },
  );
});
