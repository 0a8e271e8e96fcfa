import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedLists, plantedFolder, schoolDays, type AskedLists, type Painted } from '#testing';

const HERE = 900001;
const THERE = 900002;
// 1 September 2025 is a Monday; the other school is closed on Friday 26 September.
const AUTUMN = schoolDays('2025-09-01', '2025-12-19', ['2025-10-27', '2025-10-31']);

/** Absent without a reason in the morning of each of these days. */
const mornings = (...days: readonly string[]): readonly Painted[] => days.map((day) => [day, day, 'O', null]);
const away = (from: string, to: string, code = 'O'): Painted => [from, to, code, code];

let area: { readonly remove: () => Promise<void> };
let lists: AskedLists;

beforeAll(async () => {
  const planted = await plantedFolder({
    schools: { [HERE]: AUTUMN, [THERE]: AUTUMN.filter((day) => day !== '2025-09-26') },
    children: {
      // No session attended.
      'Five days': { marks: [away('2025-09-15', '2025-09-19')] },
      'From noon': {
        marks: [
          ['2025-09-15', '2025-09-15', null, 'O'],
          ['2025-09-16', '2025-09-22', 'O', 'I'],
        ],
      },
      Back: { marks: [away('2025-09-08', '2025-09-18')] },
      'Fifteen days': { marks: [away('2025-09-01', '2025-09-19', 'I')] },
      'Study leave': { marks: [away('2025-09-08', '2025-09-26', 'S')] },
      'Study leave and four': { marks: [away('2025-09-08', '2025-09-15', 'S'), away('2025-09-16', '2025-09-19')] },
      'Not required': { marks: [away('2025-09-08', '2025-09-26', 'X')] },
      'School closed': { marks: [away('2025-09-15', '2025-09-19'), away('2025-09-17', '2025-09-17', 'Y4')] },
      Untaken: { marks: [away('2025-09-15', '2025-09-19'), away('2025-09-17', '2025-09-17', '')] },
      'Two schools': {
        spells: [
          { leaving: '2025-09-16', marks: [away('2025-09-15', '2025-09-16')] },
          { urn: THERE, entry: '2025-09-17', marks: [away('2025-09-17', '2025-09-19', 'I')] },
        ],
      },
      'Moved while away': {
        spells: [
          { leaving: '2025-09-13', marks: [away('2025-09-08', '2025-09-12')] },
          { urn: THERE, entry: '2025-09-14', marks: [away('2025-09-15', '2025-09-19')] },
        ],
      },
      'Entered anew': {
        spells: [
          { leaving: '2025-09-16', marks: [away('2025-09-08', '2025-09-16')] },
          { entry: '2025-09-17', marks: [away('2025-09-17', '2025-09-19')] },
        ],
      },
      'Gone from the roll': { spells: [{ leaving: '2025-09-17', marks: [away('2025-09-08', '2025-09-17')] }] },
      // Crossings: seventy possible sessions up to Friday 17 October, sixty up to the Friday before.
      In: {
        marks: mornings(
          '2025-09-02',
          '2025-09-09',
          '2025-09-16',
          '2025-09-23',
          '2025-09-30',
          '2025-10-13',
          '2025-10-14',
        ),
      },
      'Nearly in': {
        marks: mornings('2025-09-02', '2025-09-09', '2025-09-16', '2025-09-23', '2025-09-30', '2025-10-13'),
      },
      Out: { marks: mornings('2025-09-02', '2025-09-09', '2025-09-16', '2025-09-23', '2025-09-30', '2025-10-07') },
      'Into severe': {
        marks: [
          away('2025-09-15', '2025-10-02'),
          ['2025-10-03', '2025-10-03', 'O', null],
          away('2025-10-13', '2025-10-15'),
        ],
      },
      'Out of severe': { marks: [away('2025-09-15', '2025-10-03'), ['2025-10-13', '2025-10-14', 'O', 'O']] },
      'New here': { spells: [{ entry: '2025-10-06', marks: mornings('2025-10-07', '2025-10-08') }] },
      'Too new': { spells: [{ entry: '2025-10-07', marks: mornings('2025-10-07', '2025-10-08') }] },
      // No full week.
      'Four weeks': { marks: mornings('2025-09-22', '2025-09-29', '2025-10-06', '2025-10-17') },
      'Three weeks': { marks: mornings('2025-09-29', '2025-10-06', '2025-10-17') },
      'Register not taken': {
        marks: [
          ...mornings('2025-09-15', '2025-09-29', '2025-10-06', '2025-10-13'),
          ['2025-09-24', '2025-09-24', null, ''],
        ],
      },
      'Register not taken, then four': {
        marks: [
          ...mornings('2025-09-08', '2025-09-22', '2025-09-29', '2025-10-06', '2025-10-13'),
          ['2025-09-17', '2025-09-17', null, ''],
          ['2025-10-08', '2025-10-08', null, ''],
        ],
      },
      'Silent for a week': {
        marks: [
          ...mornings('2025-09-08', '2025-09-15', '2025-09-29', '2025-10-06', '2025-10-13'),
          away('2025-09-22', '2025-09-26', ''),
        ],
      },
      'Short week': {
        spells: [{ urn: THERE, marks: mornings('2025-09-08', '2025-09-15', '2025-09-29', '2025-10-06', '2025-10-13') }],
      },
      'Mornings only': {
        marks: [
          ['2025-09-01', '2025-10-17', null, 'X'],
          ...mornings('2025-09-08', '2025-09-15', '2025-09-29', '2025-10-06', '2025-10-13'),
        ],
      },
    },
  });
  area = planted;
  lists = await askedLists(planted.folder);
});

afterAll(async () => {
  await lists.close();
  await area.remove();
});

describe('no session attended for days', () => {
  test('begins on the fifth day, not on the fourth', async () => {
    expect(await lists.listed('no-session-attended', '2025-09-18')).not.toHaveProperty('Five days');
    expect((await lists.listed('no-session-attended', '2025-09-19'))['Five days']).toMatchObject({
      since: '2025-09-15',
      until: '2025-09-19',
      counted: 5,
      entered_on: '2025-09-19',
      reached: 5,
      sessions: 10,
      codes: 'O',
      last_attended: '2025-09-12',
    });
  });

  test('a day with a session attended is none of them, and one session attended ends it', async () => {
    const friday = await lists.listed('no-session-attended', '2025-09-19');
    expect(friday).not.toHaveProperty('From noon');
    expect(friday).not.toHaveProperty('Back');
    expect((await lists.listed('no-session-attended', '2025-09-22'))['From noon']).toMatchObject({
      counted: 5,
      codes: 'I, O',
    });
    expect((await lists.listed('no-session-attended', '2025-09-18'))['Back']).toMatchObject({ counted: 9, reached: 5 });
  });

  test('says which of 5, 10 and 15 was reached', async () => {
    const reached = async (asOf: string) =>
      (await lists.listed('no-session-attended', asOf))['Fifteen days']?.['reached'];
    expect([
      await reached('2025-09-11'),
      await reached('2025-09-12'),
      await reached('2025-09-18'),
      await reached('2025-09-19'),
    ]).toEqual([5, 10, 10, 15]);
    expect((await lists.listed('no-session-attended', '2025-09-19'))['Fifteen days']).toMatchObject({
      last_attended: null,
    });
  });

  test('passes over what was not required, study leave, closures and registers not taken', async () => {
    const entries = await lists.listed('no-session-attended', '2025-09-19');
    for (const name of ['Study leave', 'Study leave and four', 'Not required', 'School closed', 'Untaken']) {
      expect(entries).not.toHaveProperty([name]);
    }
  });

  test('goes on over a move, and stands with the school of now; who is on no roll is on another list', async () => {
    const entries = await lists.listed('no-session-attended', '2025-09-19');
    expect(entries['Two schools']).toMatchObject({ urn: THERE, urns: [HERE, THERE], counted: 5, codes: 'I, O' });
    expect(entries).not.toHaveProperty('Gone from the roll');
  });

  test('is entered no earlier than the roll it stands with, on a day that school opens', async () => {
    const entries = await lists.listed('no-session-attended', '2025-09-19');
    expect(entries['Moved while away']).toMatchObject({ urn: THERE, since: '2025-09-08', entered_on: '2025-09-15' });
    expect(entries['Entered anew']).toMatchObject({ since: '2025-09-08', entered_on: '2025-09-12' });
  });
});

describe('crossings of the last whole week', () => {
  test('at exactly 10 % in, at less out; and at 50 %', async () => {
    const entries = await lists.listed('absence-crossings', '2025-10-17');
    const told = Object.fromEntries(
      Object.entries(entries).map(([name, { change, rate, rate_before }]) => [name, [change, rate, rate_before]]),
    );
    expect(told).toMatchObject({
      In: ['into-persistent', 10, 8.3],
      Out: ['out-of-persistent', 8.5, 10],
      'Into severe': ['into-severe', 50, 48.3],
      'Out of severe': ['out-of-severe', 48.5, 50],
    });
    expect(told).not.toHaveProperty('Nearly in');
    expect(entries['In']).toMatchObject({
      since: '2025-10-13',
      until: '2025-10-17',
      entered_on: '2025-10-17',
      counted: 7,
      possible: 70,
    });
  });

  test('a child is looked at from twenty possible sessions on, and tells nothing of the week before', async () => {
    const entries = await lists.listed('absence-crossings', '2025-10-17');
    expect(entries['New here']).toMatchObject({ change: 'into-persistent', possible: 20, rate: 10, rate_before: null });
    expect(entries).not.toHaveProperty('Too new');
  });

  test('a week that is not over is not looked at: the one before it is', async () => {
    const entries = await lists.listed('absence-crossings', '2025-10-16');
    expect(entries['In']).toMatchObject({
      since: '2025-10-06',
      until: '2025-10-10',
      change: 'out-of-persistent',
      rate: 8.3,
    });
    expect(new Set(Object.values(entries).map(({ since }) => since))).toEqual(new Set(['2025-10-06']));
  });
});

describe('no full week', () => {
  test('begins with the fourth week, when it is over', async () => {
    expect(await lists.listed('no-full-week', '2025-10-16')).not.toHaveProperty('Four weeks');
    const entries = await lists.listed('no-full-week', '2025-10-17');
    expect(entries['Four weeks']).toMatchObject({
      since: '2025-09-22',
      until: '2025-10-17',
      counted: 4,
      entered_on: '2025-10-17',
      last_full_week: '2025-09-15',
      attended: 36,
      possible: 40,
    });
    expect(entries).not.toHaveProperty('Three weeks');
  });

  test('a short week is full when all of it was attended, and so is one of mornings where no more is required', async () => {
    const entries = await lists.listed('no-full-week', '2025-10-17');
    expect(entries).not.toHaveProperty('Short week');
    expect(entries).not.toHaveProperty('Mornings only');
  });

  test('a week with a register not taken and nothing missed may have been full: it ends the count', async () => {
    const entries = await lists.listed('no-full-week', '2025-10-17');
    expect(entries).not.toHaveProperty('Register not taken');
    expect(entries).not.toHaveProperty('Silent for a week');
    // One with something missed was not full, whatever the register would have said.
    expect(entries['Register not taken, then four']).toMatchObject({
      counted: 4,
      since: '2025-09-22',
      entered_on: '2025-10-17',
      last_full_week: '2025-09-01',
      attended: 35,
      possible: 39,
    });
  });
});
