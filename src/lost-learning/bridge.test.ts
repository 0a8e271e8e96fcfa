import { expect, onTestFinished, test } from 'vitest';
import { calendarDate, endOfDay, fixedClock } from '#kernel';
import { askedLists, plantedFolder, schoolDays } from '#testing';
import { buildAccount } from './account.ts';
import { bridgeSql } from './bridge.ts';

const clock = fixedClock(endOfDay(calendarDate('2025-09-30')));

test('a child taught only as a guest while on no roll comes in with the sessions taught there, and not before', async () => {
  const days = schoolDays('2025-09-01', '2025-09-26');
  const away = [['2025-09-01', '2025-09-26', 'Y1', 'Y1']] as const;
  const { folder, remove } = await plantedFolder({
    schools: { 900001: days, 900002: days },
    children: {
      'Here all the time': {},
      'Taught on no roll': {
        spells: [
          { leaving: '2025-09-05', marks: away },
          { urn: 900002, status: 'G', entry: '2025-09-08', leaving: '2025-09-12' },
          { entry: '2025-09-22', marks: away },
        ],
      },
    },
  });
  onTestFinished(remove);
  const { open } = await askedLists(folder);
  onTestFinished(open.close);
  await buildAccount(open.warehouse, {}, clock, open.packed, { bridge: true });
  const rows = await open.warehouse.rows(`select step, possible, enrolments from (${bridgeSql()}) where urn is null`);
  const taught = 5 * 2;
  expect(rows).toEqual([
    { step: 15, possible: 0, enrolments: 1 },
    { step: 16, possible: -taught, enrolments: 2 },
  ]);
});
