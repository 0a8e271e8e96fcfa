import { academicYearStarting, calendarDate, instantOf, type AcademicYear, type Clock, type Upn } from '#kernel';
import { openTestRecords, type TestRecords } from '#testing/records';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { singleUser } from './actor.ts';
import { childYear, listEntry, upnOf } from './child-year.example.ts';
import type { ListEntryRow } from './list-entry.ts';
import type { PublishedBatch } from './publishing.ts';

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

const SCHOOLS = [100001, 100002];
type Stood = { readonly child: number; readonly urn: number; readonly since: string; readonly year: AcademicYear };
/** A version: who is on which rolls (undefined: in no file), and what stands in a list of each kind. */
type World = {
  readonly rolls: readonly (readonly number[] | undefined)[];
  readonly lists: Readonly<Record<ListId, readonly Stood[]>>;
};
type ListId = 'one-each' | 'any-day';

const stood = fc.record({
  child: fc.constantFrom(1, 2),
  urn: fc.constantFrom(...SCHOOLS),
  since: fc.constantFrom('2024-09-02', '2024-09-03'),
  year: fc.constantFrom(academicYearStarting(2023), academicYearStarting(2024)),
});
const entries = (key: (one: Stood) => string) => fc.uniqueArray(stood, { selector: key, minLength: 2, maxLength: 5 });
const world: fc.Arbitrary<World> = fc.record({
  rolls: fc.tuple(...[1, 2].map(() => fc.option(fc.subarray(SCHOOLS), { nil: undefined, freq: 4 }))),
  lists: fc.record({
    'one-each': entries(({ child, urn, year }) => `${child} ${urn} ${year}`).map((all) =>
      all.filter((one, nth) => all.findIndex(({ child, urn }) => child === one.child && urn === one.urn) === nth),
    ),
    'any-day': entries(({ child, urn, since }) => `${child} ${urn} ${since}`),
  }),
});

async function* batchesOf({ rolls, lists }: World): AsyncGenerator<PublishedBatch> {
  const children = rolls.flatMap((urns, nth) => (urns ? [childYear(upnOf(nth + 1), { urns })] : []));
  yield await Promise.resolve(children);
  for (const list of ['one-each', 'any-day'] as const) {
    const rows = lists[list].map((one, nth): ListEntryRow => rowOf(list, one, nth + 1));
    if (rows.length > 0) yield { entries: rows, oneEach: list === 'one-each' };
  }
}

function rowOf(list: ListId, { child, urn, since, year }: Stood, nth: number): ListEntryRow {
  return listEntry(upnOf(child), { list, nth, urn, urns: [urn], since: calendarDate(since), academic_year: year });
}

type Gone = {
  readonly list: ListId;
  readonly upn: Upn;
  readonly urn: number;
  readonly since: string;
  readonly left: string;
  readonly urns: readonly number[];
};

/** What is told of after a version, said anew without the database. */
function wentOn(before: readonly Gone[], then: World, now: World, left: string): readonly Gone[] {
  const went = (['one-each', 'any-day'] as const).flatMap((list) =>
    then.lists[list]
      .filter(
        (old) =>
          !now.lists[list].some(
            (one) =>
              one.child === old.child &&
              one.urn === old.urn &&
              (one.since === old.since || (list === 'one-each' && one.year === old.year)),
          ),
      )
      .map((old) => ({ list, upn: upnOf(old.child), urn: old.urn, since: old.since, left, urns: [old.urn] })),
  );
  return [...before, ...went].flatMap((gone) => {
    const urns = now.rolls[[1, 2].findIndex((child) => upnOf(child) === gone.upn)];
    return urns ? [{ ...gone, urns: urns.toSorted((a, b) => a - b) }] : [];
  });
}

const told = async (): Promise<readonly unknown[]> =>
  access.actingAs(singleUser, 'attendance-and-inclusion-support', { kind: 'area' }, (tx) =>
    tx.selectFrom('worklist.departed').select(['list', 'upn', 'urn', 'since', 'left_at as left', 'urns']).execute(),
  );
const counted = async (): Promise<readonly unknown[]> =>
  access.actingAs(singleUser, 'attendance-and-inclusion-support', { kind: 'area' }, (tx) =>
    tx.selectFrom('worklist.school_total').select(['list', 'urn', 'entries']).execute(),
  );

const inOrder = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row, ['list', 'upn', 'urn', 'since', 'left', 'urns', 'entries'])).toSorted();

const NOBODY: World = { rolls: [undefined, undefined], lists: { 'one-each': [], 'any-day': [] } };

test('in any order of versions, what is told to have gone and how many stand are what the lists themselves say', async () => {
  const publish = async (version: World): Promise<string> => {
    at += DAY;
    await access.publish(singleUser, batchesOf(version));
    return clock.now();
  };
  const property = fc.asyncProperty(fc.array(world, { minLength: 2, maxLength: 4 }), async (versions) => {
    await publish(NOBODY);
    let [gone, then]: [readonly Gone[], World] = [[], NOBODY];
    for (const version of versions) {
      gone = wentOn(gone, then, version, await publish(version));
      then = version;
      expect(inOrder(await told())).toEqual(inOrder(gone));
      const standing = Object.entries(version.lists).flatMap(([list, all]) =>
        SCHOOLS.map((urn) => ({ list, urn, entries: all.filter((one) => one.urn === urn).length })),
      );
      expect(inOrder(await counted())).toEqual(inOrder(standing.filter((one) => one.entries > 0)));
    }
  });
  await fc.assert(property, { numRuns: 15 });
}, 240_000);
