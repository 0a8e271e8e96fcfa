import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarDate, weekday } from '#kernel';
import { askedLists, schoolDays, writeToldArea, yearDays, type ToldArea, type AskedLists } from '#testing';

const [ALPHA, BETA, CENTRE, GAMMA] = [900101, 900102, 900103, 900104];
const FRIDAY = '2025-11-14';
const summer = schoolDays('2025-06-02', '2025-07-18');
/** Alpha opens two days longer in summer, alone. */
const alphaSummer = schoolDays('2025-06-02', '2025-07-22');

const area: ToldArea = {
  schools: {
    [ALPHA]: [...alphaSummer, ...yearDays],
    [BETA]: [...summer, ...yearDays],
    [CENTRE]: [...summer, ...yearDays],
    [GAMMA]: yearDays,
  },
  children: {
    Long: { spells: [{ urn: ALPHA, from: '2024-09-02', to: FRIDAY, ground: 'g' }] },
    Five: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'g' }), { urn: BETA, from: '2025-11-24' }] },
    Six: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'g' }), { urn: BETA, from: '2025-11-25' }] },
    Home: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'f' })] },
    // Five years old on 10 October 2025: of compulsory school age from 31 December.
    Young: { born: '2020-10-10', spells: [spell(ALPHA, { to: FRIDAY, ground: 'g' })] },
    // Sixteen in this school year: of compulsory school age up to Friday 26 June 2026.
    Oldest: { born: '2010-02-01', spells: [spell(ALPHA, { to: FRIDAY, ground: 'g' })] },
    Summer: { spells: [{ urn: ALPHA, from: '2024-09-02', to: '2025-07-11', ground: 'g' }] },
    Fallback: { spells: [{ urn: GAMMA, from: '2024-09-02', to: '2025-07-11', ground: 'g' }] },
    Guest: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'g' }), { urn: BETA, from: '2025-11-17', status: 'G' }] },
    Expected: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'a', destination: BETA })] },
    Outside: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'a', destination: 990001 })] },
    Unnamed: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'a' })] },
    Unneeded: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'c' })] },
    Arrived: {
      spells: [
        spell(ALPHA, { to: FRIDAY, ground: 'a' }),
        { urn: BETA, from: '2025-12-08', recorded: '2025-12-08T09:00:00Z' },
      ],
    },
    Late: { spells: [spell(ALPHA, { to: FRIDAY, ground: 'g', recorded: '2025-12-03T09:00:00Z' })] },
    Wednesdays: dual(['2025-11-05', '2026-02-13']),
    Ended: dual(['2026-01-14', '2026-01-14']),
    Lasting: dual(['2026-01-21', '2026-01-21']),
    // A guest’s marks are no second register.
    Tiled: dual(['2026-07-15', '2026-07-15'], { urn: BETA, from: '2026-02-02', status: 'G' }),
    Twice: {
      spells: [
        {
          urn: ALPHA,
          from: '2025-09-01',
          status: 'M',
          marks: [['2025-09-01', '2026-07-17', 'DD'], day('2026-02-09', '/D')],
        },
        { urn: CENTRE, from: '2025-09-01', status: 'S' },
      ],
    },
    // Both say ill: each holds that the child was due with it.
    Ill: {
      spells: [
        {
          urn: ALPHA,
          from: '2025-09-01',
          status: 'M',
          marks: [['2025-09-01', '2026-07-17', 'DD'], day('2026-02-10', 'II')],
        },
        { urn: CENTRE, from: '2025-09-01', status: 'S', marks: [day('2026-02-10', 'II')] },
      ],
    },
    Visitor: {
      spells: [
        { urn: ALPHA, from: '2025-09-01' },
        { urn: CENTRE, from: '2025-09-01', status: 'G' },
      ],
    },
  },
};

function spell(urn: number, more: object): ToldArea['children'][string]['spells'][number] {
  return { urn, from: '2025-09-01', ...more };
}

function day(date: string, codes: string): readonly [string, string, string] {
  return [date, date, codes];
}

/** At Alpha from Monday to Wednesday, at the centre on Thursday and Friday; D at both on Wednesdays between two days. */
function dual(
  [from, to]: readonly [string, string],
  ...more: ToldArea['children'][string]['spells']
): ToldArea['children'][string] {
  const on = (date: string): boolean => weekday(calendarDate(date)) >= 4;
  const wednesday = (date: string): boolean => weekday(calendarDate(date)) === 3;
  return {
    spells: [
      {
        urn: ALPHA,
        from: '2025-11-03',
        status: 'M',
        marks: yearDays
          .filter((date) => on(date) || (wednesday(date) && date >= from && date <= to))
          .map((date) => day(date, 'DD')),
      },
      {
        urn: CENTRE,
        from: '2025-11-03',
        status: 'S',
        marks: yearDays.filter((date) => !on(date)).map((date) => day(date, 'DD')),
      },
      ...more,
    ],
  };
}

let folder: string;
let lists: AskedLists;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-between-'));
  await writeToldArea(folder, area);
  lists = await askedLists(folder);
});
afterAll(async () => {
  await lists.close();
  await rm(folder, { recursive: true });
});

function between(from: string, to: string, days: readonly string[] = yearDays): number {
  return days.filter((date) => date >= from && date <= to).length;
}

describe('off-roll', () => {
  test('on Thursday 20 November: a gap of five school days is none, one of six is; the longest stand first', async () => {
    const off = await lists.listed('off-roll', '2025-11-20');
    expect(Object.keys(off)).toEqual(['Summer', 'Fallback', 'Expected', 'Guest', 'Late', 'Long', 'Oldest', 'Six']);
    expect(off['Six']).toMatchObject({ since: '2025-11-15', counted: 4, next_entry: '2025-11-25', urn: ALPHA });
    expect(off['Long']).toMatchObject({ since: '2025-11-15', until: '2025-11-20', entered_on: '2025-11-17' });
    expect(off['Long']).toMatchObject({ counted: 4, due: null, overdue: false });
    expect(off['Long']).toMatchObject({
      leaving_ground: 'g',
      destination_urn: null,
      next_entry: null,
      last_seen: FRIDAY,
      year_group: 6,
    });
    expect(off['Expected']).toMatchObject({ leaving_ground: 'a', destination_urn: BETA });
    expect(off['Guest']).toMatchObject({ last_seen: '2025-11-20', counted: 4 });
  });

  test('a child who has started again is gone on the first day', async () => {
    expect(await lists.listed('off-roll', '2025-11-24')).toHaveProperty('Six');
    expect(await lists.listed('off-roll', '2025-11-25')).not.toHaveProperty('Six');
  });

  test('days of an earlier year count: those of the school last left, or where it lists none, of most schools', async () => {
    const off = await lists.listed('off-roll', '2025-11-20');
    const here = between('2025-09-01', '2025-11-20');
    expect(between('2025-07-12', '2025-07-22', alphaSummer)).toBe(7);
    expect(off['Summer']).toMatchObject({ since: '2025-07-12', counted: here + 7, last_seen: null });
    expect(off['Fallback']).toMatchObject({ since: '2025-07-12', counted: here + 5, urn: GAMMA });
  });

  test('compulsory school age: from the prescribed day to the last Friday in June', async () => {
    expect(await lists.listed('off-roll', '2025-12-19')).not.toHaveProperty('Young');
    const january = await lists.listed('off-roll', '2026-01-09');
    expect(january['Young']).toMatchObject({ since: '2025-11-15', entered_on: '2026-01-05', counted: 5 });
    expect(await lists.listed('off-roll', '2026-06-26')).toHaveProperty('Oldest');
    expect(await lists.listed('off-roll', '2026-06-29')).not.toHaveProperty('Oldest');
  });

  test('as known then: a leaving that was recorded later is not yet known', async () => {
    const then = '2025-12-02';
    expect(await lists.listed('off-roll', '2025-12-02', then)).not.toHaveProperty('Late');
    expect(await lists.listed('off-roll', '2025-12-02')).toHaveProperty('Late');
  });
});

describe('destination-unconfirmed', () => {
  test('not named on grounds a and c, or outside the area; a school of the area, and another ground, is off roll', async () => {
    const gone = await lists.listed('destination-unconfirmed', '2025-11-20');
    expect(Object.keys(gone)).toEqual(['Outside', 'Unnamed', 'Unneeded']);
    expect(gone['Outside']).toMatchObject({
      destination: 'destination-outside',
      destination_urn: 990001,
      leaving_ground: 'a',
    });
    expect(gone['Outside']).toMatchObject({
      since: '2025-11-15',
      until: '2025-11-20',
      entered_on: '2025-11-17',
      counted: 4,
      last_seen: FRIDAY,
      due: null,
    });
    expect(gone['Unneeded']).toMatchObject({ destination: 'destination-unknown', leaving_ground: 'c' });
  });

  test('until an arrival is known', async () => {
    const then = '2025-11-20';
    expect(await lists.listed('destination-unconfirmed', '2025-11-20', then)).toHaveProperty('Arrived');
  });
});

describe('dual-not-tiling', () => {
  test('both say D, or both count the child, in the last four school weeks', async () => {
    const untiled = await lists.listed('dual-not-tiling', '2026-02-13');
    expect(Object.keys(untiled)).toEqual(['Wednesdays', 'Lasting', 'Twice', 'Ill']);
    const wednesdays = between('2025-11-05', '2026-02-11') - between('2025-11-05', '2026-02-11', notWednesdays());
    expect(untiled['Wednesdays']).toMatchObject({
      urn: ALPHA,
      other_urn: CENTRE,
      since: '2025-11-05',
      until: '2026-02-11',
      counted: 13,
      weekdays: 'every wednesday',
    });
    expect(untiled['Wednesdays']).toMatchObject({
      nobody_recent: 8,
      nobody_year: wednesdays * 2,
      twice_recent: 0,
      twice_year: 0,
    });
    expect(wednesdays).toBe(13);
    expect(untiled['Lasting']).toMatchObject({ weekdays: 'wednesday', counted: 4, nobody_recent: 2 });
    expect(untiled['Twice']).toMatchObject({
      twice_recent: 1,
      twice_year: 1,
      nobody_year: 0,
      weekdays: 'monday',
    });
    expect(untiled['Ill']).toMatchObject({ twice_recent: 2, counted: 1 });
  });

  test('a session of the fifth week back is past, of the fourth is not; half term is no school week', async () => {
    expect(await lists.listed('dual-not-tiling', '2026-02-06')).toHaveProperty('Ended');
    expect(await lists.listed('dual-not-tiling', '2026-02-13')).not.toHaveProperty('Ended');
    expect(await lists.listed('dual-not-tiling', '2026-02-13')).toHaveProperty('Lasting');
    expect(await lists.listed('dual-not-tiling', '2026-02-23')).not.toHaveProperty('Lasting');
    // As it was known before the week in which both counted the child.
    expect(await lists.listed('dual-not-tiling', '2026-02-13', '2026-02-08')).not.toHaveProperty('Twice');
  });
});

function notWednesdays(): readonly string[] {
  return yearDays.filter((date) => weekday(calendarDate(date)) !== 3);
}
