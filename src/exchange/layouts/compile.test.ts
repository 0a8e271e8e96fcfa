import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Warehouse } from '#store';
import {
  canonicalColumns,
  compileLayout,
  fillLayout,
  listQuestions,
  parseLayout,
  proposeLayouts,
  type Layout,
} from './index.ts';
import { compiled, loadRaw, readWith } from './raw-table.testing.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const removals = (overrides: Layout['columns'] = {}): Layout =>
  parseLayout({
    id: 'isolation-log',
    title: 'Isolation log',
    kind: 'removals',
    shape: 'row',
    columns: {
      upn: { from: ['UPN'] },
      urn: { from: ['URN'], ask: 'Which school?' },
      date: { from: ['Date'] },
      session: { from: ['Session'] },
      minutes: { from: ['Minutes'] },
      kind: { value: 'Isolation' },
      ...overrides,
    },
  });
const header = ['Minutes', 'Session', 'UPN', 'Date', 'Comment'];
const row = ['45', 'Afternoon', 'e801400120900', '5 Sep 2024', 'x'];
const problemOf = (layout: Layout, names: readonly string[]): string | undefined => {
  const result = compileLayout(layout, names);
  return result.kind === 'refused' ? result.problem : undefined;
};

it('gives line and every canonical column, in order, as text', async () => {
  const layout = fillLayout(removals(), { urn: ' 900101 ' });
  const { select, columnInFile, keptOut } = compiled(layout, header);
  await loadRaw(warehouse, { header, rows: [row] });
  const described = await warehouse.rows(`DESCRIBE ${select}`);
  expect(described.map((each) => [each['column_name'], each['column_type']])).toEqual([
    ['line', 'BIGINT'],
    ...canonicalColumns.removals.map(({ name }) => [name, 'VARCHAR']),
  ]);
  expect(await warehouse.rows(select)).toEqual([
    {
      line: 2,
      upn: 'E801400120900',
      urn: '900101',
      date: '2024-09-05',
      session: 'PM',
      minutes: '45',
      kind: 'internal-exclusion',
      withdrawn: null,
      recorded_at: null,
    },
  ]);
  expect(columnInFile).toEqual({
    upn: 'UPN',
    urn: 'urn (one value for the whole file)',
    date: 'Date',
    session: 'Session',
    minutes: 'Minutes',
    kind: 'kind (one value for the whole file)',
  });
  expect(keptOut).toEqual(['Comment']);
});

it('asks before it reads, and says what is wrong with an answer', () => {
  expect(listQuestions(removals(), header)).toEqual([
    { slot: 'urn', question: 'Which school?', answer: '', required: true },
  ]);
  expect(listQuestions(removals(), [...header, 'urn'])).toEqual([]);
  expect(problemOf(removals(), header)).toBe('Answer first: Which school?');
  expect(problemOf(fillLayout(removals(), { urn: '8014001' }), header)).toMatch(/six digits.*not a URN/);
  expect(problemOf(fillLayout(removals(), { urn: '900101' }), header)).toBeUndefined();
  expect(() => fillLayout(removals(), { upn: 'x' })).toThrow(/asks nothing about “upn”/);
  expect(() => fillLayout(removals(), Object.fromEntries([['__proto__', 'x']]))).toThrow(/asks nothing/);
});

it('refuses a header it could read in two ways, or not at all', () => {
  const layout = fillLayout(removals(), { urn: '900101' });
  expect(problemOf(layout, [...header, 'Date'])).toMatch(/Two columns are headed “Date”/);
  expect(problemOf(layout, [...header, 'DATE '])).toBeUndefined();
  expect(problemOf(layout, ['UPN', 'Session', 'Minutes'])).toMatch(
    /No column of this file gives “date” \(looked for “Date”\)/,
  );
  const wide = parseLayout({
    id: 'w',
    title: 'W',
    kind: 'marks',
    shape: 'wide-by-date',
    columns: { upn: { from: ['UPN'] }, urn: { value: '900101' }, academic_year: { ask: 'Year?' } },
  });
  expect(problemOf(wide, ['UPN', 'Mon 02/09 AM'])).toMatch(/which academic year is “Mon 02\/09 AM” in/);
  expect(problemOf(fillLayout(wide, { academic_year: '2025/26' }), ['UPN', 'Mon 02/09 AM'])).toMatch(
    /is no day in 2025\/26/,
  );
  expect(problemOf(fillLayout(wide, { academic_year: '2024/25' }), ['UPN', 'Mon 02/09 AM'])).toBeUndefined();
  expect(problemOf(fillLayout(wide, { academic_year: 'last' }), ['UPN', 'Mon 02/09 AM'])).toBe(
    'Enter the academic year like 2024/25.',
  );
  expect(problemOf(wide, ['UPN', '02/09/2024 AM', '2 Sep 2024'])).toMatch(/Columns 2 and 3 .* same session/);
  expect(problemOf(wide, ['UPN', 'Total'])).toMatch(/No header of this file is a date/);
});

const nasty = [
  `"; DROP TABLE raw; --`,
  `'); DROP TABLE raw; --`,
  `c1 FROM raw) --`,
  '"',
  "'",
  '',
  ' ',
  '$1',
  '%s',
  'line',
  'null',
  '__proto__',
  'constructor',
  'Ω\u202eUPN',
  'a\nb',
];

it('reads under any header, which is never part of the SQL', async () => {
  const name = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 30 }));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        name.filter((text) => /[a-z]/i.test(text) && !text.includes('\u0000')),
        { minLength: 5, maxLength: 5, selector: (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') },
      ),
      fc.string(),
      async (names, noise) => {
        const [minutes = '', session = '', upn = '', date = ''] = names;
        const layout = removals({
          minutes: { from: [minutes] },
          session: { from: [session] },
          upn: { from: [upn] },
          date: { from: [date] },
          urn: { value: '900101' },
          kind: { value: `x'; DROP TABLE raw; --${noise.replaceAll('\u0000', '')}` },
        });
        const { select } = compiled(layout, names);
        for (const each of names.filter((text) => text.length > 12)) expect(select).not.toContain(each);
        const [read] = await readWith(warehouse, layout, { header: names, rows: [row] });
        expect([read?.['upn'], read?.['date'], read?.['minutes']]).toEqual(['E801400120900', '2024-09-05', '45']);
      },
    ),
    { numRuns: 60 },
  );
});

it('carries ten thousand columns', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    at === 7_000 ? 'UPN' : at === 9_999 ? 'Date' : (nasty[at % nasty.length] ?? '') + (at % 3),
  );
  const layout = removals({ session: { value: 'AM' }, minutes: { value: '5' }, urn: { value: '900101' } });
  const [read] = await readWith(warehouse, layout, {
    header: many,
    rows: [many.map((_, at) => (at === 7_000 ? 'E801400120900' : at === 9_999 ? '5/9/24' : ''))],
  });
  expect([read?.['upn'], read?.['date'], read?.['session']]).toEqual(['E801400120900', '2024-09-05', 'AM']);
  expect(() => proposeLayouts({ name: 'wide.csv', header: many, sample: [many, many] }, [layout])).not.toThrow();
});

it.each([
  [
    'a column of another kind',
    { columns: { ...removals().columns, entry_date: { from: ['x'] } } },
    /columns.entry_date/,
  ],
  [
    'a reader that does not exist',
    { columns: { ...removals().columns, date: { from: ['x'], read: 'us-date' } } },
    /columns.date.read/,
  ],
  [
    'a word with two codes',
    { columns: { ...removals().columns, kind: { from: ['x'], read: { words: { A: 'x', 'a ': 'y' } } } } },
    /columns.kind/,
  ],
  ['nothing for a needed column', { columns: { upn: { from: ['UPN'] } } }, /columns.urn.*required/],
  ['a shape that is not for its kind', { shape: 'week-string' }, /only marks/],
  ['a null character', { title: 'a\u0000' }, /null character/],
  ['a field nobody knows', { script: 'x' }, /script/i],
])('refuses %s', (_, wrong, problem) => {
  expect(() => parseLayout({ ...removals(), ...wrong })).toThrow(problem);
});

it('refuses a withdrawn row where it would take back more than itself', () => {
  const columns = {
    upn: { from: ['UPN'] },
    urn: { value: '900101' },
    date: { from: ['D'] },
    session: { from: ['S'] },
    mark: { from: ['M'] },
  };
  const layout = { id: 'l', title: 'L', kind: 'marks', shape: 'row-per-mark', ignore: [] };
  expect(() => parseLayout({ ...layout, columns })).not.toThrow();
  expect(() => parseLayout({ ...layout, columns: { ...columns, withdrawn: { from: ['W'] } } })).toThrow(
    /columns.withdrawn/,
  );
});
