import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedLists, writeToldArea, yearDays, type ToldChild, type AskedLists } from '#testing';

const [ALPHA, BETA, CENTRE] = [900101, 900102, 900103];
const schools = { [ALPHA]: yearDays, [BETA]: yearDays, [CENTRE]: yearDays };

type Suspensions = NonNullable<ToldChild['suspensions']>;
type Marks = NonNullable<ToldChild['spells'][number]['marks']>;

/** At Alpha all year, with suspensions there and what the register says. */
function at(suspensions: readonly (readonly [start: string, sessions?: number])[], ...marks: Marks): ToldChild {
  return {
    spells: [{ urn: ALPHA, from: '2025-09-01', marks }],
    suspensions: suspensions.map(([start, sessions]) => ({ urn: ALPHA, start, ...(sessions ? { sessions } : {}) })),
  };
}

/** Permanently excluded from Alpha on 12 January 2026, off its roll after a day where one is given. */
function excluded(marks: Marks, to?: string, ...more: ToldChild['spells']): ToldChild {
  const spell = { urn: ALPHA, from: '2025-09-01', marks, ...(to ? { to, ground: 'o' } : {}) };
  return { spells: [spell, ...more], suspensions: [{ urn: ALPHA, start: '2026-01-12', category: 'PERM' }] };
}

const WEEK = ['2026-01-12', '2026-01-16', 'EE'] as const;
const SIXTH = '2026-01-19';
const toSixth = ['2026-01-12', SIXTH, 'EE'] as const;

/** Monday 12 January is the first day: Friday the 16th is the fifth, Monday the 19th the sixth. */
const withoutEducation: Readonly<Record<string, ToldChild>> = {
  Five: at([['2026-01-12', 10]], WEEK),
  Six: at([['2026-01-12', 12]], toSixth),
  Provided: at([['2026-01-12', 12]], WEEK, [SIXTH, SIXTH, 'BB']),
  Consecutive: at(
    [
      ['2026-01-12', 6],
      ['2026-01-15', 6],
    ],
    toSixth,
  ),
  Apart: at(
    [
      ['2026-01-12', 6],
      ['2026-01-16', 6],
    ],
    ['2026-01-12', '2026-01-14', 'EE'],
    ['2026-01-16', '2026-01-20', 'EE'],
  ),
  Running: at([[SIXTH, 30]], [SIXTH, '2026-02-06', 'EE']),
  Resumed: at([['2026-01-12', 20]], WEEK, [SIXTH, '2026-01-21', 'BB'], ['2026-01-22', '2026-01-23', 'EE']),
  Unmeasured: at([['2026-01-12']], toSixth),
  Unrecorded: at([], toSixth),
  Afternoon: at([['2026-01-12', 11]], ['2026-01-12', '2026-01-12', '/E'], ['2026-01-13', SIXTH, 'EE']),
  Elsewhere: {
    ...at([['2026-01-12', 12]], toSixth),
    spells: [
      { urn: ALPHA, from: '2025-09-01', status: 'M', marks: [['2025-09-01', '2026-07-17', 'DD'], toSixth] },
      { urn: CENTRE, from: '2025-09-01', status: 'S' },
    ],
  },
  Excluded: excluded([['2026-01-12', '2026-07-17', 'EE']]),
  Deleted: excluded([WEEK], '2026-01-16'),
  Placed: excluded([WEEK, [SIXTH, '2026-07-17', 'KK']]),
  Entered: excluded([WEEK], '2026-01-16', { urn: BETA, from: '2026-01-27' }),
  Reinstated: excluded([
    ['2026-01-12', '2026-01-14', 'EE'],
    ['2026-01-26', '2026-01-27', 'EE'],
  ]),
};

function suspended(...suspensions: Suspensions): ToldChild {
  return {
    spells: [ALPHA, BETA].map((urn) => ({ urn, from: '2025-09-01', status: urn === ALPHA ? 'M' : 'S' })),
    suspensions,
  };
}

function one(start: string, sessions: number, more: object = {}): Suspensions[number] {
  return { urn: ALPHA, start, sessions, ...more };
}

/** Autumn ends on 19 December, spring begins on 5 January. Ten sessions are five days, thirty fifteen, ninety forty-five. */
const summed: Readonly<Record<string, ToldChild>> = {
  Five: suspended(one('2026-01-12', 10)),
  Six: suspended(one('2026-01-12', 10), one('2026-02-03', 1)),
  Lunch: suspended(one('2026-01-12', 10), one('2026-02-03', 1, { category: 'LNCH' })),
  Both: suspended(one('2026-01-12', 5), { ...one('2026-02-03', 6), urn: BETA }),
  Fifteen: suspended(one('2026-01-12', 20), one('2026-02-02', 10)),
  Sixteen: suspended(one('2026-01-12', 20), one('2026-02-02', 11)),
  Terms: suspended(one('2025-12-15', 10), one('2026-01-12', 10)),
  // Two days before Christmas and four after.
  Christmas: suspended(one('2025-12-18', 12)),
  // Beyond fifteen days in the last week of November: the meeting was due on 15 December.
  Autumn: suspended(one('2025-11-24', 31)),
  Thirty: suspended(one('2025-09-08', 20), one('2025-10-06', 20), one('2025-11-03', 20)),
  Almost: suspended(one('2025-09-08', 20), one('2025-10-06', 20), one('2025-11-03', 19)),
  Limit: suspended(one('2025-09-08', 60), { ...one('2025-11-17', 30), urn: BETA }),
  Beyond: suspended(one('2025-09-08', 60), one('2025-11-17', 31)),
  Withdrawn: suspended(one('2026-01-26', 12, { recorded: '2026-02-02T09:00:00Z' })),
};

const open: { readonly folder: string; readonly lists: AskedLists }[] = [];
let provision: AskedLists;
let sums: AskedLists;
beforeAll(async () => {
  const opened = async (children: Readonly<Record<string, ToldChild>>): Promise<AskedLists> => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-suspended-'));
    await writeToldArea(folder, { schools, children });
    const lists = await askedLists(folder);
    open.push({ folder, lists });
    return lists;
  };
  provision = await opened(withoutEducation);
  sums = await opened(summed);
});
afterAll(async () => {
  for (const { folder, lists } of open) {
    await lists.close();
    await rm(folder, { recursive: true });
  }
});

describe('suspended-after-day-five', () => {
  test('the sixth school day counts, the fifth does not; running ones stand first', async () => {
    const listed = await provision.listed('suspended-after-day-five', '2026-01-30');
    expect(Object.keys(listed)).toEqual([
      'Deleted',
      'Excluded',
      'Running',
      'Entered',
      'Resumed',
      'Afternoon',
      'Consecutive',
      'Six',
      'Unmeasured',
      'Unrecorded',
    ]);
    expect(listed['Six']).toMatchObject({
      since: '2026-01-12',
      until: SIXTH,
      counted: 1,
      due: SIXTH,
      entered_on: SIXTH,
      overdue: true,
      urn: ALPHA,
    });
    expect(listed['Six']).toMatchObject({ arranged_by: 'school', running: false, sessions: 2, records: 1 });
    expect(listed['Consecutive']).toMatchObject({ since: '2026-01-12', due: SIXTH, counted: 1, records: 2 });
    expect(listed['Afternoon']).toMatchObject({ since: '2026-01-12', due: SIXTH, sessions: 2 });
    expect(listed['Unmeasured']).toMatchObject({ counted: 1, records: 1 });
    expect(listed['Unrecorded']).toMatchObject({ counted: 1, records: 0 });
    expect(listed['Running']).toMatchObject({ since: SIXTH, due: '2026-01-26', counted: 5, running: true });
    expect(listed['Resumed']).toMatchObject({ due: SIXTH, entered_on: '2026-01-22', counted: 2, running: false });
  });

  test('the sixth day is due on that day, not before', async () => {
    const fifth = await provision.listed('suspended-after-day-five', '2026-01-16');
    expect(fifth).toEqual({});
    const sixth = await provision.listed('suspended-after-day-five', SIXTH);
    expect(sixth['Six']).toMatchObject({ running: true, overdue: false, until: SIXTH });
  });

  test('after a permanent exclusion the authority arranges, also once the child is on no roll', async () => {
    const listed = await provision.listed('suspended-after-day-five', '2026-01-30');
    expect(listed['Excluded']).toMatchObject({ arranged_by: 'authority', counted: 10, running: true, records: 1 });
    expect(listed['Deleted']).toMatchObject({
      arranged_by: 'authority',
      counted: 10,
      running: true,
      until: '2026-01-30',
    });
    expect(listed['Entered']).toMatchObject({ counted: 6, running: false, until: '2026-01-26' });
  });

  test('what ended is told of for twenty school days', async () => {
    expect(await provision.listed('suspended-after-day-five', '2026-02-13')).toHaveProperty('Six');
    expect(await provision.listed('suspended-after-day-five', '2026-02-23')).not.toHaveProperty('Six');
  });
});

describe('suspended-15-days-in-term', () => {
  test('more than five days: if the parent asks; more than fifteen: they must, within fifteen school days', async () => {
    const listed = await sums.listed('suspended-15-days-in-term', '2026-02-13');
    expect(Object.keys(listed)).toEqual(['Sixteen', 'Fifteen', 'Withdrawn', 'Both', 'Lunch', 'Six']);
    expect(listed['Sixteen']).toMatchObject({
      meeting: 'must-meet',
      counted: 31,
      days: 15.5,
      since: '2026-01-12',
      until: '2026-02-09',
    });
    expect(listed['Sixteen']).toMatchObject({
      entered_on: '2026-02-02',
      due: '2026-03-02',
      overdue: false,
      term: 'spring',
      schools: 1,
    });
    expect(listed['Fifteen']).toMatchObject({ meeting: 'if-asked', counted: 30, due: null, entered_on: '2026-01-12' });
    expect(listed['Six']).toMatchObject({ counted: 11, days: 5.5, entered_on: '2026-02-03' });
    expect(listed['Lunch']).toMatchObject({ counted: 11, since: '2026-01-12' });
    expect(listed['Both']).toMatchObject({ counted: 11, schools: 2, urn: BETA });
  });

  test('a meeting that is due stays over Christmas, until twenty school days after', async () => {
    const january = await sums.listed('suspended-15-days-in-term', '2026-01-23');
    expect(january['Autumn']).toMatchObject({ term: 'autumn', due: '2025-12-15', overdue: true, meeting: 'must-meet' });
    expect(await sums.listed('suspended-15-days-in-term', '2026-01-26')).not.toHaveProperty('Autumn');
  });

  test('as known then: a suspension that was recorded later is not yet there', async () => {
    const then = '2026-01-30';
    expect(await sums.listed('suspended-15-days-in-term', '2026-01-30', then)).not.toHaveProperty('Withdrawn');
    expect(await sums.listed('suspended-15-days-in-term', '2026-01-30')).toHaveProperty('Withdrawn');
    // What begins after the day is not there either.
    expect(await sums.listed('suspended-15-days-in-term', '2026-01-30')).not.toHaveProperty('Six');
  });
});

describe('suspended-45-days-in-year', () => {
  test('from thirty days on, over all schools, to the limit of forty-five and beyond', async () => {
    const listed = await sums.listed('suspended-45-days-in-year', '2026-02-13');
    expect(Object.keys(listed)).toEqual(['Beyond', 'Limit', 'Thirty']);
    expect(listed['Thirty']).toMatchObject({
      counted: 60,
      days: 30,
      days_left: 15,
      past_limit: false,
      schools: 1,
      suspensions: 3,
    });
    expect(listed['Thirty']).toMatchObject({
      since: '2025-09-08',
      until: '2025-11-14',
      entered_on: '2025-11-03',
      due: null,
    });
    expect(listed['Limit']).toMatchObject({ days: 45, days_left: 0, past_limit: false, schools: 2, urn: BETA });
    expect(listed['Beyond']).toMatchObject({ days: 45.5, days_left: 0, past_limit: true });
  });

  test('a suspension that is running counts to its end; one that has not begun does not', async () => {
    expect(await sums.listed('suspended-45-days-in-year', '2025-10-31')).not.toHaveProperty('Thirty');
    expect(await sums.listed('suspended-45-days-in-year', '2025-11-03')).toHaveProperty('Thirty');
  });
});
