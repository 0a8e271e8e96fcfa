import { instantOf, type Upn } from '#kernel';
import type { Tx } from '#store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { upnOf } from './child-year.example.ts';
import { listPurposes, type DataClass, type Purpose } from './purposes.ts';
import { getRole, listGranted, listRoles, seesByAgreement, type Role, type Scope } from './roles.ts';
import { keysOf, type Subject } from './subject.ts';

export const AT = instantOf(0);
export const URNS = [100001, 100002, 100003, 100004];
const UPNS = [1, 2, 3, 4].map(upnOf);

type Person = {
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly ended: boolean;
  readonly ties: readonly RandomTie[];
};
type Child = {
  readonly version: number;
  readonly upn: Upn;
  readonly year: string;
  readonly urns: readonly number[];
  /** What the child is in, as membership rows say: of a child and version, whatever the year. */
  readonly class: { readonly urn: number; readonly class: string } | undefined;
  readonly inCare: boolean;
};
type RandomTie = {
  readonly urn?: number;
  readonly class?: string;
  readonly upn?: Upn;
  readonly member_of?: 'in-care';
  readonly ended: boolean;
};
export type Errand = { readonly actor: string; readonly purpose: Purpose; readonly subject: Subject };
export type World = {
  readonly current: number;
  readonly people: readonly Person[];
  readonly children: readonly Child[];
  readonly errands: readonly Errand[];
};

/**
 * Whether a role may read a class of data for a purpose, and whose access has not ended. Nothing was agreed here and no
 * emergency is open: agreed-world.example.ts has both.
 */
function personWhoMay(world: World, { actor, purpose }: Errand, wanted: DataClass): Person | undefined {
  const person = world.people.find(({ id, ended }) => id === actor && !ended);
  if (person && (seesByAgreement(person.role) || purpose === 'safeguarding-emergency')) return undefined;
  return person && listGranted(person.role, purpose).includes(wanted) ? person : undefined;
}

/** The rule that the policies of migrations/0005 state in SQL, said once more. */
export function maySee(world: World, errand: Errand, child: Child, wanted: 'account' | 'lists' = 'account'): boolean {
  const person = personWhoMay(world, errand, wanted);
  if (!person || child.version !== world.current) return false;
  if (person.scope === 'ties' && !person.ties.some((tie) => !tie.ended && reaches(world, tie, child))) return false;
  const { subject } = errand;
  if (subject.kind === 'area') return true;
  if (subject.kind === 'school') return child.urns.includes(subject.urn);
  return keysOf(subject).includes(child.upn);
}

/** A class and being in care are the child’s now: they reach every year of the child. */
function reaches({ current, children }: World, tie: RandomTie, child: Child): boolean {
  const now = children.filter(({ version, upn: number }) => version === current && number === child.upn);
  if (tie.member_of !== undefined) return now.some(({ inCare }) => inCare);
  if (tie.class !== undefined) return now.some((one) => one.class?.urn === tie.urn && one.class?.class === tie.class);
  return tie.upn === child.upn || (tie.urn !== undefined && child.urns.includes(tie.urn));
}

const urn = fc.constantFrom(...URNS);
const upn = fc.constantFrom(...UPNS);
const actor = fc.constantFrom('ada', 'ben', 'cyd', 'nobody', '');
// Most roles may act for it: with another purpose most errands see nothing.
const purpose = fc.oneof(
  { weight: 2, arbitrary: fc.constant('attendance-and-inclusion-support' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...listPurposes()) },
);
const form = fc.constantFrom('7A', '7B');
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant({ kind: 'area' as const }),
  fc.record({ kind: fc.constant('school' as const), urn }),
  fc.record({ kind: fc.constant('child' as const), upn }),
  fc.record({ kind: fc.constant('children' as const), upns: fc.uniqueArray(upn) }),
);
const tie: fc.Arbitrary<RandomTie> = fc.oneof(
  fc.record({ urn, ended: fc.boolean() }),
  fc.record({ urn, class: form, ended: fc.boolean() }),
  fc.record({ upn, ended: fc.boolean() }),
  fc.record({ member_of: fc.constant('in-care' as const), ended: fc.boolean() }),
);
const person = (id: string): fc.Arbitrary<Person> =>
  fc
    .constantFrom(...listRoles().flatMap((role) => getRole(role).scopes.map((scope) => ({ role, scope }))))
    .chain((made) =>
      fc.record({
        id: fc.constant(id),
        role: fc.constant(made.role),
        scope: fc.constant(made.scope),
        ended: fc.nat(4).map((n) => n === 0),
        ties: fc.array(tie, { maxLength: 3 }),
      }),
    );
export const world: fc.Arbitrary<World> = fc.record({
  current: fc.constantFrom(1, 2),
  people: fc.tuple(person('ada'), person('ben'), person('cyd')),
  children: fc.uniqueArray(
    fc.record({
      version: fc.constantFrom(1, 2, 3),
      upn,
      year: fc.constantFrom('2023/24', '2024/25'),
      urns: fc.uniqueArray(urn, { maxLength: 3 }),
      class: fc.option(fc.record({ urn, class: form }), { nil: undefined }),
      inCare: fc.boolean(),
    }),
    { selector: keyOf, minLength: 6, maxLength: 16 },
  ),
  errands: fc.array(fc.record({ actor, purpose, subject }), { minLength: 12, maxLength: 12 }),
});

export function keyOf({ version, upn: number, year }: { version: number; upn: string; year: string }): string {
  return `${version} ${number} ${year}`;
}

/** Makes the world as the owner, before any errand; two versions published and one still being written. */
export async function settle(tx: Tx, { current, people, children }: World): Promise<void> {
  await sql`insert into account.publication (version, state, created_at) overriding system value
    values (1, 'published', ${AT}), (2, 'published', ${AT}), (3, 'writing', ${AT})`.execute(tx);
  await tx.insertInto('account.current_publication').values({ version: current }).execute();
  for (const { id, role, scope, ended, ties } of people) {
    const ended_at = ended ? AT : null;
    await tx.insertInto('access.actor').values({ id, name: id, role, scope, since: AT, ended_at }).execute();
    const rows = ties.map((each) => ({
      actor: id,
      urn: each.urn ?? null,
      class: each.class ?? null,
      upn: each.upn ?? null,
      member_of: each.member_of ?? null,
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
  const groups = children.flatMap((child) => [
    ...(child.class ? [{ version: child.version, kind: 'class', ...child.class, upn: child.upn }] : []),
    ...(child.inCare ? [{ version: child.version, kind: 'in-care', urn: 0, class: '', upn: child.upn }] : []),
  ]);
  const one = [...new Map(groups.map((row) => [JSON.stringify(row), row])).values()];
  if (one.length > 0) await tx.insertInto('account.membership').values(one).execute();
  // A card a school, of which one leads; and the words of each version, which tell of nobody alone.
  const cards = children.flatMap(({ version, upn: number, year, urns }, nth) =>
    cardsOf(urns).map((school, at) => {
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

/** Whose count of entries may be seen: neither a child nor a class is a school. */
export function maySeeTally(world: World, errand: Errand, urn: number): boolean {
  const person = personWhoMay(world, errand, 'lists');
  if (!person) return false;
  const tied = person.ties.some((tie) => !tie.ended && tie.urn === urn && tie.class === undefined);
  if (person.scope === 'ties' && !tied) return false;
  return errand.subject.kind === 'area' || (errand.subject.kind === 'school' && errand.subject.urn === urn);
}

/** Whether words (or totals) of the area are there to be read: only for who works for all of it, and entered for all of it. */
export function maySeeArea(world: World, errand: Errand, wanted: readonly DataClass[]): boolean {
  const people = wanted.map((one) => personWhoMay(world, errand, one));
  return people.every((person) => person?.scope === 'area') && errand.subject.kind === 'area';
}

/** Schools of whose cards a child has one. */
export function cardsOf(urns: readonly number[]): readonly number[] {
  return urns.length > 0 ? urns : [0];
}

export function cardOf(child: { version: number; upn: string; year: string }, school: number): string {
  return `${keyOf(child)} ${school}`;
}
