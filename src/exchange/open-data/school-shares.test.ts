import { describe, expect, test } from 'vitest';
import { findDataSet } from './data-sets.ts';
import { listFigures } from './figures.ts';
import type { Person } from './people.ts';
import { protectSet } from './protect-set.ts';

describe('a figure of one school’s own', () => {
  const lost = findDataSet('lost-learning');
  const pupils = (suspendedAt: (n: number) => boolean, sessions: (n: number) => number = () => 3): readonly Person[] =>
    [...Array(800).keys()].map((n) => ({
      school: String(n % 4),
      groups: {
        year_group: String(Math.floor(n / 4) % 5),
        sex: Math.floor(n / 20) % 2 === 0 ? 'F' : 'M',
        fsm: Math.floor(n / 40) % 4 === 0 ? 'Y' : 'N',
        sen: Math.floor(n / 40) % 5 === 0 ? 'K' : 'N',
      },
      numbers: { calendar: 380, suspended: suspendedAt(n) ? sessions(n) : 0 },
    }));
  const symbols = async (people: readonly Person[], name: RegExp) => {
    if (!lost) throw new Error('lost-learning');
    const figures = listFigures((await protectSet(lost, people)).rows, lost.indicators);
    return figures.filter(({ indicator }) => name.test(indicator));
  };
  const shownOf = async (people: readonly Person[], name: RegExp) =>
    (await symbols(people, name)).filter(({ symbol }) => symbol === null);

  test('nothing is printed: no count of children, no sessions, no rate', async () => {
    const atOne = pupils((n) => n % 4 === 0 && n < 400);
    expect(atOne.filter(({ numbers }) => (numbers['suspended'] ?? 0) > 0)).toHaveLength(100);
    expect(await shownOf(atOne, /^suspended/)).toEqual([]);
    const all = await symbols(atOne, /^suspended_child_count/);
    expect(all[0]?.reason).toContain('one contributor');
  });

  test('the same number at every school is printed', async () => {
    expect(
      (
        await shownOf(
          pupils((n) => n < 400 && n % 40 < 20),
          /^suspended_child_count/,
        )
      ).length,
    ).toBeGreaterThan(0);
    expect(
      await shownOf(
        pupils((n) => n % 8 < 4),
        /^suspended/,
      ),
    ).not.toEqual([]);
  });

  test('nor where all those left without it are at one school', async () => {
    expect(
      await shownOf(
        pupils((n) => n % 4 !== 0 || n >= 400),
        /^suspended/,
      ),
    ).toEqual([]);
  });

  test('of one group of a topic, the topic is hidden and the others are not', async () => {
    const girlsAtOne = pupils((n) => (Math.floor(n / 20) % 2 === 0 ? n % 4 === 0 : n % 8 < 4));
    const left = await shownOf(girlsAtOne, /^suspended_(child|session)_count/);
    expect(left.filter(({ topic }) => topic === 'Sex')).toEqual([]);
    expect(left.filter(({ topic }) => topic === 'Total')).toHaveLength(2);
  });

  test('sessions that one school makes up are hidden, though their children are of every school', async () => {
    const people = pupils(
      (n) => n % 8 < 4,
      (n) => (n % 4 === 0 ? 60 : 1),
    );
    expect(await shownOf(people, /^suspended_session/)).toEqual([]);
    expect(await shownOf(people, /^suspended_child_count/)).not.toEqual([]);
  });

  test('who is on no school’s roll is nobody’s share', async () => {
    const people = pupils((n) => n % 4 === 0 && n < 400).map((one) =>
      one.school === '0' ? { ...one, school: '' } : one,
    );
    expect(await shownOf(people, /^suspended_child_count/)).not.toEqual([]);
  });
});
