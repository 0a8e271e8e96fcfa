import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedLists, writeToldArea, yearDays, type ToldChild, type AskedLists } from '#testing';

const [ALPHA, BETA] = [900101, 900102];
const schools = { [ALPHA]: yearDays, [BETA]: yearDays };

type Suspensions = NonNullable<ToldChild['suspensions']>;

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
const children: Readonly<Record<string, ToldChild>> = {
  Five: suspended(one('2026-01-12', 10)),
  Six: suspended(one('2026-01-12', 10), one('2026-02-03', 1)),
  Lunch: suspended(one('2026-01-12', 10), one('2026-02-03', 1, { category: 'LNCH' })),
  Both: suspended(one('2026-01-12', 5), { ...one('2026-02-03', 6), urn: BETA }),
  // Alpha’s only day is one on which Beta’s suspension holds too.
  Overlap: suspended(one('2026-01-12', 1), { ...one('2026-01-12', 11), urn: BETA }),
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

let folder: string;
let lists: AskedLists;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-suspended-'));
  await writeToldArea(folder, { schools, children });
  lists = await askedLists(folder);
});
afterAll(async () => {
  await lists.close();
  await rm(folder, { recursive: true });
});

describe('suspended-15-days-in-term', () => {
  test('more than five days: if the parent asks; more than fifteen: they must, within fifteen school days', async () => {
    const listed = await lists.listed('suspended-15-days-in-term', '2026-02-13');
    expect(Object.keys(listed)).toEqual(['Sixteen', 'Fifteen', 'Withdrawn', 'Both', 'Lunch', 'Overlap', 'Six']);
    expect(listed['Sixteen']).toMatchObject({
      meeting: 'must-meet',
      counted: 31,
      days: 15.5,
      since: '2026-01-12',
      until: '2026-02-09',
    });
    expect(listed['Sixteen']).toMatchObject({
      // In the list since its sixth day: that the governors must meet now is no second entry.
      entered_on: '2026-01-12',
      due: '2026-03-02',
      overdue: false,
      term: 'spring',
      schools: 1,
    });
    expect(listed['Fifteen']).toMatchObject({ meeting: 'if-asked', counted: 30, due: null, entered_on: '2026-01-12' });
    expect(listed['Six']).toMatchObject({ counted: 11, days: 5.5, entered_on: '2026-02-03' });
    expect(listed['Lunch']).toMatchObject({ counted: 11, since: '2026-01-12' });
    expect(listed['Both']).toMatchObject({ counted: 11, schools: 2, urn: BETA });
    expect(listed['Overlap']).toMatchObject({ counted: 11, schools: 2, urn: BETA });
  });

  test('a meeting that is due stays over Christmas, until twenty school days after', async () => {
    const january = await lists.listed('suspended-15-days-in-term', '2026-01-23');
    expect(january['Autumn']).toMatchObject({
      term: 'autumn',
      due: '2025-12-15',
      overdue: false,
      meeting: 'must-meet',
    });
    expect(await lists.listed('suspended-15-days-in-term', '2026-01-26')).not.toHaveProperty('Autumn');
  });

  test('as known then: a suspension that was recorded later is not yet there', async () => {
    const then = '2026-01-30';
    expect(await lists.listed('suspended-15-days-in-term', '2026-01-30', then)).not.toHaveProperty('Withdrawn');
    expect(await lists.listed('suspended-15-days-in-term', '2026-01-30')).toHaveProperty('Withdrawn');
    // What begins after the day is not there either.
    expect(await lists.listed('suspended-15-days-in-term', '2026-01-30')).not.toHaveProperty('Six');
  });
});

describe('suspended-45-days-in-year', () => {
  test('from thirty days on, over all schools, to the limit of forty-five and beyond', async () => {
    const listed = await lists.listed('suspended-45-days-in-year', '2026-02-13');
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
    expect(await lists.listed('suspended-45-days-in-year', '2025-10-31')).not.toHaveProperty('Thirty');
    expect(await lists.listed('suspended-45-days-in-year', '2025-11-03')).toHaveProperty('Thirty');
  });
});
