import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, calendarDate, findInstant, weekday, type CalendarDate } from '#kernel';
import { quoted, Warehouse } from '#store';
import { ukDateSql, ukInstantSql } from './date-sql.ts';
import { DEFAULT_PIVOT, findUkDate } from './uk-date.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const ask = async (expression: string, values: readonly string[]): Promise<readonly unknown[]> => {
  const rows = values.map((value, at) => `(${at}, ${quoted(value)})`).join(', ');
  const found = await warehouse.rows(
    `SELECT CAST(${expression} AS VARCHAR) AS it FROM (VALUES ${rows}) AS t(n, v) ORDER BY n`,
  );
  return found.map((row) => row['it'] ?? undefined);
};
const datesInSql = (values: readonly string[], pivot = DEFAULT_PIVOT): Promise<readonly unknown[]> =>
  ask(ukDateSql('v', pivot), values);
const instantsInSql = (values: readonly string[]): Promise<readonly unknown[]> =>
  ask(ukInstantSql('v', DEFAULT_PIVOT), values);

it.each([
  ['05/09/2024', '2024-09-05'],
  ['5/9/24', '2024-09-05'],
  ['5.9.2024', '2024-09-05'],
  ['05-09-2024', '2024-09-05'],
  ['5 Sep 2024', '2024-09-05'],
  ['5-Sept-24', '2024-09-05'],
  ['Thu 5th September, 2024', '2024-09-05'],
  ['05/09/2024 00:00:00', '2024-09-05'],
  ['2024-09-05', '2024-09-05'],
  ['2024-09-05T08:45', '2024-09-05'],
  ['29/02/2024', '2024-02-29'],
  ['5/9/68', '2068-09-05'],
  ['5/9/69', '1969-09-05'],
  ['Fri 5 Sep 2024', undefined],
  ['09/13/2024', undefined],
  ['29/02/2023', undefined],
  ['31/09/2024', undefined],
  ['00/00/0000', undefined],
  ['5/9/224', undefined],
  ['45540', undefined],
  ['September 2024', undefined],
])('reads %s as %s, in both languages', async (text, date) => {
  expect(findUkDate(text)).toBe(date);
  expect(await datesInSql([text])).toEqual([date]);
});

it('turns the century at the pivot of the layout', async () => {
  const texts = ['1/2/31', '1/2/30'];
  expect(texts.map((text) => findUkDate(text, 30))).toEqual(['1931-02-01', '2030-02-01']);
  expect(await datesInSql(texts, 30)).toEqual(['1931-02-01', '2030-02-01']);
});

it('agrees in both languages on anything that looks like a date', async () => {
  const number = fc.integer({ min: 0, max: 33 }).map(String);
  const padded = number.map((each) => each.padStart(2, '0'));
  const month = fc.oneof(number, padded, fc.constantFrom('Jan', 'feb', 'SEPT', 'December', 'Foo'));
  const year = fc.constantFrom('2024', '24', '1999', '99', '0024', '224', '9999');
  const likeADate = fc
    .tuple(
      fc.constantFrom('', 'Mon ', 'Thursday, ', 'x '),
      fc.oneof(number, padded),
      month,
      year,
      fc.constantFrom('/', '-', '.', ' '),
      fc.constantFrom('', ' 00:00', 'T10:00:00.5', '?'),
    )
    .map(([weekday, d, m, y, between, behind]) => `${weekday}${[d, m, y].join(between)}${behind}`);
  await fc.assert(
    fc.asyncProperty(fc.array(likeADate, { minLength: 1, maxLength: 100, size: 'max' }), async (texts) => {
      const seen = await datesInSql(texts);
      expect(texts.map((text, at) => [text, seen[at]])).toEqual(texts.map((text) => [text, findUkDate(text)]));
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['2024-09-05T08:45:00Z', '2024-09-05T08:45:00Z'],
  ['05/09/2024 08:45', '2024-09-05T08:45:00+01:00'],
  ['5 Sep 2024, 8:45 pm', '2024-09-05T20:45:00+01:00'],
  ['2025-01-06 12:00:01.25', '2025-01-06T12:00:01.25+00:00'],
  ['01/01/2025 12:00am', '2025-01-01T00:00:00+00:00'],
  ['05/09/2024', '2024-09-05T23:59:59+01:00'],
  // The clocks: 01:30 on the last Sunday of March never was; in October it comes twice and is taken as the first.
  ['31/03/2024 00:59', '2024-03-31T00:59:00+00:00'],
  ['31/03/2024 01:30', undefined],
  ['31/03/2024 02:00', '2024-03-31T02:00:00+01:00'],
  ['27/10/2024 01:30', '2024-10-27T01:30:00+01:00'],
  ['27/10/2024 02:00', '2024-10-27T02:00:00+00:00'],
  ['05/09/2024 24:01', undefined],
  ['05/09/2024 13:00 pm', undefined],
  ['yesterday', undefined],
])('reads the moment %s as %s', async (text, moment) => {
  expect(await instantsInSql([text])).toEqual([moment]);
});

// The hour from 01:00 on the last Sunday of March.
const isSkipped = (date: CalendarDate, clock: string): boolean =>
  date.slice(5) >= '03-25' && date.slice(5) <= '03-31' && weekday(date) === 7 && clock.startsWith('01:');

it('keeps the time a clock in London shows', async () => {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const minute = fc.tuple(fc.integer({ min: 0, max: 16_000 }), fc.integer({ min: 0, max: 1439 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(minute, { minLength: 1, maxLength: 200, size: 'max' }), async (minutes) => {
      const shown = minutes.map(([day, time, iso]) => {
        const date = addDays(calendarDate('2000-01-01'), day);
        const clock = `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
        const uk = date.split('-').toReversed().join('/');
        return { text: iso ? `${date}T${clock}` : `${uk} ${clock}`, date, uk, clock };
      });
      const read = await instantsInSql(shown.map(({ text }) => text));
      const heard = read
        .map((each) => findInstant(String(each)))
        .map((moment) => moment && london.format(new Date(moment)));
      expect(heard).toEqual(
        shown.map(({ date, uk, clock }) => (isSkipped(date, clock) ? undefined : `${uk}, ${clock}:00`)),
      );
    }),
    { numRuns: 20 },
  );
});
