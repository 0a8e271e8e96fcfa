import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendanceCodes } from '#register';
import { findCalendarDate, findUpn } from '#kernel';
import { Warehouse, type Row } from '#store';
import { canonicalColumns, fillLayout, shippedLayouts, type Layout } from './index.ts';
import { readSample, readWith } from './raw-table.testing.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const readme = readFileSync(new URL('../../../samples/README.md', import.meta.url), 'utf8');
const answers: Readonly<Record<string, string>> = { urn: '900101', academic_year: '2024/25' };
const answered = (layout: Layout): Layout =>
  fillLayout(
    layout,
    Object.fromEntries(Object.entries(answers).filter(([slot]) => layout.columns[slot]?.ask !== undefined)),
  );
const get = (id: string): Layout => {
  const layout = shippedLayouts.find((each) => each.id === id);
  if (!layout) throw new Error(id);
  return answered(layout);
};

// What the format accepts, in the columns that the samples fill.
const codes = new Set(attendanceCodes.map(({ code }) => code));
const isFine: Readonly<Record<string, (value: string) => boolean>> = {
  upn: (value) => findUpn(value) !== undefined,
  urn: (value) => /^90010[0-5]$/.test(value),
  date: (value) => findCalendarDate(value) !== undefined,
  am: (value) => codes.has(value),
  pm: (value) => codes.has(value),
  am_minutes_late: (value) => /^\d+$/.test(value),
  status: (value) => ['C', 'M', 'S', 'G', 'F', 'O'].includes(value),
  entry_date: (value) => findCalendarDate(value) !== undefined,
  leaving_date: (value) => findCalendarDate(value) !== undefined,
  birth_date: (value) => findCalendarDate(value) !== undefined,
  start_date: (value) => findCalendarDate(value) !== undefined,
  year_group: (value) => /^[0-6]$/.test(value),
  sex: (value) => ['F', 'M'].includes(value),
  ethnicity: (value) => /^[A-Z]{4}$/.test(value),
  language: (value) => /^[A-Z]{3}$/.test(value),
  fsm: (value) => ['Y', 'N'].includes(value),
  in_care: (value) => ['Y', 'N'].includes(value),
  sen: (value) => ['N', 'K', 'E'].includes(value),
  category: (value) => ['SUSP', 'PERM', 'LNCH'].includes(value),
  sessions: (value) => /^\d+$/.test(value),
  reason1: (value) => /^[A-Z]{2}$/.test(value),
  reason2: (value) => /^[A-Z]{2}$/.test(value),
};

const faultsOf = (layout: Layout, rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) =>
    canonicalColumns[layout.kind].flatMap(({ name, required }) => {
      const value = row[name];
      if (value === null) return required ? [`line ${row['line']} ${name} is empty`] : [];
      return (isFine[name]?.(String(value)) ?? true) ? [] : [`line ${row['line']} ${name}: ${value}`];
    }),
  );

describe('a sample read through its layout is fine but for the rows that are wrong on purpose', () => {
  it.each<[string, number, readonly string[]]>([
    ['census-pupil-list', 40, ['line 22 upn: A801400118920', 'line 33 birth_date: 31/02/2017']],
    ['long-register', 150, ['line 76 am: Gone fishing', 'line 111 date: 31/09/2024']],
    ['register-by-date', 319, ['line 4 pm: ?', 'line 29 upn: 801400119933']],
    ['suspensions-list', 32, ['line 14 category: Sent home', 'line 25 sessions: a week']],
    [
      'weekly-register-ten-columns',
      176,
      ['line 23 am: XX', 'line 25 date: 2024-09-25 is a Wednesday, not the Monday of a week'],
    ],
    ['weekly-register', 796, ['line 87 am: /\\/\\/\\/\\/', 'line 138 upn: H80140012190']],
  ])('%s', async (id, count, faults) => {
    const rows = await readWith(warehouse, get(id), readSample(`${id}.csv`));
    // A fault of the pupil is one of each day of their week.
    expect([...new Set(faultsOf(get(id), rows))]).toEqual(faults);
    expect(rows).toHaveLength(count);
    // The samples’ README names the lines that are wrong on purpose.
    const told = readme.split('\n').find((line) => line.includes(`\`${id}.csv\``)) ?? '';
    expect([...told.matchAll(/line \d+/g)].map(([line]) => line)).toEqual(
      faults.map((fault) => fault.split(' ').slice(0, 2).join(' ')),
    );
  });

  it('has a layout for every sample and a sample for every layout', () => {
    for (const { id } of shippedLayouts) expect(readSample(`${id}.csv`).rows.length).toBeGreaterThanOrEqual(30);
  });
});

it('tells the story of the samples: Rosa, three weeks ill, two weeks of mornings', async () => {
  const rosa = 'E801400120900';
  const roll = await readWith(warehouse, get('census-pupil-list'), readSample('census-pupil-list.csv'));
  const onRoll = roll.find(({ upn }) => upn === rosa);
  expect(onRoll).toMatchObject({ urn: '900101', status: 'C', year_group: '4', sen: 'K', leaving_date: null });
  const days = (await readWith(warehouse, get('weekly-register'), readSample('weekly-register.csv'))).filter(
    ({ upn }) => upn === rosa,
  );
  const count = (code: string): number => days.flatMap(({ am, pm }) => [am, pm]).filter((mark) => mark === code).length;
  const ill = days.filter(({ am, pm }) => am === 'I' && pm === 'I').map(({ date }) => date);
  expect([ill.length, ill[0], ill.at(-1)]).toEqual([15, '2025-02-24', '2025-03-14']);
  expect([count('I'), count('C'), count('/') + count('\\')]).toEqual([30, 10, 346]);
});
