import { describe, expect, test } from 'vitest';
import { attack, type PrintedRow } from '#testing';
import { findDataSet, type DataSet } from './data-sets.ts';
import { compareWithEarlier, type EarlierRelease } from './earlier.ts';
import { inventedPeople } from './invented-people.example.ts';
import { listFigures } from './figures.ts';
import type { Person } from './people.ts';
import { protectSet, systemOf, type ProtectedSet } from './protect-set.ts';
import { groupPeople } from './topics.ts';

function getSet(topics: DataSet['topics']): DataSet {
  const set = findDataSet('absence');
  if (!set) throw new Error('absence');
  return { ...set, topics };
}

const whole = getSet(['phase', 'year_group', 'sex', 'fsm', 'sen']);
const narrow = getSet(['sex', 'sen']);

function figuresOf(set: DataSet, safe: ProtectedSet) {
  return listFigures(safe.rows, set.indicators);
}

/** All that a release prints of people, with true numbers where it rounds: an attacker who knows more than there is. */
function printedPeople(set: DataSet, people: readonly Person[], safe: ProtectedSet): readonly PrintedRow[] {
  const figures = figuresOf(set, safe);
  const names: Readonly<Record<string, string>> = {
    '': 'enrolments',
    persistent: 'enrolments_pa_10_exact',
    severe: 'enrolments_pa_50_exact',
  };
  return systemOf(set, groupPeople(people, set.topics).groups).map(({ key, categories, count }) => {
    const [group = '', mark = ''] = key.split(':');
    const figure = figures.find(
      ({ topic, breakdown, indicator }) => `${topic}/${breakdown}` === group && indicator === names[mark],
    );
    const isShown = figure?.symbol === null;
    return { categories, printed: isShown ? String(count) : 'c', reason: '' };
  });
}

describe('what a release of absence gives away', () => {
  test.each([90, 130, 170, 250])('of %i people: nothing of a few, whoever solves for it', async (many) => {
    const people = inventedPeople(many);
    const safe = await protectSet(narrow, people);
    const printed = printedPeople(narrow, people, safe);
    const system = systemOf(narrow, groupPeople(people, narrow.topics).groups);
    const small = system.flatMap(({ count }, row) => (count > 0 && count < 8 ? [row] : []));
    const attacks = await attack(printed, 'plain', 'unknown');
    expect(small.length).toBeGreaterThan(0);
    expect(small.filter((row) => printed[row]?.printed !== 'c')).toEqual([]);
    const narrowed = attacks.filter(({ row, least, most }) => small.includes(row) && most - least < 5);
    expect(narrowed).toEqual([]);
  });

  test('the attacker finds a small count that only its own cell hides', async () => {
    const people = inventedPeople(130);
    const system = systemOf(narrow, groupPeople(people, narrow.topics).groups);
    const printed = system.map(({ categories, count }) => ({
      categories,
      printed: count > 0 && count < 8 ? 'c' : String(count),
      reason: '',
    }));
    const attacks = await attack(printed, 'plain', 'unknown');
    expect(attacks.some(({ least, most }) => most - least < 5)).toBe(true);
  });

  test('counts are 0 or at least 10, by fives; sessions and rates are hidden with their people', async () => {
    const safe = await protectSet(whole, inventedPeople(400));
    const figures = figuresOf(whole, safe);
    const of = (name: string) => figures.filter(({ indicator }) => indicator === name);
    for (const { indicator, value } of figures) {
      if (value === null || indicator.endsWith('percent')) continue;
      expect([indicator, value % 5, value === 0 || value >= 10]).toEqual([indicator, 0, true]);
    }
    const follows = (name: string, people: string) =>
      of(people).every(({ symbol }, row) => symbol === null || of(name)[row]?.symbol === 'c');
    expect(follows('enrolments_pa_50_exact_percent', 'enrolments_pa_50_exact')).toBe(true);
    expect([follows('sess_possible', 'enrolments'), follows('sess_overall', 'enrolments')]).toEqual([true, true]);
    expect(of('enrolments_pa_50_exact').some(({ symbol }) => symbol === 'c')).toBe(true);
    expect(
      figures.filter(
        ({ value, symbol, reason }) => (value === null) !== (symbol === 'c') || (symbol === null) !== (reason === null),
      ),
    ).toEqual([]);
  });

  test('where one person makes up most of the sessions of a group, its topic prints none', async () => {
    const people = inventedPeople(400).map((person, n) =>
      n === 29 ? { ...person, numbers: { ...person.numbers, overall: 100_000 } } : person,
    );
    const figures = figuresOf(whole, await protectSet(whole, people));
    const sessions = figures.filter(({ indicator }) => indicator === 'sess_overall');
    expect(sessions.map(({ symbol }) => symbol)).not.toContain(null);
  });

  test('a kind of school with one school goes together with others', async () => {
    const people = inventedPeople(400).map((person, n) =>
      n % 10 === 0 ? { ...person, school: 'only', groups: { ...person.groups, phase: 'special' } } : person,
    );
    const { groups } = groupPeople(people, ['phase']);
    expect(groups.map(({ name }) => name)).not.toContain('Special');
    expect(groups.slice(1).reduce((sum, one) => sum + one.people.length, 0)).toBe(400);
  });

  test('an area of one school has nothing to release', async () => {
    const people = inventedPeople(400).map((person) => ({ ...person, school: 'only' }));
    await expect(protectSet(whole, people)).rejects.toMatchObject({ code: 'open-data/too-small' });
  });
});

describe('a second release of the same year', () => {
  const released = async (people: readonly Person[], version: string): Promise<EarlierRelease> => {
    const safe = await protectSet(narrow, people);
    const hidden = figuresOf(narrow, safe).flatMap(({ topic, breakdown, indicator, symbol }) =>
      symbol === null ? [] : [`${topic}/${breakdown}:${indicator}`],
    );
    return { version, exact: safe.exact, hidden };
  };

  test('that is let through gives nothing away beside the first, to a reader who takes it that nobody left', async () => {
    const before = inventedPeople(400);
    const present = { possible: 380, overall: 1, persistent: 0, severe: 0 };
    const joined = before
      .filter(({ groups }) => groups['sen'] === 'N')
      .slice(0, 120)
      .map((one) => ({ ...one, numbers: present }));
    const after = [...before, ...joined];
    expect(compareWithEarlier(await released(before, '1'), await released(after, '2'))).toEqual({ kind: 'apart' });
    const rows = await Promise.all(
      [before, after].map(async (people, when) => {
        const printed = printedPeople(narrow, people, await protectSet(narrow, people));
        return printed.map((row) => ({ ...row, categories: [...row.categories, when === 0 ? 'before' : 'Total'] }));
      }),
    );
    const [first] = rows.flat();
    const unknown = { categories: [...(first?.categories.slice(0, -1) ?? []), 'joined'], printed: 'c', reason: '' };
    const counts = [before, after].flatMap((people) =>
      systemOf(narrow, groupPeople(people, narrow.topics).groups).map(({ count }) => count),
    );
    const small = counts.flatMap((count, row) => (count > 0 && count < 8 ? [row] : []));
    const attacks = await attack([...rows.flat(), unknown], 'plain', 'unknown');
    expect(small.length).toBeGreaterThan(0);
    expect(attacks.filter(({ row, least, most }) => small.includes(row) && most - least < 5)).toEqual([]);
  });

  test('says nothing new where nothing changed', async () => {
    const [a, b] = [await released(inventedPeople(400), '1'), await released(inventedPeople(400), '2')];
    expect(compareWithEarlier(a, b)).toEqual({ kind: 'same' });
  });

  test.each([1, 3, 7])('is refused where %i people came', async (few) => {
    const [a, b] = [await released(inventedPeople(400), '1'), await released(inventedPeople(400, few), '2')];
    expect(compareWithEarlier(a, b)).toEqual({ kind: 'too-close', why: 'few-changed' });
  });

  test('is refused where one person’s sessions were put right', async () => {
    const people = inventedPeople(400);
    const put = people.map((one, n) => (n === 0 ? { ...one, numbers: { ...one.numbers, overall: 214 } } : one));
    expect(compareWithEarlier(await released(people, '1'), await released(put, '2'))).toEqual({
      kind: 'too-close',
      why: 'few-changed',
    });
  });

  test('is refused where it hides what was shown, or shows what was hidden', async () => {
    const one = await released(inventedPeople(400), '1');
    const people = Object.fromEntries(Object.entries(one.exact.people).map(([key, count]) => [key, count + 100]));
    const changed = { hidden: one.hidden, exact: { ...one.exact, people } };
    expect(compareWithEarlier(one, changed)).toEqual({ kind: 'apart' });
    expect(compareWithEarlier(one, { ...changed, hidden: [] })).toEqual({ kind: 'too-close', why: 'other-hidden' });
    expect(compareWithEarlier(one, { ...changed, hidden: [...one.hidden, 'x'] })).toMatchObject({ kind: 'too-close' });
  });
});
