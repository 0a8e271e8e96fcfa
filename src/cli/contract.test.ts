import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, workedAnswers, workedArea, workFolder } from '#testing';
import { kith } from './kith.example.ts';

/** `ledger-by-child-as-of-2024-12-20.csv` says its own command line. */
function argumentsOf(file: string): readonly string[] {
  const [, command = '', by = '', option, value = ''] =
    /^(ledger|absence)-by-([a-z-]+?)(?:-(as-of|known)-(.+))?\.csv$/.exec(file) ?? [];
  const flag = option === undefined ? [] : [option === 'known' ? '--known-at' : '--as-of', value];
  return [command, workedArea, '--by', by, ...flag, '--format', 'csv'];
}

const answers = (await readdir(workedAnswers)).toSorted();

test('there are worked answers to hold the commands to', () => {
  expect(answers).toHaveLength(12);
});

test.each(answers)('the worked folder gives %s byte for byte', async (file) => {
  const { status, out } = await kith(...argumentsOf(file));
  expect(status).toBe(0);
  expect(out).toBe(await readFile(join(workedAnswers, file), 'utf8'));
});

test('what could not be used is told of on standard error and written whole to a file', async () => {
  const folder = await workFolder();
  const rejections = join(folder, 'rejected.csv');
  const { status, out, err } = await kith(
    'ledger',
    workedArea,
    '--by',
    'la',
    '--format',
    'csv',
    '--rejections',
    rejections,
  );
  expect(status).toBe(0);
  expect(out.split('\n')).toHaveLength(3);
  expect(err).toContain('399 rows or values could not be used');
  expect(err).toContain('schools.csv: columns not used: colour');
  const lines = (await readFile(rejections, 'utf8')).trimEnd().split('\n');
  expect(lines[0]).toBe('file,line,column,value,fault,problem');
  expect(lines).toHaveLength(400);
  expect(lines.filter((line) => line.startsWith('roll.csv,53,birth_date,2012-13-01,date,'))).toHaveLength(1);
});

test('pupil-level rows as CSV say that they are personal data; a table of schools does not', async () => {
  expect((await kith('ledger', workedArea, '--by', 'child', '--format', 'csv')).err).toContain('personal data');
  expect((await kith('ledger', workedArea, '--by', 'school', '--format', 'csv')).err).not.toContain('personal data');
});

test('one child is the line of all that has its UPN; a UPN that is none, of nobody or beside schools is refused', async () => {
  const lines = (await readFile(join(workedAnswers, 'ledger-by-child.csv'), 'utf8')).split('\n');
  const ask = (upn: string, by = 'child') => kith('ledger', workedArea, '--by', by, '--upn', upn, '--format', 'csv');
  const one = await ask('A801400518012');
  expect(one.out.split('\n')).toEqual([lines[0], lines.find((line) => line.startsWith('A801400518012,')), '']);
  expect(one.err).toContain('personal data');
  expect((await ask('B801400518012')).status).toBe(2);
  expect((await ask('A801400518012', 'school')).status).toBe(2);
  const nobody = await ask('F999999999999');
  expect(nobody).toMatchObject({ status: 1, out: '' });
  expect(nobody.err).not.toContain('F999999999999');
});

test('own-register rows say that they need not add up', async () => {
  expect((await kith('ledger', workedArea, '--by', 'school')).err).toContain('need not add up');
});

test('JSON has the same figures as CSV', async () => {
  const json: unknown = JSON.parse((await kith('ledger', workedArea, '--by', 'sex', '--format', 'json')).out);
  expect(json).toMatchObject([
    { sex: 'F', children: 17, calendar: 5847 },
    { sex: 'M', children: 21, calendar: 7043 },
  ]);
});

test.each([
  ['no command', []],
  ['an unknown command', ['ledgr', workedArea]],
  ['no --by', ['ledger', workedArea]],
  ['an unknown grouping', ['ledger', workedArea, '--by', 'colour']],
  ['a year that is none', ['ledger', workedArea, '--by', 'la', '--year', '2024/26']],
  ['a day that is none', ['ledger', workedArea, '--by', 'la', '--as-of', '2024-02-30']],
  ['a moment without its offset', ['ledger', workedArea, '--by', 'la', '--known-at', '2024-02-03T10:00:00']],
])('wrong usage is status 2: %s', async (_, args) => {
  const { status, out, err } = await kith(...args);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).not.toBe('');
});

test.each([
  ['a folder that is not there', async () => join(await workFolder(), 'nowhere')],
  ['a folder without area files', async () => folderWith({ 'readme.txt': 'nothing' })],
  ['a header that is wrong', async () => folderWith({ 'marks.csv': 'pupil,day\n1,2\n' })],
])('refused input is status 1, with a sentence: %s', async (_, make) => {
  const { status, out, err } = await kith('ledger', await make(), '--by', 'child');
  expect(status).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/\.\n$/);
});

test('an area with no marks prints a header and no rows', async () => {
  const folder = await folderWith({
    'schools.csv': 'urn,la,name,phase\n900100,801,School,primary\n',
    'sessions.csv': 'urn,date,am,pm\n900100,2024-09-03,1,1\n',
  });
  expect((await kith('ledger', folder, '--by', 'child', '--format', 'csv')).out).toMatch(/^upn,calendar,[a-z_,]+\n$/);
});

test('a folder with a store answers from what was imported, and says which files it left out', async () => {
  const folder = await workFolder();
  await cp(workedArea, folder, { recursive: true });
  expect((await kith('import', folder)).status).toBe(0);
  expect((await kith('ledger', folder, '--by', 'la')).err).not.toContain('not imported');
  await writeFile(join(folder, 'marks-3.csv'), 'upn,urn,date\n');
  const { status, err } = await kith('ledger', folder, '--by', 'la');
  expect(status).toBe(0);
  expect(err).toContain('Not in these answers, because they were not imported: marks-3.csv.');
  // Its store is meant by the folder’s name too: a second one would hide the first.
  const other = await folderWith({ 'removals.csv': 'upn,urn,date,session,kind,minutes\n' });
  expect((await kith('import', other, '--store', folder)).status).toBe(0);
  expect((await kith('import', folder, '--list')).out).toContain('removals.csv');
  expect(await readdir(folder)).not.toContain('received');
});

test('a demonstration that was stopped while it imported goes on from its files, and touches no others', async () => {
  const folder = join(await workFolder(), 'northmoor');
  expect((await kith('demo', folder, '--pupils', '300')).status).toBe(0);
  await rm(join(folder, '.kith'), { recursive: true });
  const again = await kith('demo', folder);
  expect(again).toMatchObject({ status: 0 });
  expect(again.err).toContain('already: importing them');
  const theirs = await workFolder();
  await cp(workedArea, theirs, { recursive: true });
  expect((await kith('demo', theirs, '--pupils', '300')).status).toBe(1);
  expect((await kith('demo', theirs)).status).toBe(1);
}, 120_000);

test('help names every command and gives examples; it is status 0', async () => {
  const { status, out } = await kith('--help');
  expect(status).toBe(0);
  for (const command of ['serve', 'demo', 'import', 'check', 'ledger', 'absence', 'import-statistics', 'forget']) {
    expect(out).toContain(command);
    expect((await kith(command, '--help')).out).toContain('Examples:');
  }
});
