import { expect, test } from 'vitest';
import { calendarDate, academicYearStarting, endOfDay, fixedClock, type Instant } from '#kernel';
import { createAccess, singleUser, type PublishedBatch } from '#access';
import { buildAccount, childYears } from '#lost-learning';
import { closeRecords, openRecords } from '#store';
import { askedLists, plantedFolder, schoolDays } from '#testing';
import { listBatches } from './entries.ts';

const YEAR = academicYearStarting(2025);
const on = (day: string): Instant => endOfDay(calendarDate(day));

test('putting right the older of two absences without a reason leaves the child where it stood', async () => {
  const area = await plantedFolder({
    schools: { 900001: schoolDays('2025-09-01', '2025-09-19') },
    children: {
      'Older put right': {
        marks: [
          ['2025-09-03', '2025-09-03', 'N', null],
          ['2025-09-08', '2025-09-08', 'N', null],
          ['2025-09-03', '2025-09-03', 'I', null, '2025-09-18T10:00:00Z'],
        ],
      },
      'All put right': {
        marks: [
          ['2025-09-04', '2025-09-04', 'N', null],
          ['2025-09-04', '2025-09-04', 'I', null, '2025-09-18T10:00:00Z'],
        ],
      },
    },
  });
  const [{ open }, records] = [await askedLists(area.folder), await openRecords()];
  async function* asKnown(day: string): AsyncGenerator<PublishedBatch> {
    const [asOf, clock] = [calendarDate(day), fixedClock(on(day))];
    await buildAccount(open.warehouse, { year: YEAR, asOf, knownAt: on(day) }, clock, open.packed);
    yield* childYears(open.warehouse, YEAR, asOf);
    yield* listBatches(open.warehouse, YEAR);
  }
  const standing = () =>
    createAccess(records, fixedClock(on('2025-09-30'))).actingAs(
      singleUser,
      'attendance-and-inclusion-support',
      { kind: 'area' },
      async (tx) => {
        const told = async (table: 'worklist.entry' | 'worklist.departed') =>
          tx
            .selectFrom(table)
            .select(['given_name', 'since', 'listed_at'])
            .where('list', '=', 'reason-not-known')
            .orderBy('since')
            .execute();
        return { here: await told('worklist.entry'), gone: await told('worklist.departed') };
      },
    );
  try {
    for (const day of ['2025-09-17', '2025-09-19'])
      await createAccess(records, fixedClock(on(day))).publish(singleUser, asKnown(day), { knownAt: on(day) });
    const first = on('2025-09-17');
    expect(await standing()).toEqual({
      here: [{ given_name: 'Older put right', since: '2025-09-08', listed_at: first }],
      gone: [{ given_name: 'All put right', since: '2025-09-04', listed_at: first }],
    });
  } finally {
    await closeRecords(records);
    await open.close();
    await area.remove();
  }
}, 120_000);
