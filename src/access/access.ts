import type { Clock, Instant, Upn } from '#kernel';
import type { Records, Tx } from '#store';
import { listOwnTies, type Actor, type Tie } from './actor.ts';
import { countEmergenciesWaiting, findOwnEmergency, openEmergency, type TellEmergency } from './break-glass.ts';
import type { OpenEmergency } from './emergency.ts';
import { entering, enteringOrRefused, type Door, type TellLooks } from './entry.ts';
import { mayTakeOut, takeChildOut, type Erasure, type TakenOut } from './erasing.ts';
import { leavesOutOf } from './left-out.ts';
import { listLooksAt, readLooksAt, type Look, type LooksPage } from './looks.ts';
import { clearPastTime, type Cleared, type PastTime } from './past-time.ts';
import { makePermit, tiesTo, type PermitAnswer } from './permit.ts';
import type { Publication } from './publication.ts';
import { publishRows, type PublicationAbout, type PublishedBatch } from './publishing.ts';
import type { Purpose } from './purposes.ts';
import { listLeftOut } from './restricted.ts';
import { findPurpose } from './roles.ts';
import { findRestrictionUnseen, type RestrictionUnseen } from './restriction-unseen.ts';
import { findSeers, type Seers } from './seers.ts';
import type { Subject } from './subject.ts';

/** The one door to personal data. */
export type Access = {
  /**
   * One transaction in which `work` sees what this actor may see of `subject`, and no more.
   * The trace is written first and commits with the work. Where `work` throws, nothing was returned, so nothing
   * left, and its trace goes with it: so `work` only returns what it read, it sends nothing and puts nothing it read
   * into an error. A refusal is committed, then thrown: `Refusal` `access/not-permitted`.
   */
  readonly actingAs: <T>(actor: Actor, purpose: Purpose, subject: Subject, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Leave to read `subject` in the warehouse. The trace is committed before the answer, whatever the answer. */
  readonly permitFor: (actor: Actor, purpose: Purpose, subject: Subject) => Promise<PermitAnswer>;
  /** Newest first, at most 500: looks at the child, at its schools, at the area. Leaves a trace itself. */
  readonly listLooks: (actor: Actor, upn: Upn) => Promise<readonly Look[]>;
  /** As `listLooks`, a page of them, with how many there are in all and up to when they are sealed. */
  readonly readLooks: (
    actor: Actor,
    upn: Upn,
    slice: { readonly offset: number; readonly limit: number },
  ) => Promise<LooksPage>;
  /** Everyone who can see the child now, and what lets them; undefined where the actor cannot. Leaves a trace. */
  readonly findSeers: (actor: Actor, upn: Upn) => Promise<Seers | undefined>;
  /** What the actor is tied to now. Nothing about a child is read, so no look is left. */
  readonly listOwnTies: (actor: Actor) => Promise<readonly Tie[]>;
  /** Opens one child’s account for four hours in an emergency, whoever the actor is tied to. Leaves a trace. */
  readonly openEmergency: (actor: Actor, upn: Upn, reason: string) => Promise<OpenEmergency>;
  /** The emergency that the actor has open for a child. Nothing about a child is read, so no look is left. */
  readonly findEmergency: (actor: Actor, upn: Upn) => Promise<OpenEmergency | undefined>;
  /** How many emergencies wait for this actor’s review; 0 for who reviews none. No look is left. */
  readonly countEmergenciesWaiting: (actor: Actor) => Promise<number>;
  /** Whether somebody of a school is left out of what this actor sees there. Nothing about a child is read: no look is left. */
  readonly leavesOutOf: (actor: Actor, purpose: Purpose, urn: number) => Promise<boolean>;
  /** A restriction that somebody else set and no second person has seen; none for who answers no requests. No look is left. */
  readonly findRestrictionUnseen: (actor: Actor) => Promise<RestrictionUnseen | undefined>;
  /** Makes `rows` visible all at once in place of the version before. Batches may have any size. */
  readonly publish: (
    actor: Actor,
    rows: AsyncIterable<PublishedBatch>,
    about?: PublicationAbout,
  ) => Promise<Publication>;
  /** Asks whether a child may be taken out, leaves the trace of it, and changes nothing. Throws `Refusal` where not. */
  readonly mayTakeOut: (actor: Actor, erasure: Erasure) => Promise<void>;
  /** Takes a child out of every table. */
  readonly takeChildOut: (actor: Actor, erasure: Erasure) => Promise<TakenOut>;
  /** Counts what in the records is past its time; where `apply`, takes it out. */
  readonly clearPastTime: (actor: Actor, before: PastTime, apply: boolean) => Promise<Cleared>;
};

export function createAccess(
  records: Records,
  clock: Clock,
  tell: TellLooks = () => undefined,
  tellEmergency: TellEmergency = () => undefined,
): Access {
  const door: Door = { records, clock, tell };
  const actingAs: Access['actingAs'] = (actor, purpose, subject, work) =>
    enteringOrRefused(door, { actor, purpose, subject }, work);

  /** For the purpose that tells someone of this role who looked. */
  const overseeing = <T>(actor: Actor, upn: Upn, work: (tx: Tx) => Promise<T>): Promise<T> =>
    actingAs(actor, findPurpose(actor.role, 'looks') ?? 'oversight', { kind: 'child', upn }, work);

  return {
    actingAs,
    permitFor: async (actor, purpose, subject) => {
      const alsoNeeds = tiesTo(subject, purpose);
      const work = async (tx: Tx, at: Instant) =>
        makePermit({ actor, purpose, subject, at, leftOut: await listLeftOut(tx) });
      const outcome = await entering(door, { actor, purpose, subject }, work, { alsoNeeds });
      if (outcome.kind === 'refused') return { kind: 'refused', reason: outcome.refusal.message };
      return { kind: 'permitted', permit: outcome.content };
    },
    listLooks: (actor, upn) => overseeing(actor, upn, (tx) => listLooksAt(tx, upn)),
    readLooks: (actor, upn, slice) => overseeing(actor, upn, (tx) => readLooksAt(tx, upn, slice)),
    findSeers: (actor, upn) => overseeing(actor, upn, (tx) => findSeers(tx, upn)),
    listOwnTies: (actor) => listOwnTies(records, actor, clock.now()),
    openEmergency: (actor, upn, reason) => openEmergency(door, { actor, upn, reason }, tellEmergency),
    findEmergency: (actor, upn) => findOwnEmergency(records, clock, actor, upn),
    countEmergenciesWaiting: (actor) => countEmergenciesWaiting(records, clock, actor),
    leavesOutOf: (actor, purpose, urn) => leavesOutOf(records, clock, { actor, purpose }, urn),
    findRestrictionUnseen: (actor) => findRestrictionUnseen(records, clock, actor),
    publish: (actor, rows, about = {}) => publishRows(door, { actor, rows, about }),
    mayTakeOut: (actor, erasure) => mayTakeOut(door, actor, erasure),
    takeChildOut: (actor, erasure) => takeChildOut(door, actor, erasure),
    clearPastTime: (actor, before, apply) => clearPastTime(door, actor, before, apply),
  };
}
