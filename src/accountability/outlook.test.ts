import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate } from '#kernel';
import { higher, lower, now, points, statement, today } from './example.ts';
import { findReached, judgeStep, missionState } from './milestone-state.ts';
import { foldMission, type MissionEvent } from './mission.ts';
import { missionSentences, outlookSentence } from './mission-words.ts';
import { chanceWords, outlookOf } from './outlook.ts';
import { paceOf, type PathPoint } from './series.ts';

const year = (start: number, value: number): PathPoint => ({ year: academicYearStarting(start), value });

describe('the outlook', () => {
  test('is the line through the years since the pandemic, with its interval and chance', () => {
    // By hand: years 0…3 with 9.4, 9.1, 8.9, 8.5; slope −0.29, mean 8.975 at 1.5; 2027/28 is year 6: 7.67. Residual
    // sum of squares 0.007, 2 degrees of freedom, t 4.3027; error √(0.0035 × (1 + 1/4 + 4.5²/5)) = 0.1362.
    const outlook = outlookOf(statement, lower, points);
    expect(outlook).toMatchObject({ kind: 'outlook', year: '2027/28' });
    if (outlook.kind !== 'outlook') throw new Error('no outlook');
    expect(outlook.value).toBeCloseTo(7.67, 10);
    expect(outlook.low).toBeCloseTo(7.67 - 4.302653 * 0.136199, 4);
    expect(outlook.high).toBeCloseTo(7.67 + 4.302653 * 0.136199, 4);
    // t = (7 − 7.67) / 0.136199 = −4.9193; with 2 degrees of freedom F(t) = 1/2 + t / (2 √(2 + t²)) = 0.01946.
    expect(outlook.chance).toBeCloseTo(0.01946, 4);
    expect(outlook.ahead.map((one) => one.year)).toEqual(['2025/26', '2026/27', '2027/28']);
    expect(outlook.ahead.at(-1)).toMatchObject({ value: outlook.value, low: outlook.low, high: outlook.high });
    expect(outlook.pace).toBeCloseTo(-0.29, 10);
    expect(outlook.needed).toBeCloseTo(-0.5, 10);
    expect(outlookSentence(outlook, lower)).toBe(
      'At the present pace it would be about 7.7% then (between 7.1% and 8.3%): about 1 chance in 51.',
    );
  });

  test('leaves out what was before and during the pandemic', () => {
    const before = [year(2017, 5), year(2018, 4.7), year(2019, 4), year(2020, 4.6)];
    expect(outlookOf(statement, lower, [...before, ...points])).toEqual(outlookOf(statement, lower, points));
    expect(paceOf(before)).toEqual([]);
  });

  test.each([
    [0, 'there are none'],
    [1, 'there is 1'],
    [2, 'there are 2'],
  ])('cannot be told from %i years', (count, words) => {
    const outlook = outlookOf(statement, lower, points.slice(0, count));
    expect(outlook).toMatchObject({ kind: 'cannot-say' });
    expect(outlook.kind === 'cannot-say' && outlook.reason).toContain(words);
    expect(outlookSentence(outlook, lower)).toMatch(/^Where it is heading cannot be said yet\./);
  });

  test('of a perfect line claims no certainty', () => {
    const line = outlookOf(statement, lower, [year(2022, 9), year(2023, 8.5), year(2024, 8)]);
    expect(line).toMatchObject({ kind: 'outlook', chance: undefined });
    expect(outlookSentence(line, lower)).toContain('with no way of saying how surely');
  });

  const values = fc.array(
    fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
    { minLength: 3, maxLength: 5 },
  );
  test('stays among the values that a percentage can have, and is a mirror for the other direction', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (drawn, target) => {
        const path = drawn.map((value, at) => year(2021 + at, value));
        const terms = { target, by: calendarDate('2029-07-31') };
        const down = outlookOf(terms, lower, path);
        const up = outlookOf(terms, higher, path);
        if (down.kind !== 'outlook' || up.kind !== 'outlook') throw new Error('there are three points');
        expect(0 <= down.low && down.low <= down.value && down.value <= down.high && down.high <= 100).toBe(true);
        // One is a chance where the other is, and the two are all there is.
        const both = (down.chance ?? NaN) + (up.chance ?? NaN);
        expect([down.chance, up.chance].every((one) => one === undefined) || Math.abs(both - 1) < 1e-12).toBe(true);
      }),
    );
  });

  test.each([
    [0, 'less than 1 chance in 100'],
    [0.05, 'about 1 chance in 20'],
    [0.25, 'about 1 chance in 4'],
    [0.5, 'about 1 chance in 2'],
    [0.75, 'about 3 chances in 4'],
    [0.95, 'about 19 chances in 20'],
    [1, 'more than 99 chances in 100'],
  ])('a chance of %d is %s', (chance, words) => {
    expect(chanceWords(chance)).toBe(words);
  });
});

describe('what the figures say of a step', () => {
  const [first] = statement.milestones;
  if (!first) throw new Error('the example has a milestone');
  const with2025 = (value: number) => [...points, year(2025, value)];

  test.each([
    ['before its day', points, '2026-07-30', 'to-come'],
    ['after its day, while the figure is not here', points, '2026-07-31', 'waiting'],
    ['on it', with2025(8.4), '2026-10-01', 'reached'],
    ['better', with2025(8.1), '2026-10-01', 'reached'],
    ['as it is shown, to two decimals', with2025(8.404), '2026-10-01', 'reached'],
    ['worse', with2025(8.41), '2026-10-01', 'missed'],
  ] as const)('%s', (_, path, day, kind) => {
    expect(judgeStep(first, lower, path, calendarDate(day)).kind).toBe(kind);
  });

  test('where more is better, the other way round', () => {
    const step = { by: calendarDate('2025-07-31'), value: 92 };
    expect(judgeStep(step, higher, [year(2024, 91.9)], today).kind).toBe('missed');
    expect(judgeStep(step, higher, [year(2024, 92)], today).kind).toBe('reached');
  });

  test('a goal counts as reached only by a figure later than its start', () => {
    expect(findReached({ statement }, lower, points)).toBeUndefined();
    expect(findReached({ statement }, lower, with2025(6.9))).toMatchObject({ year: '2025/26' });
    expect(findReached({ statement }, lower, [year(2022, 6)])).toBeUndefined();
  });
});

describe('the sentences', () => {
  const stated: MissionEvent = { kind: 'stated', number: 1, at: now, by: 'Ada', statement };
  const mission = foldMission('m', [stated]);
  if (!mission) throw new Error('it was stated');
  const on = (path: readonly PathPoint[], day: string) => {
    const goal = judgeStep({ by: statement.by, value: statement.target }, lower, path, calendarDate(day));
    return { goal, latest: path.at(-1), outlook: outlookOf(statement, lower, path) };
  };

  test('say from where, to where, and where it is heading', () => {
    expect(missionSentences(mission, lower, on(points, today)).join(' ')).toBe(
      '9.1% in 2022/23. The goal is 7.0% by 31 July 2028. The latest figure is 8.5%, for 2024/25. At the present pace it would be about 7.7% then (between 7.1% and 8.3%): about 1 chance in 51.',
    );
  });

  test('say how it came out, and look no further', () => {
    const done = [...points, year(2027, 6.8)];
    expect(missionSentences(mission, lower, on(done, '2028-11-01')).join(' ')).toBe(
      '9.1% in 2022/23. The goal is 7.0% by 31 July 2028. It was 6.8% in 2027/28: the goal was reached.',
    );
    expect(missionSentences(mission, lower, on(points, '2028-11-01')).at(-1)).toBe(
      'That is judged by 2027/28, whose figure is not here yet.',
    );
  });

  test('of one that ended', () => {
    const ended = foldMission('m', [
      stated,
      { kind: 'ended', number: 2, at: now, by: 'Ada', ending: 'given-up', because: 'Merged' },
    ]);
    if (!ended) throw new Error('it was stated');
    const now2 = on(points, today);
    expect(missionSentences(ended, lower, now2).at(-1)).toBe('The goal was given up on 10 March 2026.');
    expect(missionState(ended, now2.goal)).toEqual({ tag: 'The goal was given up', open: false });
  });
});
