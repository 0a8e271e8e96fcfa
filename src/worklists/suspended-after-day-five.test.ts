import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedLists, writeToldArea, yearDays, type ToldChild, type AskedLists } from '#testing';

const [ALPHA, BETA, CENTRE] = [900101, 900102, 900103];
const schools = { [ALPHA]: yearDays, [BETA]: yearDays, [CENTRE]: yearDays };

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
const children: Readonly<Record<string, ToldChild>> = {
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
  // From the day on which it is on another roll too, E at Alpha is not for Alpha to say.
  Shared: excluded([['2026-01-12', '2026-07-17', 'EE']], undefined, {
    urn: CENTRE,
    from: '2026-01-26',
    status: 'S',
    marks: [['2026-01-26', '2026-01-26', '  ']],
  }),
  Entered: excluded([WEEK], '2026-01-16', { urn: BETA, from: '2026-01-27' }),
  Reinstated: excluded([
    ['2026-01-12', '2026-01-14', 'EE'],
    ['2026-01-26', '2026-01-27', 'EE'],
  ]),
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

test('the sixth school day counts, the fifth does not; running ones stand first', async () => {
  const listed = await lists.listed('suspended-after-day-five', '2026-01-30');
  expect(Object.keys(listed)).toEqual([
    'Deleted',
    'Excluded',
    'Running',
    'Entered',
    'Shared',
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
  const fifth = await lists.listed('suspended-after-day-five', '2026-01-16');
  expect(fifth).toEqual({});
  const sixth = await lists.listed('suspended-after-day-five', SIXTH);
  expect(sixth['Six']).toMatchObject({ running: true, overdue: false, until: SIXTH });
});

test('after a permanent exclusion the authority arranges, also once the child is on no roll', async () => {
  const listed = await lists.listed('suspended-after-day-five', '2026-01-30');
  expect(listed['Excluded']).toMatchObject({ arranged_by: 'authority', counted: 10, running: true, records: 1 });
  expect(listed['Deleted']).toMatchObject({
    arranged_by: 'authority',
    counted: 10,
    running: true,
    until: '2026-01-30',
  });
  expect(listed['Entered']).toMatchObject({ counted: 6, running: false, until: '2026-01-26' });
  expect(listed['Shared']).toMatchObject({ counted: 5, running: false, until: '2026-01-23' });
});

test('what ended is told of for twenty school days', async () => {
  expect(await lists.listed('suspended-after-day-five', '2026-02-13')).toHaveProperty('Six');
  expect(await lists.listed('suspended-after-day-five', '2026-02-23')).not.toHaveProperty('Six');
});

test('as known then: the mark of the sixth day is not there before it was made', async () => {
  const listed = await lists.listed('suspended-after-day-five', SIXTH, '2026-01-18');
  // On no roll there is no mark to wait for.
  expect(Object.keys(listed)).toEqual(['Deleted', 'Entered']);
});
