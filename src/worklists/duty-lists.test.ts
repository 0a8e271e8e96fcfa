import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarDate, endOfDay } from '#kernel';
import { addActor, addTie, singleUser, type Access, type Actor } from '#access';
import {
  publishedArea,
  askedLists,
  writeToldArea,
  yearDays,
  type PublishedArea,
  type ToldArea,
  type ToldChild,
  type AskedLists,
} from '#testing';

const [ALPHA, BETA] = [900101, 900102];
const ABSENT: readonly [string, string, string] = ['2026-01-19', '2026-01-30', 'OO'];

function pupil(more: Partial<ToldChild['spells'][number]>, year = 4): ToldChild {
  return { year, spells: [{ urn: ALPHA, from: '2024-09-02', ...more }] };
}

function away(...marks: NonNullable<ToldChild['spells'][number]['marks']>): ToldChild {
  return pupil({ marks });
}

const owed: ToldArea = {
  schools: { [ALPHA]: yearDays, [BETA]: yearDays },
  children: {
    New: pupil({ from: '2026-01-26' }),
    Told: pupil({ from: '2025-12-28' }),
    Untold: pupil({ from: '2025-12-27' }),
    Starter: pupil({ from: '2025-09-01' }, 0),
    Nursery: pupil({ from: '2025-09-01' }, -1),
    LateStarter: pupil({ from: '2025-09-02' }, 0),
    Older: pupil({ from: '2025-09-01' }, 4),
    // From single to main registration: the same stay at the same school.
    Dual: {
      year: 4,
      spells: [
        { urn: ALPHA, from: '2024-09-02', to: '2026-01-20' },
        { urn: ALPHA, from: '2026-01-21', status: 'M' },
      ],
    },
    Visitor: {
      year: 4,
      spells: [pupil({}).spells[0] ?? { urn: ALPHA, from: '' }, { urn: BETA, from: '2026-01-26', status: 'G' }],
    },
    Left: pupil({ to: '2026-01-28', ground: 'g' }),
    LeftBefore: pupil({ to: '2026-01-02', ground: 'g' }),
    LeftLongAgo: pupil({ to: '2026-01-01', ground: 'g' }),
    Final: pupil({ to: '2026-07-17', ground: 'a' }, 6),
    FinalEarly: pupil({ to: '2026-06-25', ground: 'a' }, 6),
    // Last summer’s leavers, of a school that has a Year 6 again and of one that has none now.
    FinalAugust: pupil({ to: '2025-08-31', ground: 'a' }, 6),
    NotFinalAugust: pupil({ to: '2025-08-31', ground: 'a' }, 5),
    FinalSeptember: pupil({ to: '2025-09-02', ground: 'a' }, 6),
    BetaFinal: pupil({ urn: BETA, to: '2025-08-31', ground: 'a' }, 6),
    BetaStays: pupil({ urn: BETA }, 5),
    NotFinal: pupil({ to: '2026-07-17', ground: 'a' }, 5),
    // The thirtieth session of illness is the afternoon of 30 January; of the other child the twenty-ninth.
    Ill: away(['2025-11-03', '2025-11-07', 'II'], ['2026-01-19', '2026-01-30', 'II']),
    LessIll: away(
      ['2025-11-03', '2025-11-07', 'II'],
      ['2026-01-19', '2026-01-29', 'II'],
      ['2026-01-30', '2026-01-30', 'I\\'],
    ),
    // Of compulsory school age from 31 December: of thirty sessions twenty count, of ten days five.
    YoungIll: { ...away(['2025-11-03', '2025-11-07', 'II'], ['2026-01-19', '2026-01-30', 'II']), born: '2020-10-10' },
    YoungAway: { ...away(['2025-12-15', '2026-01-09', 'OO']), born: '2020-10-10' },
    Ten: away(ABSENT),
    Nine: away(['2026-01-20', '2026-01-30', 'OO']),
    Mixed: away(ABSENT, ['2026-01-20', '2026-01-21', 'GN'], ['2026-01-22', '2026-01-22', 'U ']),
    Broken: away(ABSENT, ['2026-01-26', '2026-01-26', 'O\\']),
    Unknown: away(ABSENT, ['2026-01-26', '2026-01-26', '  ']),
    Lasting: away(['2025-11-03', '2026-01-30', 'OO']),
    Past: away(['2025-11-03', '2026-01-29', 'OO']),
    Together: pupil({ to: '2026-01-30', ground: 'f', marks: [ABSENT] }),
  },
};

const untaken: ToldArea = {
  schools: { [ALPHA]: yearDays, [BETA]: yearDays },
  children: {
    ...classOf('4A', 'Ann', 'Bob', 'Cat'),
    ...classOf('4B', 'Dan', 'Eve'),
    ...classOf('5C', 'Fay', 'Gus', 'Hal', 'Ivy'),
    Ida: { spells: [{ urn: BETA, from: '2024-09-02', marks: [['2026-01-26', '2026-07-17', '  ']] }] },
  },
};

/** 4A has no register on the morning of the 12th, 4B none on the 13th, 5C lacks three of four on the 14th, nobody has one on the 15th. */
function classOf(name: string, ...children: readonly string[]): Readonly<Record<string, ToldChild>> {
  const missed = { '4A': ['2026-01-12', ' \\'], '4B': ['2026-01-13', '  '], '5C': ['2026-01-14', '  '] }[name] ?? [];
  const [day = '', codes = ''] = missed;
  return Object.fromEntries(
    children.map((child) => {
      const own = child === 'Fay' ? [] : [[day, day, codes] as const];
      const marks = [...own, ['2026-01-15', '2026-01-15', '  '] as const];
      return [child, { class: name, spells: [{ urn: ALPHA, from: '2024-09-02', marks }] }];
    }),
  );
}

let folders: readonly string[];
let returns: AskedLists;
let registers: AskedLists;
beforeAll(async () => {
  folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'kith-duties-'))));
  const [first = '', second = ''] = folders;
  await writeToldArea(first, owed);
  await writeToldArea(second, untaken);
  returns = await askedLists(first);
  registers = await askedLists(second);
});
afterAll(async () => {
  await returns.close();
  await registers.close();
  for (const folder of folders) await rm(folder, { recursive: true });
});

describe('returns-due', () => {
  test('on 30 January: what came to be owed in time, and what is due first stands first', async () => {
    const listed = await returns.listed('returns-due', '2026-01-30');
    const named = Object.entries(listed).map(([name, entry]) => `${name}: ${String(entry['returns'])}`);
    expect(named).toEqual([
      'Lasting: attendance',
      'LeftBefore: deletion',
      'Told: new-pupil',
      'Left: deletion',
      'Ill: sickness',
      'Mixed: attendance',
      'Ten: attendance',
      'Together: attendance, deletion',
      'New: new-pupil',
    ]);
    expect(listed['New']).toMatchObject({
      since: '2026-01-26',
      due: '2026-01-31',
      overdue: false,
      counted: 4,
      sessions: null,
    });
    expect(listed['Told']).toMatchObject({ since: '2025-12-28', due: '2026-01-02', overdue: false, counted: 20 });
    expect(listed['Left']).toMatchObject({ since: '2026-01-28', due: '2026-01-28', leaving_ground: 'g', counted: 2 });
    expect(listed['Ill']).toMatchObject({ since: '2026-01-30', due: '2026-01-30', sessions: 30, counted: 0 });
    expect(listed['Ten']).toMatchObject({ since: '2026-01-30', sessions: 20 });
    expect(listed['Mixed']).toMatchObject({ since: '2026-01-30', sessions: 19 });
    expect(listed['Together']).toMatchObject({ leaving_ground: 'f', sessions: 20 });
    expect(listed['Lasting']).toMatchObject({ since: '2025-11-14', until: '2026-01-30' });
  });

  test('the first year of a school owes nothing on the first day of the year; later, or higher up, it does', async () => {
    const listed = await returns.listed('returns-due', '2025-09-10');
    const entered = Object.keys(listed).filter((name) => listed[name]?.['returns'] === 'new-pupil');
    expect(entered).toEqual(['Older', 'LateStarter']);
  });

  test('last summer’s leavers owe nothing when the next year has begun; lower down, or later, they do', async () => {
    for (const day of ['2025-09-03', '2025-09-10', '2025-09-25']) {
      const listed = await returns.listed('returns-due', day);
      const left = Object.keys(listed).filter((name) => listed[name]?.['returns'] === 'deletion');
      expect([day, left]).toEqual([day, ['NotFinalAugust', 'FinalSeptember']]);
    }
  });

  test('the last year of a school owes nothing at its end; before that, or lower down, it does', async () => {
    const listed = await returns.listed('returns-due', '2026-07-17');
    expect(Object.keys(listed)).toEqual(['FinalEarly', 'NotFinal']);
  });

  test('as known then: marks that came later are not there yet', async () => {
    const then = '2026-01-29';
    expect(await returns.listed('returns-due', '2026-01-30', then)).not.toHaveProperty('Ten');
  });
});

/** Entries about schools, by school and day. */
async function bySchool(asOf: string): Promise<Readonly<Record<string, object>>> {
  const entries = await registers.entries('registers-not-taken', asOf);
  return Object.fromEntries(entries.map((entry) => [`${entry.urn} ${entry.since}`, entry]));
}

describe('registers-not-taken', () => {
  test('a class of three without marks, the whole school, and a school silent since a day', async () => {
    const listed = await bySchool('2026-01-30');
    expect(Object.keys(listed)).toEqual([`${ALPHA} 2026-01-12`, `${ALPHA} 2026-01-15`, `${BETA} 2026-01-26`]);
    expect(listed[`${ALPHA} 2026-01-12`]).toMatchObject({
      upn: '',
      urn: ALPHA,
      urns: [ALPHA],
      given_name: null,
      family_name: null,
      class: null,
      year_group: null,
    });
    expect(listed[`${ALPHA} 2026-01-12`]).toMatchObject({
      since: '2026-01-12',
      until: '2026-01-12',
      due: '2026-01-12',
      overdue: true,
      counted: 3,
      days: 1,
      days_since: 14,
    });
    expect(listed[`${ALPHA} 2026-01-12`]).toMatchObject({ missing: 'classes', part: 'morning', classes: '4A' });
    expect(listed[`${ALPHA} 2026-01-15`]).toMatchObject({ missing: 'school', part: 'day', counted: 18, classes: null });
    expect(listed[`${BETA} 2026-01-26`]).toMatchObject({
      missing: 'silent',
      days: 5,
      counted: 10,
      until: '2026-01-30',
    });
  });

  test('as of an earlier day, what came after is not told', async () => {
    expect(Object.keys(await bySchool('2026-01-14'))).toEqual([`${ALPHA} 2026-01-12`]);
  });
});

describe('an entry about a school, in records', () => {
  const lead: Actor = { id: 'alpha', name: 'Alma Lead', role: 'inclusion-lead', scope: 'ties' };
  let area: PublishedArea;
  let access: Access;
  beforeAll(async () => {
    area = await publishedArea(folders[1] ?? '', { now: endOfDay(calendarDate('2026-01-30')) });
    access = area.web.access;
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addActor(tx, lead, area.web.clock);
      await addTie(tx, lead.id, { urn: ALPHA }, area.web.clock);
    });
  });
  afterAll(() => area.close());

  async function seenBy(actor: Actor, urn?: number): Promise<readonly string[]> {
    const subject = urn === undefined ? ({ kind: 'area' } as const) : ({ kind: 'school', urn } as const);
    return access.actingAs(actor, 'attendance-and-inclusion-support', subject, async (tx) => {
      const rows = await tx
        .selectFrom('worklist.entry')
        .select(['upn', 'urn', 'since'])
        .where('list', '=', 'registers-not-taken')
        .orderBy('nth')
        .execute();
      return rows.map((row) => `${row.upn}${row.urn} ${row.since}`);
    });
  }

  test('is seen by who works for the area, and by its own school alone', async () => {
    const all = [`${ALPHA} 2026-01-12`, `${ALPHA} 2026-01-15`, `${BETA} 2026-01-26`];
    expect(await seenBy(singleUser)).toEqual(all);
    expect(await seenBy(singleUser, BETA)).toEqual(all.slice(2));
    expect(await seenBy(lead)).toEqual(all.slice(0, 2));
    expect(await seenBy(lead, ALPHA)).toEqual(all.slice(0, 2));
    expect(await seenBy(lead, BETA)).toEqual([]);
  });

  test('is in nobody’s view of a child', async () => {
    const upns = await access.actingAs(singleUser, 'oversight', { kind: 'children', upns: [] }, (tx) =>
      tx.selectFrom('worklist.entry').select('upn').execute(),
    );
    expect(upns).toEqual([]);
  });
});
