import { instantOf, type Upn } from '#kernel';
import fc from 'fast-check';
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
  /** Children the use of whose records is restricted, or was. */
  readonly restrictions: readonly { readonly upn: Upn; readonly lifted: boolean }[];
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

/** Whom this person leaves out of everything for this purpose: the rule of migrations/0013, said once more. */
function leftOut({ restrictions }: World, { role }: Person, { purpose }: Errand): readonly Upn[] {
  if (listGranted(role, purpose).includes('restricted')) return [];
  return restrictions.flatMap(({ upn: number, lifted }) => (lifted ? [] : [number]));
}

/** The rule that the policies of migrations/0005 state in SQL, said once more. */
export function maySee(world: World, errand: Errand, child: Child, wanted: 'account' | 'lists' = 'account'): boolean {
  const person = personWhoMay(world, errand, wanted);
  if (!person || child.version !== world.current || leftOut(world, person, errand).includes(child.upn)) return false;
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
  restrictions: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.record({ upn, lifted: fc.boolean() }), { maxLength: 3 }) },
  ),
  errands: fc.array(fc.record({ actor, purpose, subject }), { minLength: 12, maxLength: 12 }),
});

/** An errand for all of an area in which somebody is restricted, of a role that may not read who is: few worlds draw one. */
export const restrictedWorld: World = {
  current: 1,
  people: [{ id: 'ada', role: 'area-officer', scope: 'area', ended: false, ties: [] }],
  children: [1, 2].map((nth) => ({
    version: 1,
    upn: upnOf(nth),
    year: '2024/25',
    urns: URNS.slice(0, nth),
    class: undefined,
    inCare: false,
  })),
  restrictions: [{ upn: upnOf(1), lifted: false }],
  errands: [{ actor: 'ada', purpose: 'attendance-and-inclusion-support', subject: { kind: 'area' } }],
};

export function keyOf({ version, upn: number, year }: { version: number; upn: string; year: string }): string {
  return `${version} ${number} ${year}`;
}

/** Whose count of entries may be seen: neither a child nor a class is a school. */
export function maySeeTally(world: World, errand: Errand, urn: number): boolean {
  const person = personWhoMay(world, errand, 'lists');
  if (!person || leftOut(world, person, errand).length > 0) return false;
  const tied = person.ties.some((tie) => !tie.ended && tie.urn === urn && tie.class === undefined);
  if (person.scope === 'ties' && !tied) return false;
  return errand.subject.kind === 'area' || (errand.subject.kind === 'school' && errand.subject.urn === urn);
}

/** Whether words (or totals) of the area are there to be read: only for who works for all of it, and entered for all of it. */
export function maySeeArea(world: World, errand: Errand, wanted: readonly DataClass[]): boolean {
  const people = wanted.map((one) => personWhoMay(world, errand, one));
  return (
    people.every((person) => person?.scope === 'area' && leftOut(world, person, errand).length === 0) &&
    errand.subject.kind === 'area'
  );
}

/** Schools of whose cards a child has one. */
export function cardsOf(urns: readonly number[]): readonly number[] {
  return urns.length > 0 ? urns : [0];
}

export function cardOf(child: { version: number; upn: string; year: string }, school: number): string {
  return `${keyOf(child)} ${school}`;
}
