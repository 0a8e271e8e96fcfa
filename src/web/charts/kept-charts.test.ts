import { expect, test } from 'vitest';
import { speak } from '#language';
import { calendarDate } from '#kernel';
import { ownMarkup } from '../govuk/index.ts';
import { bars, weeklyTrend, type BarsInput, type WeeklyTrendInput } from './index.ts';
import { kept } from './kept-charts.ts';

const input: BarsInput = { id: 'a', title: 'Sessions lost', unit: 'sessions', bars: [{ label: 'Illness', value: 3 }] };

test('of the same input a chart is drawn once, and of another anew', () => {
  const asked: string[] = [];
  const chart = kept(({ id, title }) => {
    asked.push(`${id} ${title}`);
    return { svg: ownMarkup('<svg></svg>'), summary: title };
  });
  const first = chart({ id: 'a', title: 'one' });
  expect(chart({ id: 'a', title: 'one' })).toBe(first);
  expect(chart({ id: 'b', title: 'one' }).summary).toBe('one');
  expect(chart({ id: 'a', title: 'two' }).summary).toBe('two');
  expect(asked).toEqual(['a one', 'b one', 'a two']);
});

test('charts of two kinds, of two languages and of two values are never taken for each other', () => {
  const weeks: WeeklyTrendInput = {
    ...input,
    weeks: [{ week: calendarDate('2024-09-02'), possible: 10, lost: {} }],
    forms: [],
    asOf: calendarDate('2024-09-06'),
  };
  expect(weeklyTrend({ ...input, ...weeks }).summary).not.toBe(bars({ ...input, ...weeks }).summary);
  const english = bars(input);
  const arabic = speak('ar', () => bars(input));
  expect(arabic.summary).not.toBe(english.summary);
  expect(bars(input)).toEqual(english);
  expect(bars({ ...input, bars: [{ label: 'Illness', value: 4 }] }).summary).toContain('4');
});

test('what is kept has an end', () => {
  let drawn = 0;
  const chart = kept(({ title }) => {
    drawn += 1;
    return { svg: ownMarkup('x'.repeat(4_000_000)), summary: title };
  });
  for (let n = 0; n < 10; n += 1) chart({ id: 'a', title: String(n) });
  chart({ id: 'a', title: '9' });
  expect(drawn).toBe(10);
  chart({ id: 'a', title: '0' });
  expect(drawn).toBe(11);
});
