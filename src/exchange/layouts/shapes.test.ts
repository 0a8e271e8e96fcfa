import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, calendarDate, mondayOf, MONTHS, weekday, type CalendarDate } from '#kernel';
import { attendanceCodes } from '#register';
import { Warehouse, type Row } from '#store';
import { parseLayout, type Layout, type Shape } from './index.ts';
import { readWith } from './raw-table.testing.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
type Cell = { readonly upn: string; readonly date: CalendarDate; readonly session: 'AM' | 'PM'; readonly code: string };

const codes = attendanceCodes.map(({ code }) => code);
const upns = ['E801400120900', 'B801400123901', 'E801400122902'];
/** Marks of three pupils on school days of two weeks, no session twice. */
const marks = (allowed: readonly string[]): fc.Arbitrary<readonly Cell[]> =>
  fc.uniqueArray(
    fc.record({
      upn: fc.constantFrom(...upns),
      date: fc.constantFrom(...[0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => addDays(calendarDate('2024-12-30'), day))),
      session: fc.constantFrom('AM' as const, 'PM' as const),
      code: fc.constantFrom(...allowed),
    }),
    { selector: ({ upn, date, session }) => `${upn} ${date} ${session}`, minLength: 1, maxLength: 40 },
  );

const uk = (date: string): string => date.split('-').toReversed().join('/');
const printed = (date: string): string =>
  `${Number(date.slice(8))} ${(MONTHS[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${date.slice(0, 4)}`;
const words = (code: string): string =>
  ({ '/': 'Present (AM)', I: 'illness', C2: 'Part-time  timetable', E: 'E - Suspended' })[code] ?? code;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

const layoutOf = (shape: Shape, columns: Layout['columns']): Layout =>
  parseLayout({
    id: 'it',
    title: 'It',
    kind: 'marks',
    shape,
    columns: { upn: { from: ['Pupil'] }, urn: { ask: 'URN?', value: '900101' }, ...columns },
  });

const from = (...names: string[]): { readonly from: readonly string[] } => ({ from: names });
const cellsByRow = (cells: readonly Cell[], key: (cell: Cell) => string): ReadonlyMap<string, readonly Cell[]> => {
  const keys = [...new Set(cells.map(key))];
  return new Map(keys.map((each) => [each, cells.filter((cell) => key(cell) === each)]));
};
const codeAt = (cells: readonly Cell[], day: number, session: string, none = ''): string =>
  cells.find((cell) => weekday(cell.date) === day + 1 && cell.session === session)?.code ?? none;

const foreign: readonly {
  readonly shape: Shape;
  readonly codes: readonly string[];
  readonly layout: Layout;
  readonly print: (cells: readonly Cell[]) => Table;
}[] = [
  {
    shape: 'row',
    codes,
    layout: layoutOf('row', { date: from('Day'), am: from('Morning'), pm: from('Afternoon') }),
    print: (cells) => ({
      header: ['Afternoon', 'Day', 'Morning', 'Pupil', 'Class'],
      rows: [...cellsByRow(cells, ({ upn, date }) => `${upn} ${date}`).values()].map((row) => [
        words(row.find(({ session }) => session === 'PM')?.code ?? ''),
        printed(row[0]?.date ?? ''),
        words(row.find(({ session }) => session === 'AM')?.code ?? ''),
        (row[0]?.upn ?? '').toLowerCase(),
        '4A',
      ]),
    }),
  },
  {
    shape: 'row-per-mark',
    codes,
    layout: layoutOf('row-per-mark', { date: from('Day'), session: from('When'), mark: from('What') }),
    print: (cells) => ({
      header: ['Pupil', 'Day', 'When', 'What'],
      rows: cells.map(({ upn, date, session, code }) => [
        `'${upn}`,
        uk(date),
        session === 'AM' ? 'morning' : 'PM ',
        words(code),
      ]),
    }),
  },
  {
    shape: 'week-string',
    codes: codes.filter((code) => code.length === 1),
    layout: layoutOf('week-string', { week: from('Week'), marks: from('Marks') }),
    print: (cells) => ({
      header: ['Pupil', 'Week', 'Marks'],
      rows: [...cellsByRow(cells, ({ upn, date }) => `${upn} ${mondayOf(date)}`).values()].map((week) => [
        `\u00a0${week[0]?.upn ?? ''}`,
        uk(mondayOf(week[0]?.date ?? calendarDate('2024-12-30'))),
        days.map((_, day) => codeAt(week, day, 'AM', '-') + codeAt(week, day, 'PM', '\u00a0')).join(''),
      ]),
    }),
  },
  {
    shape: 'week-columns',
    codes,
    layout: layoutOf('week-columns', {
      week: from('Week'),
      ...Object.fromEntries(
        days.flatMap((day) =>
          ['AM', 'PM'].map((half) => [`${day.toLowerCase()}_${half.toLowerCase()}`, from(`${day} ${half}`)]),
        ),
      ),
    }),
    print: (cells) => ({
      header: ['Pupil', 'Week', ...days.flatMap((day) => [`${day} PM`, `${day} AM`])],
      rows: [...cellsByRow(cells, ({ upn, date }) => `${upn} ${mondayOf(date)}`).values()].map((week) => [
        week[0]?.upn ?? '',
        // A week that is named by its Sunday begins on the day after.
        uk(addDays(mondayOf(week[0]?.date ?? calendarDate('2024-12-30')), -1)),
        ...days.flatMap((_, day) => [words(codeAt(week, day, 'PM')), words(codeAt(week, day, 'AM', '-'))]),
      ]),
    }),
  },
  {
    shape: 'wide-by-date',
    codes,
    layout: layoutOf('wide-by-date', { academic_year: { ask: 'Year?', value: '2024/25' } }),
    print: (cells) => {
      const sessions = [...new Set(cells.map(({ date, session }) => `${date} ${session}`))];
      return {
        header: [
          'Pupil',
          ...sessions.map(
            (each) =>
              `${days[weekday(calendarDate(each.slice(0, 10))) - 1] ?? ''} ${uk(each.slice(0, 10)).slice(0, 5)} ${each.slice(11)}`,
          ),
        ],
        rows: [...cellsByRow(cells, ({ upn }) => upn).values()].map((row) => [
          row[0]?.upn ?? '',
          ...sessions.map((each) => words(row.find(({ date, session }) => `${date} ${session}` === each)?.code ?? '')),
        ]),
      };
    },
  },
];

const cellsOf = (rows: readonly Row[]): readonly string[] =>
  rows
    .flatMap((row) => [
      ...(row['am'] === null ? [] : [`${row['upn']} ${row['urn']} ${row['date']} AM ${row['am']}`]),
      ...(row['pm'] === null ? [] : [`${row['upn']} ${row['urn']} ${row['date']} PM ${row['pm']}`]),
    ])
    .toSorted();

it.each(foreign)('what is printed as $shape is read back whole', async ({ codes: allowed, layout, print }) => {
  await fc.assert(
    fc.asyncProperty(marks(allowed), async (cells) => {
      const file = print(cells);
      const rows = await readWith(warehouse, layout, file);
      expect(cellsOf(rows)).toEqual(
        cells.map(({ upn, date, session, code }) => `${upn} 900101 ${date} ${session} ${code}`).toSorted(),
      );
      // No line of the file is without a row, so that none can go unnoticed.
      expect(new Set(rows.map((row) => row['line'])).size).toBe(file.rows.length);
    }),
    { numRuns: 25 },
  );
});

const readOne = (shape: Shape, columns: Layout['columns'], table: Table): Promise<readonly Row[]> =>
  readWith(warehouse, layoutOf(shape, columns), table);

it('does not cut up a week that has not ten marks, nor drop it', async () => {
  const header = ['Pupil', 'Week', 'Marks'];
  const columns = { week: from('Week'), marks: from('Marks') };
  const read = async (marksText: string): Promise<readonly unknown[]> =>
    (await readOne('week-string', columns, { header, rows: [['E801400120900', '02/09/2024', marksText]] })).map(
      ({ date, am, pm }) => [date, am, pm],
    );
  expect(await read('/\\/\\/\\/\\')).toEqual([['2024-09-02', '/\\/\\/\\/\\', null]]);
  expect(await read('/\\/\\/\\/\\/\\I')).toEqual([['2024-09-02', '/\\/\\/\\/\\/\\I', null]]);
  expect(await read("'/\\/\\/\\/\\/")).toEqual([['2024-09-02', "'/\\/\\/\\/\\/", null]]);
  expect(await read('')).toEqual([['2024-09-02', null, null]]);
  expect(await read(' '.repeat(10))).toHaveLength(5);
  expect(await read("'/\\  i-----")).toContainEqual(['2024-09-04', 'I', null]);
  expect(await read('/\\??/\\/\\/\\')).toContainEqual(['2024-09-03', '?', '?']);
});

it('does not guess the week from another day', async () => {
  const header = ['Pupil', 'Week', 'Marks'];
  const columns = { week: from('Week'), marks: from('Marks') };
  const rows = ['03/09/2024', '31/09/2024', '', '01/09/2024'].map((week) => ['E801400120900', week, '/\\/\\/\\/\\/\\']);
  const read = await readOne('week-string', columns, { header, rows });
  expect(read.filter(({ line }) => line === 2).map(({ date }) => date)).toEqual([
    '2024-09-03 is a Tuesday, not the Monday of a week',
  ]);
  expect(read.filter(({ line }) => line === 3).map(({ date }) => date)).toEqual(['31/09/2024']);
  expect(read.filter(({ line }) => line === 4).map(({ date }) => date)).toEqual([null]);
  expect(read.filter(({ line }) => line === 5).map(({ date }) => date)).toEqual([
    '2024-09-02',
    '2024-09-03',
    '2024-09-04',
    '2024-09-05',
    '2024-09-06',
  ]);
});

it('shows a session that is neither morning nor afternoon', async () => {
  const columns = { date: from('Day'), session: from('When'), mark: from('What'), minutes_late: from('Late') };
  const rows = [
    ['E801400120900', '02/09/2024', 'Lunch', '/', ''],
    ['E801400120900', '02/09/2024', '', 'Illness', ''],
    ['E801400120900', '02/09/2024', 'PM', 'L', '15 mins'],
  ];
  const read = await readOne('row-per-mark', columns, { header: ['Pupil', 'Day', 'When', 'What', 'Late'], rows });
  expect(
    read.map(({ am, pm, am_minutes_late, pm_minutes_late }) => [am, pm, am_minutes_late, pm_minutes_late]),
  ).toEqual([
    ['Lunch: /', null, null, null],
    ['no session: I', null, null, null],
    [null, 'L', null, '15'],
  ]);
});

it('takes two marks from a day’s column, and does not guess the session of one', async () => {
  const rows = [
    ['E801400120900', '/\\', 'I'],
    ['B801400123901', 'i-', 'C2'],
  ];
  const read = await readOne('wide-by-date', {}, { header: ['Pupil', '02/09/2024', '2024-09-03'], rows });
  expect(read.map(({ line, date, am, pm }) => [line, date, am, pm])).toEqual([
    [2, '2024-09-02', '/', '\\'],
    [2, '2024-09-03', 'I (morning or afternoon?)', null],
    [3, '2024-09-02', 'I', null],
    [3, '2024-09-03', 'C2 (morning or afternoon?)', null],
  ]);
});
