import { academicYearStarting, calendarDate, instantOf, type Clock } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addTie, singleUser, type Actor } from './actor.ts';
import { childYear, listEntry, upnOf } from './child-year.example.ts';
import { drawStandIn } from './erasing.ts';
import type { ListEntryRow } from './list-entry.ts';
import type { Prepared, PublishedBatch } from './publishing.ts';

const [AMINATA, BRYN, CASS] = [upnOf(1), upnOf(2), upnOf(3)];
const DAY = 24 * 60 * 60 * 1000;

let at = Date.UTC(2025, 0, 6, 9);
const clock: Clock = { now: () => instantOf(at), milliseconds: () => at };
let opened: TestRecords;
let access: Access;

beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
}, 120_000);
afterAll(() => opened.close());

async function* batches(...all: readonly PublishedBatch[]): AsyncGenerator<PublishedBatch> {
  for (const batch of all) yield await Promise.resolve(batch);
}

/** Publishes entries, each a day after the one before. */
async function publish(...entries: readonly ListEntryRow[]): Promise<string> {
  at += DAY;
  await access.publish(singleUser, batches([childYear(AMINATA)], { entries }, [childYear(BRYN)]));
  return clock.now();
}

const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };

function seen<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return access.actingAs(singleUser, 'attendance-and-inclusion-support', { kind: 'area' }, work);
}

const entries = () =>
  seen((tx) => tx.selectFrom('worklist.entry').selectAll().orderBy('list').orderBy('nth').execute());
const tallies = () =>
  seen((tx) => tx.selectFrom('worklist.tally').selectAll().orderBy('list').orderBy('listed_at').execute());
const departed = () => seen((tx) => tx.selectFrom('worklist.departed').selectAll().orderBy('left_at').execute());

test('an entry is kept as it was given, and stands since it was first published', async () => {
  const row = listEntry(AMINATA, {
    list: 'reason-not-known',
    urns: [100001, 100002],
    given_name: 'Zoë',
    family_name: `O'Brien`,
    class: '7,B',
    fsm: true,
    due: calendarDate('2024-09-09'),
    overdue: true,
    detail: { sessions: 3, words: 'a “b”' },
  });
  const first = await publish(row, listEntry(BRYN, { list: 'off-roll', urn: 100002 }));
  const [off, kept] = await entries();
  expect(kept).toMatchObject({ ...row, listed_at: first });
  expect(off).toMatchObject({ list: 'off-roll', upn: BRYN, urn: 100002 });
  expect(await tallies()).toMatchObject([
    { list: 'off-roll', urn: 100002, entries: 1, overdue: 0, listed_at: first },
    { list: 'reason-not-known', urn: 100001, entries: 1, overdue: 1, listed_at: first },
  ]);

  // The same entry with other numbers is the same entry; another first day, school, list or child is a new one.
  const second = await publish(
    listEntry(AMINATA, { list: 'reason-not-known', counted: 9 }),
    listEntry(AMINATA, { list: 'reason-not-known', nth: 2, since: calendarDate('2024-09-03') }),
  );
  expect((await entries()).map(({ listed_at, counted }) => [listed_at, counted])).toEqual([
    [first, 9],
    [second, 5],
  ]);
  expect((await tallies()).map(({ listed_at, entries: count }) => [listed_at, count])).toEqual([
    [first, 1],
    [second, 1],
  ]);
  expect(await departed()).toMatchObject([
    { list: 'off-roll', upn: BRYN, urn: 100002, listed_at: first, left_at: second },
  ]);
});

test('what went is told of for sixty days, and an entry that comes back is new', async () => {
  const before = await departed();
  const again = await publish(listEntry(BRYN, { list: 'off-roll', urn: 100002 }));
  expect(await entries()).toMatchObject([{ list: 'off-roll', upn: BRYN, listed_at: again }]);
  expect(await departed()).toHaveLength(before.length + 2);
  at += 61 * DAY;
  await publish(listEntry(BRYN, { list: 'off-roll', urn: 100002 }));
  expect(await departed()).toEqual([]);
});

test('a publication that is not finished shows nothing of its lists and takes nothing away', async () => {
  const before = { entries: await entries(), tallies: await tallies(), departed: await departed() };
  const failing = (async function* () {
    yield { entries: [listEntry(AMINATA, { list: 'reason-not-known' })] };
    yield await Promise.reject(new Error('the disk is full'));
  })();
  await expect(access.publish(singleUser, failing)).rejects.toThrow('the disk is full');
  expect({ entries: await entries(), tallies: await tallies(), departed: await departed() }).toEqual(before);
  await publish(listEntry(BRYN, { list: 'off-roll', urn: 100002 }));
  const versions = await beginTransaction(opened.owner, (tx) =>
    tx.selectFrom('worklist.entry').select('version').distinct().execute(),
  );
  expect(versions).toHaveLength(1);
});

test('what went is judged by the roll as it is known now', async () => {
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, lead, clock);
    await addTie(tx, lead.id, { urn: 100001 }, clock);
  });
  const seenByLead = (): Promise<readonly { readonly upn: string }[]> =>
    access.actingAs(lead, 'attendance-and-inclusion-support', { kind: 'area' }, (tx) =>
      tx.selectFrom('worklist.departed').select('upn').execute(),
    );
  const both = listEntry(AMINATA, { list: 'off-roll', urn: 100002, urns: [100001, 100002] });
  at += DAY;
  await access.publish(singleUser, batches([childYear(AMINATA, { urns: [100001, 100002] })], { entries: [both] }));
  at += DAY;
  await access.publish(singleUser, batches([childYear(AMINATA, { urns: [100001, 100002] })]));
  expect(await seenByLead()).toEqual([{ upn: AMINATA }]);

  // A correction takes the child off the lead’s school: what went of it is the other school’s alone.
  at += DAY;
  await access.publish(singleUser, batches([childYear(AMINATA, { urns: [100002] })]));
  expect(await seenByLead()).toEqual([]);
  expect((await departed()).filter(({ upn }) => upn === AMINATA)).toMatchObject([{ urns: [100002] }]);

  // So is what goes in the same publication in which it is known.
  const here = listEntry(CASS, { list: 'off-roll', urn: 100001, urns: [100001] });
  at += DAY;
  await access.publish(singleUser, batches([childYear(CASS, { urns: [100001] })], { entries: [here] }));
  at += DAY;
  await access.publish(singleUser, batches([childYear(CASS, { urns: [100002] })]));
  expect(await seenByLead()).toEqual([]);
  expect((await departed()).filter(({ upn }) => upn === CASS)).toMatchObject([{ urn: 100001, urns: [100002] }]);

  // And of a child that is in no file any more, nothing is kept.
  expect((await departed()).map(({ upn }) => upn)).not.toContain(AMINATA);
  await access.publish(singleUser, batches([childYear(BRYN)]));
  expect((await departed()).map(({ upn }) => upn)).not.toContain(CASS);
  await access.publish(singleUser, batches());
  expect(await departed()).toEqual([]);
});

test('of whom is erased after it was found out what went, nothing is kept', async () => {
  const both = (urn: number) => [AMINATA, BRYN].map((upn) => listEntry(upn, { list: 'erased', urn }));
  await publish(...both(100001));
  await publish(...both(100002));
  const erase = async (): Promise<Prepared> => {
    await access.takeChildOut(singleUser, { upn: BRYN, standIn: drawStandIn(), because: 'objection' });
    return { show: () => undefined, drop: () => undefined };
  };
  at += DAY;
  const children = [childYear(AMINATA), childYear(BRYN)];
  await access.publish(singleUser, batches(children), { prepare: erase });
  expect((await departed()).map(({ list, upn, urn }) => [list, upn, urn])).toEqual([
    ['erased', AMINATA, 100001],
    ['erased', AMINATA, 100002],
  ]);
});

test('nobody but the publishing door writes or clears a list', async () => {
  const row = { version: 1, list: 'x', nth: 1, upn: AMINATA, urn: 1, urns: [1], academic_year: '2024/25' };
  const rest = { since: '2024-09-02', until: '2024-09-02', counted: 1, overdue: false, entered_on: '2024-09-02' };
  const insert = seen((tx) =>
    tx
      .insertInto('worklist.entry')
      .values({ ...row, ...rest, detail: '{}', listed_at: clock.now() })
      .execute(),
  );
  await expect(insert).rejects.toThrow(/row-level security/);
  const held = (await entries()).length;
  await seen((tx) => tx.deleteFrom('worklist.entry').execute());
  expect(await entries()).toHaveLength(held);
});

test('in a list with one entry a child and school, one whose first day moved is the same; in another it is not', async () => {
  const publishAs = async (oneEach: boolean, ...moved: readonly ListEntryRow[]): Promise<string> => {
    at += DAY;
    await access.publish(singleUser, batches([childYear(AMINATA), childYear(BRYN)], { entries: moved, oneEach }));
    return clock.now();
  };
  const one = listEntry(AMINATA, { list: 'moved' });
  const later = { ...one, since: calendarDate('2024-09-05') };
  const nextYear = { ...later, academic_year: academicYearStarting(2025) };
  const first = await publishAs(true, one, { ...one, urn: 100002, urns: [100002] });
  const gone = async () =>
    (await departed()).filter(({ list }) => list === 'moved').map(({ urn, since }) => [urn, since]);
  const stood = async () => (await entries()).map(({ since, listed_at }) => [since, listed_at]);

  await publishAs(true, later);
  expect(await stood()).toEqual([['2024-09-05', first]]);
  expect(await gone()).toEqual([[100002, '2024-09-02']]);

  const second = await publishAs(false, one);
  expect(await stood()).toEqual([['2024-09-02', second]]);
  expect(await gone()).toEqual([
    [100002, '2024-09-02'],
    [100001, '2024-09-05'],
  ]);

  // What is added up begins anew with the year.
  const third = await publishAs(true, nextYear);
  expect(await stood()).toEqual([['2024-09-05', third]]);
  expect(await gone()).toHaveLength(3);
});
