import { expect, test } from 'vitest';
import { percentText } from '#lost-learning';
import { folderWith, workedArea } from '#testing';
import { kith } from './kith.example.ts';

/** A UPN of twelve digits with its check letter (DfE, unique pupil numbers: each digit times 2 to 13, modulo 23). */
function upn(no: number): string {
  const digits = `8012000${String(no).padStart(5, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23)}${digits}`;
}

const DAYS = ['2025-05-30', '2025-06-02'] as const;
type Spell = readonly [status: string, birth: string, from?: string, boarder?: string];

/** A child at the first school for two days; `marks` are of its four sessions. */
const CHILDREN: readonly (readonly [spell: Spell, marks: string])[] = [
  [['C', '2014-01-01'], '/\\I\\'],
  [['C', '2014-01-01', '2024-09-01', 'Y'], '/\\/I'],
  [['C', '2014-01-01', '2025-06-02'], '  O\\'],
  [['C', '2020-10-01'], '/XI\\'],
  [['C', '2008-01-01'], '/\\OO'],
  [['C', '2009-01-01'], '/II\\'],
  [['G', '2014-01-01'], '/\\/\\'],
  [['F', '2014-01-01'], 'OO/\\'],
  [['C', '2014-01-01'], 'QZ /'],
  [['M', '2014-01-01'], 'DD/\\'],
];

async function folder(): Promise<string> {
  const roll = CHILDREN.map(
    ([[status, birth, from = '2024-09-01', boarder = 'N']], no) =>
      `${upn(no)},900100,${status},${from},${birth},${boarder}`,
  );
  const marks = CHILDREN.flatMap(([, letters], no) =>
    DAYS.map((day, at) => [upn(no), '900100', day, letters.charAt(at * 2).trim(), letters.charAt(at * 2 + 1).trim()])
      .filter(([, , , am, pm]) => am !== '' || pm !== '')
      .map((row) => `${row.join(',')},2025-06-03T10:00:00Z`),
  );
  return folderWith({
    'schools.csv': 'urn,la,name,phase,trust\n900100,801,One,primary,Harbour Trust\n900101,801,Two,secondary,\n',
    'sessions.csv': `urn,date,am,pm\n${['900100', '900101'].flatMap((urn) => DAYS.map((day) => `${urn},${day},1,1\n`)).join('')}`,
    'roll.csv': [
      'upn,urn,status,entry_date,birth_date,boarder',
      ...roll,
      // The guest’s own school, where no register was taken, and the other school of the one who is at two.
      `${upn(6)},900101,C,2024-09-01,2014-01-01,N`,
      `${upn(9)},900101,S,2024-09-01,2014-01-01,N`,
      '',
    ].join('\n'),
    'marks.csv': [
      'upn,urn,date,am,pm,recorded_at',
      ...marks,
      // Before it was put right, the first child’s morning had no reason; the third child was marked before it came.
      `${upn(0)},900100,2025-06-02,N,,2025-06-02T10:00:00Z`,
      `${upn(0)},900100,2025-05-30,N,,2025-05-30T10:00:00Z`,
      `${upn(2)},900100,2025-05-30,/,O,2025-06-03T10:00:00Z`,
      `${upn(9)},900101,2025-05-30,/,\\,2025-06-03T10:00:00Z`,
      `${upn(9)},900101,2025-06-02,D,/,2025-06-03T10:00:00Z`,
      '',
    ].join('\n'),
  });
}

const stepsOf = (out: string, figure: string): readonly string[] =>
  out
    .split('\n')
    .filter((line) => line.startsWith(`${figure},`))
    .map((line) => line.split(',').slice(1, 6).join(' '));

test('each rule takes what it names, counted by hand', async () => {
  const at = await folder();
  const { status, out, err } = await kith('why', at, '--school', '900100', '--format', 'csv');
  expect([status, err.includes('does not end')]).toEqual([0, false]);
  // step, sessions, enrolments, possible, absent
  expect(stepsOf(out, 'published')).toEqual([
    'start 40 10 34 12',
    'correction 2 1 0 1',
    'rejected 2 0 2 1',
    'guest 4 1 4 0',
    'other-provider 4 1 4 2',
    'boarder 4 1 4 1',
    'sixth-half-term 2 1 2 1',
    'under-5 4 1 3 1',
    'over-15 4 1 4 2',
    'after-may 2 0 2 1',
    'dual 2 0 0 0',
    'access 1 0 0 0',
    'not-required 1 0 0 0',
    'unmarked 1 0 0 0',
    'figure 9 4 9 2',
  ]);
  expect(stepsOf(out, 'account')).toEqual([
    'start 40 10 34 12',
    'correction 2 1 0 1',
    'rejected 2 0 2 1',
    'guest 4 1 4 0',
    'dual 2 0 0 0',
    'access 1 0 0 0',
    'not-required 2 0 0 0',
    'unmarked 1 0 0 0',
    'figure 28 9 28 10',
  ]);
  expect(out).toContain('published,correction,2,1,0,1,32.352941,33.333333\n');

  // The area counts the one who is at two schools once, and where the guest was.
  const area = stepsOf((await kith('why', at, '--format', 'csv')).out, 'account');
  expect(area.slice(-3)).toEqual(['several-registers -3 0 -3 0', 'guest-off-roll 0 0 0 0', 'figure 34 10 34 10']);
  const trust = await kith('why', at, '--trust', 'Harbour Trust', '--format', 'csv');
  expect(trust.out).toBe(out);
  expect((await kith('why', at, '--phase', 'primary', '--format', 'csv')).out).toBe(out);
}, 60_000);

test('marks as first recorded are one rule alone for the area too, where registers of several schools meet', async () => {
  const { out } = await kith('why', workedArea, '--year', '2024/25', '--format', 'csv');
  const [head = '', ...lines] = out.trimEnd().split('\n');
  const at = head.split(',').indexOf('counted_otherwise_percent');
  const rate = lines.find((line) => line.startsWith('account,correction,'))?.split(',')[at];
  // 649 of 12,266 sessions, and what corrections of marks moved: 96 absent and 67 possible.
  expect(rate).toBe(percentText(745, 12_333));
}, 60_000);

test('a school that is not there is refused, and a wrong URN is wrong usage', async () => {
  const { status, err } = await kith('why', workedArea, '--school', '999999');
  expect([status, err]).toEqual([1, expect.stringContaining('No school of this area has the URN 999999.')]);
  expect((await kith('why', workedArea, '--trust', 'Nowhere')).status).toBe(1);
  expect((await kith('why', workedArea, '--phase', 'nursery')).status).toBe(1);
  expect((await kith('why', workedArea, '--school', '12')).status).toBe(2);
  expect((await kith('why', workedArea, '--school', '900101', '--trust', 'x')).status).toBe(2);
}, 60_000);
