import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addActor,
  addAgreement,
  addOrganisation,
  addTie,
  findWayToRows,
  singleUser,
  type Access,
  type Actor,
  type Purpose,
  type Tie,
  type Tx,
} from '#access';
import { academicYearStarting, fixedClock, instantOf } from '#kernel';
import { childYear, listEntry, openAccess, restrictFor, upnOf } from '#testing';
import { lists } from '#worklists';
import { findPlaces } from '../lost-learning/find-children.ts';
import { askedFor } from './asked.ts';
import { countEntries, listEntries, readChoices, readMoments, readTallies } from './read-lists.ts';

/** Each way that leads somebody to rows is held to what the policies alone let through. */

const YEAR = academicYearStarting(2024);
const URNS = [900101, 900102, 900103, 900104];
const SCHOOL = 900102;
const FORMS = ['7A', '7B'];
const LISTS = lists.slice(0, 3).map(({ id }) => id);
const CHILDREN = 40;
const clock = fixedClock(instantOf(Date.UTC(2025, 0, 6)));

const some = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed });
const urn = fc.constantFrom(...URNS);
const schools = fc.uniqueArray(urn, { maxLength: 3 });
const form = fc.constantFrom(...FORMS);
const tie: fc.Arbitrary<Tie> = fc.oneof(
  fc.record({ urn }),
  fc.record({ urn, class: form }),
  fc.record({ upn: fc.nat(CHILDREN - 1).map(upnOf) }),
  fc.constant({ member_of: 'in-care' as const }),
);

const children = some(fc.record({ urns: schools, urn, form, inCare: fc.boolean() }), CHILDREN, 1).map((child, at) =>
  childYear(upnOf(at), {
    academic_year: YEAR,
    urns: child.urns,
    card: { nth: at + 1, class: child.form, away: at % 30 },
    groups: [
      { kind: 'class', urn: child.urn, class: child.form },
      ...(child.inCare ? [{ kind: 'in-care' as const }] : []),
    ],
  }),
);
// The school with which an entry stands always sees it (`entryOf` of worklists).
const entries = LISTS.flatMap((list, at) =>
  some(fc.record({ urn, urns: schools, overdue: fc.boolean(), year: fc.nat(13), form }), CHILDREN, 10 + at).map(
    (made, nth) =>
      listEntry(upnOf(nth), {
        list,
        nth: nth + 1,
        urn: made.urn,
        urns: [...new Set([...made.urns, made.urn])],
        overdue: made.overdue,
        year_group: made.year,
        class: made.form,
      }),
  ),
);
const people: readonly (readonly [Actor, readonly Tie[], Purpose])[] = [
  [singleUser, [], 'attendance-and-inclusion-support'],
  ...some(fc.array(tie, { maxLength: 3 }), 12, 2).map((ties, at) => {
    const actor: Actor = { id: `tied-${at}`, name: `Tied ${at}`, role: 'inclusion-lead', scope: 'ties' };
    return [actor, ties, 'attendance-and-inclusion-support'] as const;
  }),
  [
    { id: 'clinician', name: 'Cora Clinician', role: 'clinician', organisation: 'camhs', scope: 'ties' },
    [3, 7, 11].map((nth) => ({ upn: upnOf(nth) })),
    'direct-care',
  ],
];

let access: Access;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ access, close } = await openAccess(clock));
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addOrganisation(tx, { id: 'area', kind: 'area', name: 'Area' }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'CAMHS' }, clock);
    for (const [actor, ties] of people.slice(1)) {
      await addActor(tx, actor, clock);
      for (const one of ties) await addTie(tx, actor.id, one, clock);
    }
    await addAgreement(tx, {
      giver: 'area',
      receiver: 'camhs',
      classes: ['account'],
      purpose: 'direct-care',
      basis: 'Public task, article 6(1)(e)',
      mode: 'fetch',
      needsConsent: false,
      startsAt: instantOf(Date.UTC(2025, 0, 1)),
      endsAt: instantOf(Date.UTC(2025, 1, 1)),
    });
  });
  await access.publish(singleUser, published());
}, 120_000);
afterAll(() => close());

async function* published() {
  yield await Promise.resolve(children);
  yield { entries };
}

/** What the policies alone let through, in order. */
async function plainly<T>(tx: Tx, text: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  return (await text.execute(tx)).rows;
}

const WANTED = { year: YEAR, urn: undefined, find: '', away: 0 };

/** Children for whoever acts in `tx`, against the cards that the policies show. */
async function holdChildren(tx: Tx): Promise<number> {
  const rows = await plainly(
    tx,
    sql<{ nth: number; away: number }>`
    select nth, away from account.card where leads order by nth`,
  );
  const places = rows.map(({ nth }) => nth);
  expect(await findPlaces(tx, WANTED, undefined)).toEqual({ total: places.length, places });
  const away = rows.filter((row) => row.away >= 10).map(({ nth }) => nth);
  expect((await findPlaces(tx, { ...WANTED, away: 10 }, undefined)).places).toEqual(away);
  return places.length;
}

/** Lists of the area or of a school for whoever acts in `tx`, against the entries that the policies show. */
async function holdLists(tx: Tx, school: number | undefined): Promise<number> {
  const asked = { ...askedFor({}), urn: school };
  const moments = await readMoments(tx, asked);
  const every = await plainly(
    tx,
    sql<{ list: string; upn: string; urn: number; year_group: number; overdue: boolean }>`
      select list, upn, urn, year_group, overdue from worklist.entry order by list, nth`,
  );
  const rows = every.filter(({ urn: one }) => school === undefined || one === school);
  for (const list of LISTS) {
    const mine = rows.filter((row) => row.list === list);
    const found = await listEntries(tx, list, asked, moments);
    expect(found.map((entry) => [entry.upn, entry.urn])).toEqual(mine.map((row) => [row.upn, row.urn]));
    expect(await countEntries(tx, list, asked, moments)).toBe(mine.length);
    const overdue = mine.filter((row) => row.overdue).length;
    expect(await countEntries(tx, list, { ...asked, isOverdue: true }, moments)).toBe(overdue);
    const { entries: all, yearGroups } = await readChoices(tx, list, school, moments);
    expect(all).toBe(mine.length);
    expect(new Set(yearGroups)).toEqual(new Set(mine.map((row) => row.year_group)));
  }
  // Whoever looked last before all of it was published finds all of it new.
  const long = { ...moments, seen: instantOf(Date.UTC(2024, 0, 1)) };
  const told = (await readTallies(tx, asked, long)).filter(({ entries: some }) => some > 0);
  expect(told.map(({ fresh }) => fresh)).toEqual(told.map(({ entries: some }) => some));
  const counts = (list: string): readonly number[] => {
    const mine = rows.filter((row) => row.list === list);
    return [mine.length, mine.filter((row) => row.overdue).length];
  };
  expect(Object.fromEntries(told.map((one) => [one.list, [one.entries, one.overdue]]))).toEqual(
    Object.fromEntries(LISTS.filter((list) => (counts(list)[0] ?? 0) > 0).map((list) => [list, counts(list)])),
  );
  return rows.length;
}

test.each([
  ['nobody is left out', []],
  ['somebody’s record is restricted', [upnOf(3), upnOf(5)]],
])('where %s, everyone finds what the policies show them, each once and in order', async (_, restricted) => {
  for (const upn of restricted) await restrictFor({ access, clock, actor: singleUser }, upn, 'accuracy');
  const met = { ways: new Set<string>(), children: 0, entries: 0, ofSchool: 0 };
  for (const [actor, , purpose] of people) {
    await access.actingAs(actor, purpose, { kind: 'area' }, async (tx) => {
      met.ways.add((await findWayToRows(tx)).by);
      met.children += await holdChildren(tx);
      met.entries += await holdLists(tx, undefined);
    });
    const school = { kind: 'school', urn: SCHOOL } as const;
    met.ofSchool += await access.actingAs(actor, purpose, school, (tx) => holdLists(tx, SCHOOL));
  }
  expect([...met.ways].toSorted()).toEqual(['area', 'children', 'ties']);
  expect(Math.min(met.children, met.entries, met.ofSchool)).toBeGreaterThan(0);
});
