import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attendanceCodes } from '#register';
import { Warehouse } from '#store';
import { parseLayout, PLAIN_READERS, wordTables, type Layout, type Reader } from './index.ts';
import { shareRead } from './looks-like.ts';
import { readWith } from './raw-table.testing.ts';
import { cleanText } from './text.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const schools = (read: Reader): Layout =>
  parseLayout({
    id: 'one',
    title: 'One column',
    kind: 'schools',
    shape: 'row',
    columns: {
      urn: { value: '900101' },
      la: { value: '801' },
      name: { value: 'A' },
      phase: { value: 'special' },
      trust: { from: ['It'], read },
    },
  });
const read = async (reader: Reader, values: readonly string[]): Promise<readonly unknown[]> => {
  const rows = await readWith(warehouse, schools(reader), { header: ['It'], rows: values.map((value) => [value]) });
  return rows.map((row) => row['trust']);
};

it.each<[Reader, string, string]>([
  ['text', " \u00a0'Abd  al-Aziz ", "'Abd  al-Aziz"],
  ['text', "'t Hooft", "'t Hooft"],
  ['text', "'=SUM(A1)", '=SUM(A1)'],
  ['text', "'0123", '0123'],
  ['upn', "'e801400120900\u00a0", 'E801400120900'],
  ['urn', '900101.0', '900101'],
  ['whole-number', '15.0', '15'],
  ['whole-number', '15 mins', '15'],
  ['days-as-sessions', '1.5', '3'],
  ['days-as-sessions', '2 days', '4'],
  ['yes-no', ' YES', 'Y'],
  ['yes-no', 'false', 'N'],
  ['year-groups', 'Year 7', '7'],
  ['year-groups', 'y07', '7'],
  ['year-groups', 'Reception', '0'],
  ['year-groups', 'Nursery', '-1'],
  ['year-groups', '-2', '-2'],
  ['enrolment-status', 'Single Registration', 'C'],
  ['enrolment-status', 'Main – Dual\u00a0Registration', 'M'],
  ['enrolment-status', 'MAIN-DUAL REGISTRATION', 'M'],
  ['sen-provision', 'Education, Health and Care Plan', 'E'],
  ['attendance-codes', 'Present (AM)', '/'],
  ['attendance-codes', 'present (pm)', '\\'],
  ['attendance-codes', 'I - Illness', 'I'],
  ['attendance-codes', 'Illness (I)', 'I'],
  ['attendance-codes', 'c2', 'C2'],
  ['attendance-codes', '\\', '\\'],
  ['suspension-reasons', 'Theft', 'TH'],
  [{ words: { Here: '/', Away: 'N' } }, 'here', '/'],
  [{ words: { Here: '/', Away: 'N' } }, 'n', 'N'],
  [{ words: { Medical: 'I' }, table: 'attendance-codes' }, 'Medical', 'I'],
  [{ words: { Medical: 'I' }, table: 'attendance-codes' }, 'Study leave', 'S'],
  [{ read: 'uk-date', pivot: 10 }, '5/9/11', '1911-09-05'],
])('%j reads %j as %j', async (reader, value, code) => {
  expect(await read(reader, [value])).toEqual([code]);
  expect(shareRead(reader, [value])).toEqual({ read: 1, of: 1 });
});

it.each<[Reader, string]>([
  ['upn', ' abc '],
  ['urn', '8014001'],
  ['uk-date', '31/09/2024'],
  ['datetime', 'last week '],
  ['whole-number', 'about 5'],
  ['days-as-sessions', '1.3'],
  ['yes-no', ' maybe'],
  ['year-groups', 'Year 15'],
  ['attendance-codes', ' Gone  fishing'],
])('what %j cannot read, it leaves: %j', async (reader, value) => {
  expect(await read(reader, [value])).toEqual([value]);
});

it('says nothing for what says nothing', async () => {
  const readers: Reader[] = [...PLAIN_READERS, ...wordTables.keys()];
  for (const reader of readers) expect(await read(reader, ['', ' ', '\u00a0\t'])).toEqual([null, null, null]);
  expect(await read('attendance-codes', ['-', 'Not yet marked'])).toEqual([null, null]);
});

it('never makes an empty value of one that says something, and leaves what it does not know', async () => {
  const readers: Reader[] = [...PLAIN_READERS, ...wordTables.keys()];
  const strange = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((text) => !text.includes('\u0000') && cleanText(text) !== '');
  const value = fc.oneof(
    strange,
    fc.constantFrom("'", "';--", '$$', '${x}', 'NULL', 'epoch', 'infinity', '0', '1', 'T', '--'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...readers),
      fc.array(value, { minLength: 30, maxLength: 30 }),
      async (reader, values) => {
        const seen = await read(reader, values);
        const known = values.map((each) => shareRead(reader, [each]).read === 1);
        const nothing = (text: string): boolean => reader === 'attendance-codes' && cleanText(text) === '-';
        const told = seen.map((each, at) => (!known[at] ? each : each === null ? 'nothing' : 'read'));
        expect(told).toEqual(values.map((each, at) => (!known[at] ? each : nothing(each) ? 'nothing' : 'read')));
      },
    ),
    { numRuns: 60 },
  );
});

it('has words for every attendance code, and no code that the register does not know', () => {
  const codes = new Set(wordTables.get('attendance-codes')?.words.values());
  codes.delete('');
  expect([...codes].toSorted()).toEqual([...new Set(attendanceCodes.map(({ code }) => code))].toSorted());
});
