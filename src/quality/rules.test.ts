import { expect, test } from 'vitest';
import { fixedClock, instantOf } from '#kernel';
import { openArea } from '#exchange/area-files';
import { buildAccount } from '#lost-learning';
import { folderWith, PLANTED_A, PLANTED_B, faultyArea, plantedFor, plantedRules, type Mended } from '#testing';
import { FIGURE_NAMES, filled, findAbsenceRate, type Figures } from './effect.ts';
import { findPicture } from './effect-words.ts';
import { findingWords, placeWords } from './finding-words.ts';
import { figuresNow } from './mended.ts';
import { assessQuality, countFindings, listFirstFindings } from './publish.ts';
import type { RuleId } from './rule.ts';
import { qualityRules } from './rules.ts';

const clock = fixedClock(instantOf(Date.UTC(2024, 9, 1, 9)));
const [A, B] = [PLANTED_A, PLANTED_B];

async function assessed(mended: Mended, later: Readonly<Record<string, string>> = {}) {
  const open = await openArea(await folderWith({ ...faultyArea(mended), ...later }), { clock });
  try {
    const quality = await assessQuality(open, await buildAccount(open.warehouse, {}, clock), clock);
    return {
      quality,
      findings: await listFirstFindings(open.warehouse),
      counts: await countFindings(open.warehouse),
    };
  } finally {
    await open.close();
  }
}

/** The figures of the account that the files themselves give. */
async function account(mended: Mended): Promise<Figures> {
  const open = await openArea(await folderWith(faultyArea(mended)), { clock });
  try {
    await buildAccount(open.warehouse, {}, clock);
    return await figuresNow(open.warehouse);
  } finally {
    await open.close();
  }
}

function mendedAll(how: string | false): Mended {
  return Object.fromEntries(plantedRules.map((rule) => [rule, how]));
}

let kept: ReturnType<typeof assessed> | undefined;
/** The area with every fault, judged once. */
const faulty = () => (kept ??= assessed(mendedAll(false)));

/** What each rule finds on what was planted for it: school, first day, sessions, the other school, place and value. */
const EXPECTED: Readonly<Record<Exclude<RuleId, 'register-not-taken' | 'session-not-open'>, readonly unknown[]>> = {
  'mark-outside-spell': [A, '2024-09-16', 4, null, 'am', '/'],
  'unknown-code': [A, '2024-09-10', 1, null, 'am', 'QQ'],
  'code-not-in-force': [A, '2024-09-10', 1, null, 'pm', 'H'],
  'x-of-compulsory-age': [A, '2024-09-10', 1, null, 'am', 'X'],
  'c2-not-of-compulsory-age': [A, '2024-09-10', 1, null, 'pm', 'C2'],
  'reason-never-given': [A, '2024-09-03', 1, null, 'am', 'N'],
  'suspension-without-e': [A, '2024-09-10', 2, null, 'am', '/'],
  'e-without-suspension': [A, '2024-09-17', 2, null, 'am', 'E'],
  'neither-school-has-record': [A, '2024-09-04', 8, B, 'am', 'D'],
  'both-schools-count': [A, '2024-09-10', 2, B, 'am', '/'],
  'main-without-subsidiary': [A, '2024-09-02', 2, null, 'status', 'M'],
  'subsidiary-without-main': [B, '2024-09-02', null, null, 'status', 'S'],
  'one-upn-two-children': [B, '2024-09-16', null, A, 'birth_date', '2012-05-05'],
  'two-upns-one-child': [B, '2024-09-02', null, A, 'upn', plantedFor('two-upns-one-child', 1)],
  'temporary-upn': [A, '2024-06-03', null, null, 'upn', plantedFor('temporary-upn')],
  'overlapping-spells': [A, '2024-09-16', 20, B, 'leaving_date', ''],
  'no-school': [A, '2024-09-14', 20, null, 'leaving_date', null],
  'ground-without-leaving-date': [A, '2024-09-20', 10, null, 'leaving_ground', 'f'],
  'spell-after-death': [B, '2024-09-16', 20, null, 'entry_date', '2024-09-16'],
  'row-rejected': [A, null, null, null, 'birth_date', '2013-13-01'],
};

test('every rule is planted, and every one is found once on what was planted for it', async () => {
  expect(plantedRules.toSorted()).toEqual(qualityRules.map(({ id }) => id).toSorted());
  const { counts } = await faulty();
  expect(new Set(counts.map(({ rule }) => rule))).toEqual(new Set(plantedRules));
  // A code that cannot be read, and a child who has left, leave registers without a mark too.
  const many = counts.filter(({ findings }) => findings > 1);
  expect(many.map(({ rule, findings, sessions }) => [rule, findings, sessions])).toEqual([
    ['register-not-taken', 13, 13],
  ]);
});

test.each(Object.entries(EXPECTED))('%s', async (rule, expected) => {
  const found = (await faulty()).findings.find((one) => one.rule === rule);
  const { upn, urn, since, sessions, other, file, line, column_name: column, value } = found ?? {};
  expect([urn, since, sessions, other, column, value]).toEqual(expected);
  const child = plantedFor(rule, rule === 'two-upns-one-child' ? 1 : 0);
  expect(rule === 'row-rejected' ? child : upn).toBe(child);
  expect([file, (line ?? 0) > 1]).toEqual([['am', 'pm'].includes(column ?? '') ? 'marks.csv' : 'roll.csv', true]);
});

test('a register and a school day are found without a child', async () => {
  const { findings } = await faulty();
  const register = findings.find(({ rule }) => rule === 'register-not-taken');
  expect(register).toMatchObject({
    urn: A,
    upn: null,
    sessions: 1,
    of_sessions: 1,
    session: 'AM',
    since: '2024-09-05',
  });
  const day = findings.find(({ rule }) => rule === 'session-not-open');
  expect(day).toMatchObject({ urn: A, upn: null, sessions: 1, session: 'AM', since: '2024-09-14', value: '/' });
});

test('says what was found in words that a school can act on', async () => {
  const { findings } = await faulty();
  const words = (rule: RuleId): string => {
    const found = findings.find((one) => one.rule === rule);
    return found ? `${findingWords(found, (urn) => `school ${urn}`)} ${placeWords(found)}` : '';
  };
  expect(words('neither-school-has-record')).toMatch(
    /^8 sessions from 4 September 2024 to 25 September 2024, always on Wednesdays; the other school is school 900101\. marks\.csv, line \d+, am: “D”$/,
  );
  expect(words('register-not-taken')).toBe(
    '5 September 2024, morning, class register-not-taken: no mark for 1 of 1 children. ',
  );
  expect(words('row-rejected')).toMatch(
    /^Enter a real date as YYYY-MM-DD.* roll\.csv, line \d+, birth_date: “2013-13-01”$/,
  );
});

test('once all is mended, nothing is found, and no figure has anything to change', async () => {
  const { counts, quality } = await assessed(mendedAll('true'));
  expect(counts).toEqual([]);
  const now = figuresOf(quality, 'all', 'now');
  for (const { figures } of quality.effects) expect(figures).toEqual(now);
});

test('a later row that puts a mark right, or takes it back, ends the finding', async () => {
  const upns = [plantedFor('unknown-code'), plantedFor('mark-outside-spell')];
  const later = `upn,urn,date,am,pm,withdrawn\n${upns[0]},${A},2024-09-10,I,,\n${upns[1]},${A},2024-09-16,,,Y\n`;
  const { counts } = await assessed(
    { 'unknown-code': false, 'mark-outside-spell': false },
    { 'marks_later.csv': later },
  );
  expect(counts.map(({ rule, sessions }) => [rule, sessions])).toEqual([['mark-outside-spell', 2]]);
});

/** How each rule is mended at one end: as its scenario there says, or not at all where it has none at that end. */
function mendedAt(side: 'low' | 'high'): Mended {
  const WAYS: Readonly<Record<string, string>> = {
    'earlier-ended': 'true',
    elsewhere: 'true',
    left: 'true',
    'not-there': 'true',
  };
  return Object.fromEntries(
    qualityRules.map(({ id, scenarios }) => {
      const scenario = scenarios.find(({ end }) => end === side || end === 'only')?.id;
      const leaves = scenario === undefined || scenario === 'without' || scenario === 'recorded';
      return [id, leaves ? false : (WAYS[scenario] ?? scenario)];
    }),
  );
}

function figuresOf(quality: Awaited<ReturnType<typeof assessed>>['quality'], rule: string, scenario: string): Figures {
  const found = quality.effects.find((one) => one.rule === rule && one.scenario === scenario);
  if (!found) throw new Error(`${rule}.${scenario}`);
  return found.figures;
}

test.each(['low', 'high'] as const)('what mending would change is what mended files give: %s', async (side) => {
  const { quality } = await faulty();
  const now = figuresOf(quality, 'all', 'now');
  // Registers and school days are everybody’s; every other rule has a child of its own, so that their changes add up.
  const apart = ['register-not-taken', 'session-not-open'];
  const mended = mendedAt(side);
  const changed = qualityRules.flatMap(({ id, scenarios }) => {
    const scenario = scenarios.find(({ end }) => end === side || end === 'only');
    return scenario === undefined || apart.includes(id) || id === 'e-without-suspension'
      ? []
      : [figuresOf(quality, id, scenario.id)];
  });
  const sum = Object.fromEntries(
    FIGURE_NAMES.map((name) => [name, now[name] + changed.reduce((total, one) => total + one[name] - now[name], 0)]),
  );
  const files = await account({ ...mended, ...Object.fromEntries(apart.map((rule) => [rule, false])) });
  expect(sum).toEqual(files);
  expect(changed.length).toBeGreaterThan(8);
});

test.each([
  ['low', 'present'],
  ['high', 'absent'],
] as const)('so is mending all at once: %s', async (side, as) => {
  const { quality } = await faulty();
  const files = await account({ ...mendedAt(side), 'register-not-taken': false, 'session-not-open': 'open' });
  expect(figuresOf(quality, 'all', side)).toEqual(filled(files, as));
});

test('registers taken, and a day opened, give what the files give', async () => {
  const only = await assessed({ 'register-not-taken': false });
  const present = await account({});
  const absent = await account({ 'register-not-taken': 'absent' });
  const open = await account({ ...mendedAll(false), 'session-not-open': 'open' });
  expect(figuresOf(only.quality, 'register-not-taken', 'present')).toEqual(present);
  expect(figuresOf(only.quality, 'register-not-taken', 'absent')).toEqual(absent);
  const { quality } = await faulty();
  expect(figuresOf(quality, 'session-not-open', 'open')).toEqual(open);
});

test('tells a rate beside what changes, and leaves out what does not', async () => {
  const { quality } = await faulty();
  const picture = findPicture(quality.effects, 'both-schools-count');
  expect(picture?.changes.map(({ figure }) => figure)).toEqual(['registers']);
  const suspended = findPicture(quality.effects, 'suspension-without-e');
  const rate = (scenario: string, rule = 'suspension-without-e') =>
    `${((findAbsenceRate(figuresOf(quality, rule, scenario)) ?? 0) * 100).toFixed(2)}%`;
  expect(suspended?.changes[0]).toMatchObject({
    figure: 'absence_rate',
    now: rate('now', 'all'),
    ways: [rate('suspended')],
  });
  expect(findPicture(quality.effects, 'temporary-upn')).toBeUndefined();
});
