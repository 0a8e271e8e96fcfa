import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#kernel';
import { Warehouse } from '#store';
import {
  chooseColumn,
  compileLayout,
  fillLayout,
  listQuestions,
  parseLayout,
  proposeLayouts,
  rememberLayout,
  shippedLayouts,
  type Layout,
  type Proposal,
} from './index.ts';
import { readSample, readWith, type TextFile } from './raw-table.testing.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const propose = (file: TextFile, saved: readonly Layout[] = []): readonly Proposal[] =>
  proposeLayouts({ name: file.name, header: file.header, sample: file.rows.slice(0, 30) }, saved);
const best = (file: TextFile, saved: readonly Layout[] = []): Proposal => {
  const [first] = propose(file, saved);
  if (!first) throw new Error(`nothing proposed for ${file.name}`);
  return first;
};
const answered = ({ layout }: Proposal, header: readonly string[]): Layout =>
  fillLayout(
    layout,
    Object.fromEntries(listQuestions(layout, header).map(({ slot }) => [slot, slot === 'urn' ? '900101' : '2024/25'])),
  );

/** The same file with its columns in another order and under other names. */
const changed = (file: TextFile, names: Readonly<Record<string, string>>, name = 'export.csv'): TextFile => {
  const random = seededRandom(file.header.length);
  const order = file.header.map((_, at) => ({ at, key: random.next() })).toSorted((a, b) => a.key - b.key);
  return {
    name,
    header: order.map(({ at }) => names[file.header[at] ?? ''] ?? file.header[at] ?? ''),
    rows: file.rows.map((row) => order.map(({ at }) => row[at] ?? '')),
  };
};

const renamings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'weekly-register': { UPN: 'Pupil UPN number', 'Week beginning': 'W/C', Marks: 'Attendance' },
  'weekly-register-ten-columns': {
    UPN: 'unique_pupil_number',
    'Week beginning': 'week commencing',
    ...Object.fromEntries(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => [`${day} AM`, `${day.toLowerCase()}-am`])),
    ...Object.fromEntries(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => [`${day} PM`, `${day} afternoon`])),
  },
  'long-register': { Date: 'Day', Session: 'Half day', Mark: 'Code description', 'Minutes late': 'mins_late' },
  'register-by-date': { UPN: 'Unique Pupil No' },
  'census-pupil-list': {
    'Date of birth': 'D.O.B.',
    'Date of admission': 'Date joined',
    'NC year': 'NCY',
    'Enrolment status': 'Reg. status',
  },
  'suspensions-list': { 'Exclusion type': 'Type', 'Start date': 'Started', Days: 'Number of days' },
};

describe.each(shippedLayouts.map(({ id }) => id))('%s', (id) => {
  const file = readSample(`${id}.csv`);

  it('is recognised by its headers', () => {
    const { layout, certainty, missing, unmapped } = best(file);
    expect([layout.id, certainty, missing, unmapped]).toEqual([id, 'exact', [], []]);
  });

  it('is recognised with its columns in another order', () => {
    expect(best(changed(file, {})).layout.id).toBe(id);
  });

  it('is read the same when the headers have other names', async () => {
    const other = changed(file, renamings[id] ?? {});
    const proposal = best(other);
    expect(proposal.missing).toEqual([]);
    const read = await readWith(warehouse, answered(proposal, other.header), other);
    expect(read).toEqual(await readWith(warehouse, answered(best(file), file.header), file));
  });
});

it('works out our own columns with UK dates, and other kinds of file', () => {
  const rows = [['e801400120900', '900101', '05/09/2024', '/', '\\']];
  const own = best({ name: 'marks.csv', header: ['upn', 'urn', 'date', 'am', 'pm'], rows });
  expect([own.layout.kind, own.layout.shape, own.certainty, own.missing]).toEqual(['marks', 'row', 'likely', []]);
  const isolation = best({
    name: 'log.csv',
    header: ['UPN', 'When', 'AM/PM', 'Mins', 'Type'],
    rows: [['E801400120900', '5 Sep 2024', 'am', '45', 'Isolation']],
  });
  expect([isolation.layout.kind, isolation.missing]).toEqual(['removals', []]);
  const list = best({
    name: 'gias.csv',
    header: ['URN', 'LA (code)', 'School name', 'Phase of education'],
    rows: [['900101', '801', 'Elm', 'Primary']],
  });
  expect([list.layout.kind, list.missing]).toEqual(['schools', []]);
  const terms = best({ name: 'terms.csv', header: ['Date', 'AM', 'PM'], rows: [['05/09/2024', 'Open', 'Closed']] });
  expect([terms.layout.kind, terms.missing]).toEqual(['sessions', []]);
});

it('recognises columns by what is in them', () => {
  const rows = [
    ['17', 'E801400120900', '05/09/2024', 'Morning', 'Present (AM)'],
    ['18', 'E801400120900', '05/09/2024', 'Afternoon', 'Illness'],
  ];
  const { layout, missing } = best({ name: 'attendance.csv', header: ['A', 'B', 'C', 'D', 'E'], rows });
  expect([layout.shape, missing]).toEqual(['row-per-mark', []]);
  expect(['upn', 'date', 'session', 'mark'].map((slot) => layout.columns[slot]?.from)).toEqual([
    ['B'],
    ['C'],
    ['D'],
    ['E'],
  ]);
});

it('proposes nothing where nothing fits, and names what is missing where little does', () => {
  expect(propose({ name: 'menu.csv', header: ['Monday', 'Pudding'], rows: [['Pie', 'Jelly']] })).toEqual([]);
  expect(propose({ name: 'empty.csv', header: [], rows: [] })).toEqual([]);
  const roll = best({
    name: 'pupils.csv',
    header: ['UPN', 'DOB', 'Surname'],
    rows: [['E801400120900', '15/02/2016', 'Fenn']],
  });
  expect([roll.layout.kind, roll.certainty, roll.missing]).toEqual(['roll', 'guess', ['entry_date']]);
  const chosen = chooseColumn(roll.layout, 'entry_date', 'Surname');
  expect(chosen.columns['entry_date']).toEqual({ from: ['Surname'] });
  expect(() => chooseColumn(roll.layout, 'marks', 'Surname')).toThrow(/no column “marks”/);
});

it('is not taken in by headers alone', () => {
  const file = readSample('long-register.csv');
  const rows = file.rows.map((row) => row.map((cell, at) => (file.header[at] === 'Mark' ? '17' : cell)));
  expect(propose({ ...file, rows }).filter(({ certainty }) => certainty !== 'guess')).toEqual([]);
});

it('says that an establishment number is not a URN', () => {
  expect(best(readSample('census-pupil-list.csv')).reasons.join(' ')).toMatch(/“Estab” numbers a school.*type the URN/);
});

it('uses next time what the person confirmed this time', () => {
  const file = changed(readSample('weekly-register.csv'), {
    Marks: 'Strichliste',
    'Week beginning': 'Woche',
    UPN: 'Nr',
    'Reg group': 'Klasse',
  });
  const first = best(file);
  expect(first.layout.shape).toBe('week-string');
  const saved = rememberLayout(answered(first, file.header), file.header, {
    id: 'our-weeks',
    title: 'Our weekly export',
  });
  const text = JSON.stringify(saved);
  const kept: unknown = JSON.parse(text);
  const again = best(file, [parseLayout(kept)]);
  expect([again.layout.id, again.certainty, again.unmapped]).toEqual(['our-weeks', 'exact', []]);
  expect(listQuestions(again.layout, file.header)).toMatchObject([{ slot: 'urn', answer: '900101' }]);
  // A saved layout goes before a shipped one, but not before one that fits when it no longer does.
  const weekly = readSample('weekly-register.csv');
  expect(best(weekly, [{ ...best(weekly).layout, id: 'ours', ignore: [] }]).layout.id).toBe('ours');
  expect(propose(weekly, shippedLayouts).map(({ layout }) => layout.id)).toEqual(
    propose(weekly).map(({ layout }) => layout.id),
  );
  const [top, ...others] = propose(weekly, [
    { ...best(weekly).layout, id: 'ours', columns: { ...best(weekly).layout.columns, week: { from: ['Woche'] } } },
  ]);
  expect(top?.layout.id).toBe('weekly-register');
  expect(others.find(({ layout }) => layout.id === 'ours')?.missing).toEqual(['week']);
});

it('reads the layout that the guide shows', async () => {
  const guide = readFileSync(new URL('../../../docs/guides/other-layouts.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  const [, csv = ''] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
  const layout = parseLayout(JSON.parse(json));
  const [header = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(compileLayout(layout, header)).toMatchObject({ kind: 'refused' });
  const read = await readWith(warehouse, fillLayout(layout, { urn: '900102' }), { header, rows });
  expect(read.map(({ line, date, session, minutes, kind }) => [line, date, session, minutes, kind])).toEqual([
    [2, '2024-09-05', 'AM', '45', 'internal-exclusion'],
    [3, '2024-09-06', 'PM', '20', 'left-lesson'],
    [4, '2024-09-06', 'PM', 'all of it', 'removed-from-lesson'],
  ]);
  for (const { id } of shippedLayouts) expect(guide).toContain(`\`${id}\``);
});
