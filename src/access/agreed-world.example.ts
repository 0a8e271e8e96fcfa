import { instantOf, type Instant, type Upn } from '#kernel';
import fc from 'fast-check';
import { SHARED_CLASSES, type Answer, type Answerer, type SharedClass } from './agreed.ts';
import { upnOf } from './child-year.example.ts';
import type { Purpose } from './purposes.ts';
import { AGREEING_KINDS, type OrganisationKind, type Role } from './roles.ts';

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
  /** Whether the use of its record is restricted, or was. */
  readonly restriction: 'stands' | 'lifted' | undefined;
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
  judged: fc.array(fc.record({ competent: fc.boolean(), by: fc.constantFrom('one' as const, 'other' as const) }), {
    maxLength: 2,
  }),
  silent: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom('mother' as const, 'father' as const, 'young' as const)) },
  ),
  restriction: mostly<MiniChild['restriction']>(undefined, 'stands', 'lifted'),
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

export function nameIn(world: number, what: string): string {
  return `${what} ${world}`;
}
export function urnIn(world: number, school: 1 | 2): number {
  return 200_000 + world * 2 + school;
}
export function upnIn(world: number, which: number): Upn {
  return upnOf(world * 2 + which);
}
