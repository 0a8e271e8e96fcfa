import { expect, test } from 'vitest';
import { speak } from '#language';
import { calendarDate } from '#kernel';
import { ownMarkup } from '../govuk/index.ts';
import { smallMultiples, weeklyTrend, type SmallMultiplesInput, type WeeklyTrendInput } from './index.ts';
import { kept } from './kept-charts.ts';

const input: SmallMultiplesInput = {
  id: 'a',
  title: 'Sessions lost',
  unit: 'of possible sessions lost',
  schools: [{ name: 'One', href: '/schools/1', weeks: [{ week: calendarDate('2024-09-02'), percent: 3 }] }],
  asOf: calendarDate('2024-09-06'),
};

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
  const both: WeeklyTrendInput & SmallMultiplesInput = {
    ...input,
    weeks: [{ week: calendarDate('2024-09-02'), possible: 10, lost: {} }],
    forms: [],
  };
  expect(weeklyTrend(both).summary).not.toBe(smallMultiples(both).summary);
  const english = smallMultiples(input);
  const arabic = speak('ar', () => smallMultiples(input));
  expect(arabic.summary).not.toBe(english.summary);
  expect(smallMultiples(input)).toEqual(english);
  expect(smallMultiples({ ...input, unit: 'of something else' })).not.toEqual(english);
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
