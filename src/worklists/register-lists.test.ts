import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedLists, plantedFolder, schoolDays, type AskedLists } from '#testing';

const HERE = 900001;
const THERE = 900002;
// Half term is the last week of October; 1 September 2025 is a Monday.
const AUTUMN = schoolDays('2025-09-01', '2025-12-19', ['2025-10-27', '2025-10-31']);

let area: { readonly remove: () => Promise<void> };
let lists: AskedLists;

beforeAll(async () => {
  const planted = await plantedFolder({
    schools: { [HERE]: AUTUMN, [THERE]: AUTUMN },
    children: {
      // Reason not known.
      Waiting: { marks: [['2025-09-08', '2025-09-08', 'N', 'N']] },
      Answered: {
        marks: [
          ['2025-09-08', '2025-09-08', 'N', 'N'],
          ['2025-09-08', '2025-09-08', 'I', 'I', '2025-09-12T10:00:00Z'],
        ],
      },
      'Over the holiday': { marks: [['2025-10-23', '2025-10-23', null, 'N']] },
      'Left since': { spells: [{ leaving: '2025-09-10', marks: [['2025-09-08', '2025-09-09', 'N', 'N']] }] },
      Guest: { spells: [{}, { urn: THERE, status: 'G', marks: [['2025-09-08', '2025-09-08', 'N', 'N']] }] },
      // Part-time timetables.
      Runs: {
        marks: [
          ['2025-09-29', '2025-12-19', null, 'C2'],
          ['2025-11-10', '2025-11-14', 'I', 'I'],
        ],
      },
      Ended: { marks: [['2025-09-29', '2025-10-10', null, 'C2']] },
      'Nearly ended': {
        marks: [
          ['2025-09-29', '2025-10-10', null, 'C2'],
          ['2025-10-17', '2025-10-17', null, 'M'],
        ],
      },
      Rises: {
        marks: [
          ['2025-09-29', '2025-10-10', null, 'C2'],
          ['2025-10-13', '2025-10-14', null, 'C2'],
        ],
      },
      Moved: {
        spells: [
          { leaving: '2025-10-17', marks: [['2025-10-06', '2025-10-17', null, 'C2']] },
          { urn: THERE, entry: '2025-10-20', marks: [['2025-10-20', '2025-12-19', null, 'C2']] },
        ],
      },
      Twice: {
        marks: [
          ['2025-09-08', '2025-09-12', null, 'C2'],
          ['2025-11-17', '2025-11-21', 'C2', null],
        ],
      },
      'Ill since': {
        marks: [
          ['2025-09-29', '2025-10-03', null, 'C2'],
          ['2025-10-06', '2025-12-19', 'I', 'I'],
        ],
      },
      // Minutes lost inside sessions.
      'Three hours': {},
      'A minute less': {},
      'One long session': {},
      Late: { marks: [['2025-09-08', '2025-09-15', 'L:30', null]] },
      'Sent home': { marks: [['2025-09-08', '2025-09-08', 'C', 'C']] },
      'Two half terms': {},
      'On no roll now': { spells: [{ leaving: '2025-10-17' }] },
    },
    removals: [
      ...['2025-09-08', '2025-09-09', '2025-09-10'].flatMap((date) => [
        { name: 'Three hours', date, session: 'AM' as const, minutes: 60, kind: 'left-lesson' },
        { name: 'On no roll now', date, session: 'AM' as const, minutes: 60, kind: 'left-lesson' },
      ]),
      { name: 'A minute less', date: '2025-09-08', session: 'PM', minutes: 179, kind: 'internal-exclusion' },
      { name: 'One long session', date: '2025-09-08', session: 'AM', minutes: 60, kind: 'removed-from-lesson' },
      { name: 'One long session', date: '2025-09-08', session: 'AM', minutes: 150, kind: 'internal-exclusion' },
      { name: 'Late', date: '2025-09-09', session: 'AM', minutes: 20, kind: 'late-to-lesson' },
      { name: 'Late', date: '2025-09-09', session: 'PM', minutes: 15, kind: 'late-to-lesson' },
      { name: 'Sent home', date: '2025-09-08', session: 'AM', minutes: 240, kind: 'removed-from-lesson' },
      { name: 'Two half terms', date: '2025-09-08', session: 'AM', minutes: 120, kind: 'detention-in-lesson-time' },
      { name: 'Two half terms', date: '2025-11-03', session: 'AM', minutes: 90, kind: 'detention-in-lesson-time' },
    ],
  });
  area = planted;
  lists = await askedLists(planted.folder);
});

afterAll(async () => {
  await lists.close();
  await area.remove();
});

describe('reason still not known', () => {
  test('begins on the fifth school day after the session, which is its last day, and is overdue from the next', async () => {
    expect(await lists.listed('reason-not-known', '2025-09-12')).toEqual({});
    const fifth = await lists.listed('reason-not-known', '2025-09-15');
    expect(fifth['Waiting']).toMatchObject({
      since: '2025-09-08',
      counted: 5,
      due: '2025-09-15',
      entered_on: '2025-09-15',
      overdue: false,
      sessions: 2,
      last_date: '2025-09-08',
      left_on: null,
    });
    expect((await lists.listed('reason-not-known', '2025-09-16'))['Waiting']).toMatchObject({
      counted: 6,
      overdue: true,
    });
  });

  test('ends when the reason comes, and as known before stands as it stood', async () => {
    expect(await lists.listed('reason-not-known', '2025-09-15')).not.toHaveProperty('Answered');
    expect(await lists.listed('reason-not-known', '2025-09-15', '2025-09-11')).toHaveProperty('Answered');
  });

  test('counts school days only: half term is none', async () => {
    expect(await lists.listed('reason-not-known', '2025-11-05')).not.toHaveProperty('Over the holiday');
    expect((await lists.listed('reason-not-known', '2025-11-06'))['Over the holiday']).toMatchObject({
      counted: 5,
      due: '2025-11-06',
    });
  });

  test('keeps a child who left, and says when; sessions that are not old enough are not told', async () => {
    expect((await lists.listed('reason-not-known', '2025-09-15'))['Left since']).toMatchObject({
      sessions: 2,
      left_on: '2025-09-10',
    });
  });

  test('is the list of the school that has the child, not of one where it is a guest', async () => {
    expect(await lists.listed('reason-not-known', '2025-09-16')).not.toHaveProperty('Guest');
  });
});

describe('part-time timetables', () => {
  test('one that runs is told by its days, its sessions and whether the hours rise', async () => {
    const { Runs } = await lists.listed('part-time-timetables', '2025-12-19');
    // Eleven weeks of term; in one of them the child was ill.
    expect(Runs).toMatchObject({ since: '2025-09-29', until: '2025-12-19', counted: 55, running: true });
    expect(Runs).toMatchObject({ sessions: 50, days: 50, elsewhere: 0, left_on: null });
    expect(Runs).toMatchObject({ rising: false, first_week: 5, last_week: 5, week_sessions: 10 });
  });

  test('ends with ten sessions attended since the last C2, not with eight or nine', async () => {
    expect((await lists.listed('part-time-timetables', '2025-10-16'))['Ended']).toMatchObject({ running: true });
    const { Ended, ...others } = await lists.listed('part-time-timetables', '2025-10-17');
    expect(Ended).toMatchObject({ running: false, until: '2025-10-10', counted: 10, sessions: 10 });
    expect(others['Nearly ended']).toMatchObject({ running: true, until: '2025-10-17' });
  });

  test('hours rise where more sessions were attended in the last whole week than in the first', async () => {
    const { Rises } = await lists.listed('part-time-timetables', '2025-10-17');
    expect(Rises).toMatchObject({ rising: true, first_week: 5, last_week: 8, week_sessions: 10, running: true });
  });

  test('one week is none to compare: then it is not known', async () => {
    const { Twice } = await lists.listed('part-time-timetables', '2025-09-12');
    expect(Twice).toMatchObject({ running: true, rising: null, first_week: null });
  });

  test('a move ends it at one school; at the next it is another one, which tells of the first', async () => {
    const entries = await lists.listed('part-time-timetables', '2025-10-24');
    const { [`Moved`]: now, [`Moved 2025-10-06`]: before } = entries;
    expect(now).toMatchObject({ urn: THERE, running: true, since: '2025-10-20', sessions: 5, elsewhere: 10 });
    expect(before).toMatchObject({ urn: HERE, running: false, left_on: '2025-10-17', sessions: 10, elsewhere: 5 });
  });

  test('two timetables with a full week between are two', async () => {
    const entries = await lists.listed('part-time-timetables', '2025-11-21');
    expect(entries['Twice']).toMatchObject({ since: '2025-11-17', running: true });
    expect(entries['Twice 2025-09-08']).toMatchObject({ until: '2025-09-12', running: false });
  });

  test('other absence ends nothing', async () => {
    expect((await lists.listed('part-time-timetables', '2025-12-19'))['Ill since']).toMatchObject({ running: true });
  });

  test('those that run stand first, the longest first', async () => {
    const entries = await lists.entries('part-time-timetables', '2025-12-19');
    const told = entries.map(({ running, counted }) => [running, counted] as const);
    expect(told).toEqual(told.toSorted(([a, m], [b, n]) => Number(b) - Number(a) || n - m));
    expect(entries.map(({ nth }) => nth)).toEqual(entries.map((_, index) => index + 1));
  });
});

describe('minutes lost inside sessions attended', () => {
  test('begin at 180, told by kind', async () => {
    const entries = await lists.listed('minutes-inside', '2025-10-24');
    expect(entries['Three hours']).toMatchObject({
      counted: 180,
      left_lesson: 180,
      internal_exclusion: 0,
      late_mark: 0,
      sessions: 3,
      since: '2025-09-08',
      until: '2025-09-10',
      entered_on: '2025-09-10',
    });
    expect(entries).not.toHaveProperty('A minute less');
  });

  test('a session counts 180 at most, filled in the order of the kinds', async () => {
    expect((await lists.listed('minutes-inside', '2025-10-24'))['One long session']).toMatchObject({
      counted: 180,
      internal_exclusion: 150,
      removed: 30,
      sessions: 1,
    });
  });

  test('late to a lesson does not count beside a late mark', async () => {
    expect((await lists.listed('minutes-inside', '2025-10-24'))['Late']).toMatchObject({
      counted: 195,
      late_mark: 180,
      late_to_lesson: 15,
    });
  });

  test('a session that was not attended has no minutes; it is lost whole', async () => {
    expect(await lists.listed('minutes-inside', '2025-10-24')).not.toHaveProperty('Sent home');
  });

  test('this half term is told beside the year', async () => {
    expect(await lists.listed('minutes-inside', '2025-10-24')).not.toHaveProperty('Two half terms');
    expect((await lists.listed('minutes-inside', '2025-11-03'))['Two half terms']).toMatchObject({
      counted: 210,
      half_term: 90,
      detention: 210,
      entered_on: '2025-11-03',
    });
  });

  test('who has left is not listed', async () => {
    expect(await lists.listed('minutes-inside', '2025-10-17')).toHaveProperty('On no roll now');
    expect(await lists.listed('minutes-inside', '2025-10-20')).not.toHaveProperty('On no roll now');
  });
});
