import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '#testing';
import { kith } from './kith.example.ts';

const SCHOOLS = 'urn,la,name,phase\n900100,801,One,primary\n';
const SESSIONS = 'urn,date,am,pm\n900100,2024-09-10,1,1\n900100,2024-09-11,1,1\n900100,2024-09-12,1,1\n';
const ROLL_HEAD = 'upn,urn,status,entry_date,leaving_date,leaving_ground,destination_urn,birth_date\n';
const ON_ROLL = 'L801200015001,900100,C,2024-09-01,,,,2014-01-01\n';
const MARK = 'L801200015001,900100,2024-09-10,/,\\,,\n';

async function rejectionsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await folderWith({ 'schools.csv': SCHOOLS, 'sessions.csv': SESSIONS, ...files });
  const file = join(folder, 'rejected-rows.txt');
  const { status } = await kith('ledger', folder, '--by', 'la', '--format', 'csv', '--rejections', file);
  expect(status).toBe(0);
  const lines = (await readFile(file, 'utf8')).trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(0, 5).join(' '));
}

test('what is withdrawn at a school that is not known is told of, not dropped', async () => {
  const found = await rejectionsOf({
    'roll.csv': ROLL_HEAD + ON_ROLL,
    'marks.csv': `upn,urn,date,am,pm,withdrawn,recorded_at\n${MARK}L801200015001,999999,2024-09-10,,,Y,\n`,
    'removals.csv': 'upn,urn,date,session,minutes,kind,withdrawn\nL801200015001,999999,2024-09-10,AM,5,left-lesson,Y\n',
  });
  expect(found).toEqual(['marks.csv 3 urn 999999 unknown-school', 'removals.csv 2 urn 999999 unknown-school']);
});

test('that a school is not known is named before any later fault of the row', async () => {
  const found = await rejectionsOf({
    'roll.csv': `${ROLL_HEAD}${ON_ROLL}L801200015001,999999,Q,2024-09-01,,,,2014-01-01\n`,
    'marks.csv': `upn,urn,date,am,pm,withdrawn,recorded_at\n${MARK}L801200015001,999999,x,/,,,\nL801200015001,900100,x,/,,,\nL801200015001,999999,2024-09-11,/,,,yesterday\n`,
  });
  expect(found).toEqual([
    'marks.csv 3 urn 999999 unknown-school',
    'marks.csv 4 date x date',
    'marks.csv 5 urn 999999 unknown-school',
    'roll.csv 3 urn 999999 unknown-school',
  ]);
});

test('a file whose lines end in a carriage return alone is refused whole, and no child is printed', async () => {
  const folder = await folderWith({
    'schools.csv': SCHOOLS,
    'sessions.csv': SESSIONS,
    'roll.csv': ROLL_HEAD + ON_ROLL,
    'marks.csv': `upn,urn,date,am,pm\n${MARK}`.replaceAll('\n', '\r'),
  });
  const { status, out, err } = await kith('ledger', folder, '--by', 'la');
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('marks.csv ends its lines in an old way');
  expect(err).not.toContain('L801200015001');
});

test('a child of school age gone to where nobody confirmed is listed until an arrival is known', async () => {
  const left = 'L801200015001,900100,C,2024-09-01,2024-09-10,a,,2014-01-01\n';
  const files = { 'schools.csv': SCHOOLS, 'sessions.csv': SESSIONS, 'marks.csv': `upn,urn,date,am,pm\n${MARK}` };
  const gone = await kith('check', await folderWith({ ...files, 'roll.csv': ROLL_HEAD + left }));
  expect(gone.out).toContain('roll.csv, line 2, destination_urn: “”. Destination unconfirmed');
  const again = 'L801200015001,900100,C,2024-09-12,,,,2014-01-01\n';
  const back = await kith('check', await folderWith({ ...files, 'roll.csv': ROLL_HEAD + left + again }));
  expect(back.out).not.toContain('Destination unconfirmed');
  const grown = left.replace('2014-01-01', '2007-01-01');
  const past = await kith('check', await folderWith({ ...files, 'roll.csv': ROLL_HEAD + grown }));
  expect(past.out).not.toContain('Destination unconfirmed');
});

test('an import writes what it could not use to a file, as its hint says', async () => {
  const folder = await folderWith({
    'schools.csv': SCHOOLS,
    'roll.csv': `${ROLL_HEAD}X,900100,C,2024-09-01,,,,2014-01-01\n`,
  });
  const file = join(folder, 'rejected-rows.txt');
  const { status, err } = await kith('import', folder, '--store', join(folder, 'store'), '--rejections', file);
  expect([status, err.includes('All of them are in')]).toEqual([0, true]);
  expect(await readFile(file, 'utf8')).toContain('roll.csv,2,upn,X');
  const listed = await kith('import', join(folder, 'store'), '--list');
  expect(listed.out).toContain('import-1');
});
