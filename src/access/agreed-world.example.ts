import { instantOf, type Instant, type Upn } from '#kernel';
import fc from 'fast-check';
import { isAgreed, SHARED_CLASSES, type Answer, type Answerer, type SharedClass, type Sharing } from './agreed.ts';
import { upnOf } from './child-year.example.ts';
import type { DataClass, Purpose } from './purposes.ts';
import { AGREEING_KINDS, listGranted, seesByAgreement, type OrganisationKind, type Role } from './roles.ts';

/** Moments are hours from the beginning, so that ends, expiries and questions often meet in one. */
type Hour = number;
const HOURS = 12;
export function momentOf(hour: Hour): Instant {
  return instantOf(hour * 3_600_000);
}

type MiniAgreement = {
  readonly giver: 'area' | 'school-1' | 'school-2' | 'gone-school';
  readonly receiver: 'partner' | 'gone-partner';
  readonly classes: readonly SharedClass[];
  readonly purpose: Purpose;
  readonly mode: 'find' | 'fetch';
  readonly needsConsent: boolean;
  readonly from: Hour;
  readonly to: Hour;
  readonly revoked: boolean;
};
type MiniConsent = {
  readonly child: 0 | 1;
  readonly organisation: 'partner' | 'gone-partner';
  readonly class: SharedClass;
  readonly givenBy: Answerer;
  readonly voice: '' | 'mother' | 'father' | 'young';
  /** Who wrote it down. */
  readonly by: 'one' | 'other';
  readonly answer: Answer;
  readonly from: Hour;
  readonly to: Hour;
};
type MiniChild = {
  /** Of the two schools, those with a spell in the one year published. */
  readonly schools: readonly (1 | 2)[];
  readonly judged: readonly { readonly competent: boolean; readonly by: 'one' | 'other' }[];
  /** Whose tie to it has ended, or whose access. */
  readonly silent: readonly ('mother' | 'father' | 'young')[];
  readonly note:
    | { readonly organisation: 'area' | 'partner'; readonly names: readonly string[]; readonly ended: boolean }
    | undefined;
};
export type MiniQuestion = { readonly purpose: Purpose; readonly hour: Hour; readonly subject: 'area' | 0 | 1 };
/** One actor, two children, two schools, and what was agreed. Many of them stand beside each other in one database. */
export type MiniWorld = {
  readonly role: Role;
  readonly workplace: 'none' | 'partner' | 'gone-partner' | 'school';
  readonly partnerKind: OrganisationKind;
  readonly ended: boolean;
  readonly ties: readonly {
    readonly child: 0 | 1 | undefined;
    readonly school: 1 | 2 | undefined;
    readonly ended: boolean;
  }[];
  readonly agreements: readonly MiniAgreement[];
  readonly consents: readonly MiniConsent[];
  readonly children: readonly [MiniChild, MiniChild];
  /** Hours at which an emergency was opened for a child. */
  readonly emergencies: readonly {
    readonly child: 0 | 1;
    readonly hour: Hour;
    readonly reviewed: 'right' | 'not-right' | undefined;
  }[];
  readonly questions: readonly MiniQuestion[];
};

const hour = fc.nat(HOURS);
const span = fc
  .tuple(fc.nat(HOURS / 2), fc.integer({ min: 2, max: HOURS }))
  .map(([from, length]) => ({ from, to: from + length }));
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });
const purpose = mostly<Purpose>(
  'direct-care',
  'safeguarding-emergency',
  'attendance-and-inclusion-support',
  'oversight',
);
const shared = fc.constantFrom(...SHARED_CLASSES);

const agreement: fc.Arbitrary<MiniAgreement> = fc
  .record({
    giver: mostly<MiniAgreement['giver']>('area', 'school-1', 'school-2', 'gone-school'),
    receiver: mostly<MiniAgreement['receiver']>('partner', 'gone-partner'),
    classes: fc.oneof(fc.constant(SHARED_CLASSES), fc.uniqueArray(shared, { minLength: 1 })),
    purpose,
    mode: fc.constantFrom('find' as const, 'fetch' as const, 'fetch' as const),
    needsConsent: fc.boolean(),
    revoked: fc.nat(4).map((n) => n === 0),
    span,
  })
  .map(({ span: { from, to }, ...rest }) => ({ ...rest, from, to }));

const consent: fc.Arbitrary<MiniConsent> = fc
  .record({
    child: fc.constantFrom(0 as const, 1 as const),
    organisation: mostly<MiniConsent['organisation']>('partner', 'gone-partner'),
    class: shared,
    who: fc.oneof(
      fc.record({
        givenBy: fc.constant('young-person' as const),
        voice: fc.constantFrom('' as const, 'young' as const, 'young' as const),
      }),
      fc.record({
        givenBy: fc.constant('parent' as const),
        voice: fc.constantFrom('' as const, 'mother' as const, 'father' as const),
      }),
    ),
    by: fc.constantFrom('one' as const, 'other' as const),
    answer: mostly<Answer>('given', 'refused', 'withdrawn'),
    span,
  })
  .map(({ span: { from, to }, who, ...rest }) => ({ ...rest, ...who, from, to }));

const child: fc.Arbitrary<MiniChild> = fc.record({
  schools: fc.uniqueArray(fc.constantFrom(1 as const, 2 as const), { maxLength: 2 }),
  judged: fc.array(
    fc.record({ competent: fc.boolean(), by: fc.constantFrom('one' as const, 'other' as const) }),
    { maxLength: 2 },
  ),
  silent: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom('mother' as const, 'father' as const, 'young' as const)) },
  ),
  note: fc.option(
    fc.record({
      organisation: fc.constantFrom('area' as const, 'partner' as const),
      names: fc.uniqueArray(fc.constantFrom('partner', 'clinician', 'head'), { maxLength: 2 }),
      ended: fc.nat(4).map((n) => n === 0),
    }),
    { nil: undefined },
  ),
});
const which = fc.constantFrom(0 as const, 1 as const);
export const miniWorld: fc.Arbitrary<MiniWorld> = fc.record({
  role: mostly<Role>('clinician', 'youth-worker', 'head', 'class-teacher', 'parent'),
  workplace: mostly<MiniWorld['workplace']>('partner', 'none', 'gone-partner', 'school'),
  partnerKind: fc.constantFrom(...AGREEING_KINDS),
  ended: fc.nat(9).map((n) => n === 0),
  ties: fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ child: which, school: fc.constant(undefined), ended: fc.nat(4).map((n) => n === 0) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          child: fc.constant(undefined),
          school: fc.constantFrom(1 as const, 2 as const),
          ended: fc.boolean(),
        }),
      },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  agreements: fc.array(agreement, { minLength: 1, maxLength: 3 }),
  consents: fc.array(consent, { maxLength: 8 }),
  children: fc.tuple(child, child),
  emergencies: fc.array(
    fc.record({
      child: which,
      hour,
      reviewed: fc.constantFrom(undefined, undefined, 'right' as const, 'not-right' as const),
    }),
    { maxLength: 2 },
  ),
  questions: fc.array(fc.record({ purpose, hour, subject: fc.constantFrom('area' as const, 0 as const, 1 as const) }), {
    minLength: 2,
    maxLength: 3,
  }),
});

/** What can be seen of a child. */
export const SIGHTS = ['account', 'card', 'list', 'school', 'note', 'words'] as const;
export type Sight = (typeof SIGHTS)[number];

export function nameIn(world: number, what: string): string {
  return `${what} ${world}`;
}
export function urnIn(world: number, school: 1 | 2): number {
  return 200_000 + world * 2 + school;
}
export function upnIn(world: number, which: number): Upn {
  return upnOf(world * 2 + which);
}

/** What may be seen of a child: the rule of migrations/0005 and 0008, said once more. `school` gives the schools found. */
export function maySeeOf(
  world: MiniWorld,
  at: number,
  question: MiniQuestion,
  which: 0 | 1,
): ReadonlyMap<Sight, number> {
  const seen = new Map<Sight, number>(SIGHTS.map((sight) => [sight, 0]));
  const { role } = world;
  if (world.ended || (question.subject !== 'area' && question.subject !== which)) return seen;
  const may = (wanted: DataClass) => listGranted(role, question.purpose).includes(wanted);
  const one = world.children[which];
  const set = (sight: Sight, may: boolean, many = 1) => seen.set(sight, may ? many : 0);
  const cards = Math.max(1, one.schools.length);
  if (question.purpose === 'safeguarding-emergency') {
    const open = world.emergencies.some(
      ({ child: other, hour: opened, reviewed }) =>
        other === which && opened <= question.hour && question.hour < opened + 4 && reviewed !== 'not-right',
    );
    set('account', may('account') && open);
    set('card', may('account') && open, cards);
    return seen;
  }
  const tied = world.ties.some((tie) => !tie.ended && tie.child === which);
  if (!seesByAgreement(role) && !['partner', 'gone-partner'].includes(world.workplace)) {
    const reached = tied || world.ties.some((tie) => !tie.ended && tie.school && one.schools.includes(tie.school));
    set('account', may('account') && reached);
    set('card', may('account') && reached, cards);
    set('list', may('lists') && reached);
    const noted = may('notes') && may('account') && reached && one.note?.ended === false;
    set('note', noted);
    set('words', noted && (one.note?.names ?? []).includes(role));
    return seen;
  }
  if (!tied) return seen;
  const sharing = sharingOf(world, at);
  const urns = one.schools.map((school) => urnIn(at, school));
  const works = world.workplace === 'none' ? undefined : world.workplace;
  const agreed = (wanted: SharedClass | undefined, fetching: boolean, of: readonly number[] = urns) =>
    isAgreed(sharing, {
      organisation: works && { id: works, ended: works === 'gone-partner' },
      purpose: question.purpose,
      wanted,
      fetching,
      upn: upnIn(at, which),
      urns: of,
      at: momentOf(question.hour),
    });
  set('account', may('account') && agreed('account', true));
  set('card', may('account') && agreed('account', true), cards);
  set('list', may('lists') && agreed('lists', true));
  const found = may('account') ? urns.filter((urn) => agreed(undefined, false, [urn])) : [];
  seen.set('school', found.length);
  const noted = may('notes') && agreed('notes', false, found) && one.note?.ended === false;
  set('note', noted);
  const named = (one.note?.names ?? []).some((name) => name === role || name === works);
  set('words', noted && named && agreed('notes', true, found));
  return seen;
}

function sharingOf(world: MiniWorld, at: number): Sharing {
  return {
    agreements: world.agreements.map((one, nth) => ({
      ...one,
      id: String(nth),
      basis: 'any',
      startsAt: momentOf(one.from),
      endsAt: momentOf(one.to),
      revoked: one.revoked ? { at: momentOf(0), by: '', because: '' } : undefined,
    })),
    givers: new Map([
      ['area', { kind: 'area', ended: false }],
      ['school-1', { kind: 'school', urn: urnIn(at, 1), ended: false }],
      ['school-2', { kind: 'school', urn: urnIn(at, 2), ended: false }],
      ['gone-school', { kind: 'school', urn: urnIn(at, 1), ended: true }],
    ]),
    consents: world.consents.map((one, nth) => ({
      ...one,
      id: String(nth),
      upn: upnIn(at, one.child),
      startsAt: momentOf(one.from),
      expiresAt: one.answer === 'given' ? momentOf(one.to) : undefined,
      actor: one.by,
      voiceEnded: world.children[one.child].silent.some((voice) => voice === one.voice),
    })),
    judged: (upn) =>
      world.children.flatMap((one, nth) =>
        upnIn(at, nth) === upn ? one.judged.map(({ competent, by }) => ({ competent, actor: by })) : [],
      ),
  };
}
