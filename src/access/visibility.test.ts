import { instantOf, type Upn } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { become } from './entry.ts';
import { listRoles, PURPOSES, ROLES, type Purpose, type Role } from './roles.ts';
import { keysOf, type Subject } from './subject.ts';

const AT = instantOf(0);
const URNS = [100001, 100002, 100003, 100004];
const UPNS = ['A801200000001', 'B801200000002', 'C801200000003', 'D801200000004'].map((text) => text as Upn);

type Person = {
  readonly id: string;
  readonly role: Role;
  readonly ended: boolean;
  readonly ties: readonly { readonly urn?: number; readonly upn?: Upn; readonly ended: boolean }[];
};
type Child = { readonly version: number; readonly upn: Upn; readonly year: string; readonly urns: readonly number[] };
type Errand = { readonly actor: string; readonly purpose: Purpose; readonly subject: Subject };
type World = {
  readonly current: number;
  readonly people: readonly Person[];
  readonly children: readonly Child[];
  readonly errands: readonly Errand[];
};

/** The rule that the policies of migrations/0001, 0003 and 0004 state in SQL, said once more. */
function maySee(world: World, { actor, purpose, subject }: Errand, child: Child): boolean {
  const person = world.people.find(({ id, ended }) => id === actor && !ended);
  if (!person || child.version !== world.current || PURPOSES[purpose].reads === 'nothing') return false;
  const ties = person.ties.filter((tie) => !tie.ended);
  const tied = ties.some((tie) => tie.upn === child.upn || (tie.urn !== undefined && child.urns.includes(tie.urn)));
  if (ROLES[person.role].sees === 'ties' && !tied) return false;
  if (subject.kind === 'area') return true;
  if (subject.kind === 'school') return child.urns.includes(subject.urn);
  return keysOf(subject).includes(child.upn);
}

const urn = fc.constantFrom(...URNS);
const upn = fc.constantFrom(...UPNS);
const actor = fc.constantFrom('ada', 'ben', 'cyd', 'nobody', '');
const purpose = fc.constantFrom(...Object.keys(PURPOSES).filter((key): key is Purpose => key in PURPOSES));
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant({ kind: 'area' as const }),
  fc.record({ kind: fc.constant('school' as const), urn }),
  fc.record({ kind: fc.constant('child' as const), upn }),
  fc.record({ kind: fc.constant('children' as const), upns: fc.uniqueArray(upn) }),
);
const tie = fc.oneof(fc.record({ urn, ended: fc.boolean() }), fc.record({ upn, ended: fc.boolean() }));
const person = (id: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    role: fc.constantFrom(...listRoles()),
    ended: fc.nat(4).map((n) => n === 0),
    ties: fc.array(tie, { maxLength: 3 }),
  });
const world: fc.Arbitrary<World> = fc.record({
  current: fc.constantFrom(1, 2),
  people: fc.tuple(person('ada'), person('ben'), person('cyd')),
  children: fc.uniqueArray(
    fc.record({
      version: fc.constantFrom(1, 2, 3),
      upn,
      year: fc.constantFrom('2023/24', '2024/25'),
      urns: fc.uniqueArray(urn, { maxLength: 3 }),
    }),
    { selector: keyOf, minLength: 6, maxLength: 16 },
  ),
  errands: fc.array(fc.record({ actor, purpose, subject }), { minLength: 12, maxLength: 12 }),
});

function keyOf({ version, upn: number, year }: { version: number; upn: string; year: string }): string {
  return `${version} ${number} ${year}`;
}

/** Makes the world as the owner, before any errand; two versions published and one still being written. */
async function settle(tx: Tx, { current, people, children }: World): Promise<void> {
  await sql`insert into account.publication (version, state, created_at) overriding system value
    values (1, 'published', ${AT}), (2, 'published', ${AT}), (3, 'writing', ${AT})`.execute(tx);
  await tx.insertInto('account.current_publication').values({ version: current }).execute();
  for (const { id, role, ended, ties } of people) {
    const ended_at = ended ? AT : null;
    const scope = ROLES[role].sees;
    await tx.insertInto('access.actor').values({ id, name: id, role, scope, since: AT, ended_at }).execute();
    const rows = ties.map((each) => ({
      actor: id,
      urn: each.urn ?? null,
      upn: each.upn ?? null,
      since: AT,
      ended_at: each.ended ? AT : null,
    }));
    if (rows.length > 0) await tx.insertInto('access.tie').values(rows).execute();
  }
  const nothing = { calendar: 0, attended: 0, suspended: 0, unauthorised: 0, part_time: 0, authorised: 0 };
  const more = { access_failure: 0, unrecorded_dual: 0, not_required: 0, unmarked: 0, off_roll: 0, possible: 0 };
  const lost = { lost_headline: 0, lost_absence: 0, lost_extended: 0, minutes_lost: 0 };
  const packed = { sessions: Buffer.of(), facts: '{}' };
  const rows = children.map(({ version, upn: number, year, urns }) => {
    const key = { version, upn: number, academic_year: year, urns: [...urns] };
    return { ...key, ...nothing, ...more, ...lost, ...packed };
  });
  await tx.insertInto('account.child_year').values(rows).execute();
  // A card a school, of which one leads; and the words of each version, which tell of nobody alone.
  const cards = children.flatMap(({ version, upn: number, year, urns }, nth) =>
    (urns.length > 0 ? urns : [0]).map((school, at) => {
      const key = { version, academic_year: year, urn: school, nth, leads: at === 0, upn: number, urns: [...urns] };
      return { ...key, words: '', away: 0 };
    }),
  );
  await tx.insertInto('account.card').values(cards).execute();
  const words = [1, 2, 3].map((version) => ({ version, academic_year: '2024/25', word: 'ada', nths: [1] }));
  await tx.insertInto('account.word').values(words).execute();
  const totals = [1, 2, 3].map((version) => ({ version, list: 'any', entries: 1, overdue: 0 }));
  await tx.insertInto('worklist.total').values(totals).execute();
  // Each child stands in a list once a year, and has left another since; each school counts its entries.
  const entries = children.map(({ version, upn: number, year, urns }, nth) => {
    const schools = { upn: number, urn: urns[0] ?? 0, urns: [...urns] };
    return { version, list: year, nth, academic_year: year, ...schools, ...ENTRY };
  });
  await tx.insertInto('worklist.entry').values(entries).execute();
  const departed = children.map(({ version, upn: number, year, urns }) => {
    const schools = { upn: number, urn: urns[0] ?? 0, urns: [...urns] };
    return { list: `${version} ${year}`, ...schools, since: '2024-09-02', counted: 1, listed_at: AT, left_at: AT };
  });
  await tx.insertInto('worklist.departed').values(departed).execute();
  const tallies = [1, 2, 3].flatMap((version) =>
    URNS.map((urn) => ({ version, list: 'any', urn, listed_at: AT, entries: 1, overdue: 0 })),
  );
  await tx.insertInto('worklist.tally').values(tallies).execute();
}

const ENTRY = {
  since: '2024-09-02',
  until: '2024-09-02',
  counted: 1,
  overdue: false,
  entered_on: '2024-09-02',
  detail: '{}',
  listed_at: AT,
};

/** Whose count of entries may be seen: a child alone is no school. */
function maySeeTally(world: World, { actor, purpose, subject }: Errand, urn: number): boolean {
  const person = world.people.find(({ id, ended }) => id === actor && !ended);
  if (!person || PURPOSES[purpose].reads === 'nothing') return false;
  const tied = person.ties.some((tie) => !tie.ended && tie.urn === urn);
  if (ROLES[person.role].sees === 'ties' && !tied) return false;
  return subject.kind === 'area' || (subject.kind === 'school' && subject.urn === urn);
}

/** Whether words and totals of the area are there to be read: only for who works for all of it, and entered for all of it. */
function maySeeWords(world: World, { actor, purpose, subject }: Errand): boolean {
  const person = world.people.find(({ id, ended }) => id === actor && !ended);
  if (!person || PURPOSES[purpose].reads === 'nothing') return false;
  return ROLES[person.role].sees === 'area' && subject.kind === 'area';
}

/** What is seen of what a search reads: the card that leads of each child, whether others are seen, and words. */
async function seenOfSearch(tx: Tx) {
  const cards = await tx
    .selectFrom('account.card')
    .select(['version', 'upn', 'academic_year as year', 'leads'])
    .execute();
  const words = await tx.selectFrom('account.word').select('version').execute();
  const totals = await tx.selectFrom('worklist.total').select('version').execute();
  return {
    leading: cards
      .filter(({ leads }) => leads)
      .map(keyOf)
      .toSorted(),
    every: [...new Set(cards.map(keyOf))].toSorted(),
    words: words.map(({ version }) => version),
    totals: totals.map(({ version }) => version),
  };
}

/** What is seen of lists: entries, what went, and counts. */
async function seenOfLists(tx: Tx) {
  const entries = await tx.selectFrom('worklist.entry').select(['version', 'upn', 'list as year']).execute();
  const departed = await tx.selectFrom('worklist.departed').select(['upn', 'list']).execute();
  const tallies = await tx.selectFrom('worklist.tally').select(['version', 'urn']).execute();
  return {
    entries: entries.map(keyOf).toSorted(),
    departed: departed.map(({ upn: number, list }) => `${list} ${number}`).toSorted(),
    tallies: tallies.map(({ version, urn: school }) => `${version} ${school}`).toSorted(),
  };
}

let opened: TestRecords;
beforeAll(async () => {
  opened = await openTestRecords();
}, 300_000);
afterAll(() => opened.close());

class Undo extends Error {}
/** Runs `work` as the owner and undoes all of it. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await beginTransaction(opened.owner, async (tx) => {
    await work(tx);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

test('in any world, for any errand, the rows that are seen are the rows that may be seen', async () => {
  let seen = 0;
  let hidden = 0;
  const property = fc.asyncProperty(world, (made) =>
    undone(async (tx) => {
      await settle(tx, made);
      for (const errand of made.errands) {
        await become(tx, { ...errand, actor: { id: errand.actor, name: '', role: 'school-lead', scope: 'ties' } });
        const columns = ['version', 'upn', 'academic_year as year'] as const;
        const rows = await tx.selectFrom('account.child_year').select(columns).execute();
        const may = made.children.filter((child) => maySee(made, errand, child));
        expect(rows.map(keyOf).toSorted()).toEqual(may.map(keyOf).toSorted());
        const keys = may.map(keyOf).toSorted();
        expect(await seenOfSearch(tx)).toEqual({
          leading: keys,
          every: keys,
          words: maySeeWords(made, errand) ? [made.current] : [],
          totals: maySeeWords(made, errand) ? [made.current] : [],
        });
        // What went from a list has no version: it is judged as if it stood in the current one.
        const went = made.children.filter((child) => maySee(made, errand, { ...child, version: made.current }));
        expect(await seenOfLists(tx)).toEqual({
          entries: may.map(keyOf).toSorted(),
          departed: went.map(({ version, upn: number, year }) => `${version} ${year} ${number}`).toSorted(),
          tallies: URNS.filter((school) => maySeeTally(made, errand, school)).map(
            (school) => `${made.current} ${school}`,
          ),
        });
        seen += may.length;
        hidden += made.children.length - may.length;
      }
    }),
  );
  await fc.assert(property, { numRuns: 100 });
  // The worlds were not empty ones (two of five purposes read nothing, so most errands see no row).
  expect(seen).toBeGreaterThan(200);
  expect(hidden).toBeGreaterThan(500);
}, 300_000);
