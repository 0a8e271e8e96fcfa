import { Refusal, type Clock, type Instant } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { findOpenEmergency } from './emergency.ts';
import { PURPOSES, type Purpose } from './purposes.ts';
import { findRole, getRole, mayActFor } from './roles.ts';
import { keysOf, kindOf, traceKeysOf, type Entered } from './subject.ts';

/** Who acts, for what, at what. */
export type Errand = { readonly actor: Actor; readonly purpose: Purpose; readonly subject: Entered };

/** What came of an entry: undefined when permitted, otherwise why not, for a person to read; and how many looks it wrote. */
type Entry = { readonly at: Instant; readonly refusal: string | undefined; readonly looks: number };

/** Told of looks once they are committed, for whoever counts them: how many, and never whose or at whom. */
export type TellLooks = (looks: { readonly count: number; readonly permitted: boolean }) => void;

/** What everyone who enters needs of its surroundings. */
export type Door = { readonly records: Records; readonly clock: Clock; readonly tell: TellLooks };

type Outcome<T> =
  { readonly kind: 'entered'; readonly content: T } | { readonly kind: 'refused'; readonly refusal: Refusal };

type Around = {
  /** Done before the question whether this may be: it can make it so, or say better why not. */
  readonly before?: (tx: Tx) => Promise<Refusal | undefined>;
  readonly alsoNeeds?: AlsoNeeds;
};

/**
 * The one way in: a transaction that enters, in which `work` is done unless that was refused, and whose looks are told of
 * once it is committed. A refusal is committed too. Where `work` throws, its trace goes with it.
 */
export async function entering<T>(
  { records, clock, tell }: Door,
  errand: Errand,
  work: (tx: Tx, at: Instant) => Promise<T>,
  { before, alsoNeeds }: Around = {},
): Promise<Outcome<T>> {
  const { looks, outcome } = await beginTransaction(records, async (tx) => {
    if (before) await become(tx, errand, clock.now());
    const better = await before?.(tx);
    const { at, refusal, looks: written } = await enter(tx, errand, clock, alsoNeeds);
    const came: Outcome<T> =
      refusal === undefined
        ? { kind: 'entered', content: await work(tx, at) }
        : { kind: 'refused', refusal: better ?? notPermitted(refusal) };
    return { looks: written, outcome: came };
  });
  tell({ count: looks, permitted: outcome.kind === 'entered' });
  return outcome;
}

/** As `entering`, for those who have nothing to say to a refusal. */
export async function enteringOrRefused<T>(...asked: Parameters<typeof entering<T>>): Promise<T> {
  const outcome = await entering<T>(...asked);
  if (outcome.kind === 'refused') throw outcome.refusal;
  return outcome.content;
}

export function notPermitted(reason: string): Refusal {
  return new Refusal('access/not-permitted', reason);
}

/**
 * Makes `tx` the errand’s own: the application’s role and settings, for this transaction only, then the question
 * whether this actor may do this, then the trace, before anything is read. After a refusal the caller reads nothing
 * and lets the transaction commit, so that the trace of the refusal stays.
 */
async function enter(tx: Tx, errand: Errand, clock: Clock, alsoNeeds?: AlsoNeeds): Promise<Entry> {
  const at = clock.now();
  const found = await become(tx, errand, at);
  const emergency = isEmergency(errand) ? await findOpenEmergency(tx, errand.subject) : undefined;
  const refusal =
    judge(errand, found) ??
    (isEmergency(errand) && !emergency ? NO_EMERGENCY : undefined) ??
    (await alsoNeeds?.(tx, found?.scope === 'area'));
  const trace = traceKeysOf(errand.subject).map((key) => ({
    at,
    actor: errand.actor.id,
    actor_name: found?.name ?? errand.actor.name,
    role: found?.role ?? '',
    purpose: errand.purpose,
    subject_kind: kindOf(errand.subject),
    subject_key: key,
    permitted: refusal === undefined,
    // A look in an emergency names the reason that was typed, which is not for everyone who reads of the look.
    reason: refusal ?? emergency?.id ?? '',
  }));
  await tx.insertInto('access.look').values(trace).execute();
  return { at, refusal, looks: trace.length };
}

const NO_EMERGENCY =
  'No emergency is open for this child. Open one with your reason, or ask an area administrator for access.';

function isEmergency({ purpose }: Errand): boolean {
  return purpose === 'safeguarding-emergency';
}

/** A further condition: a reason to refuse, or undefined. */
export type AlsoNeeds = (tx: Tx, seesArea: boolean) => Promise<string | undefined>;

/** What the directory says of somebody now. */
type Found = { readonly name: string; readonly role: string; readonly scope: string };

/**
 * Role and settings, LOCAL: they end with the transaction, whoever has the connection next. Says what the actor is now,
 * or undefined where its access has ended.
 */
export async function become(tx: Tx, { actor, purpose, subject }: Errand, at: Instant): Promise<Found | undefined> {
  const { rows } = await sql<Found>`select name, role, scope from access.set_out(
    ${actor.id}, ${at}, ${purpose}, ${kindOf(subject)}, ${keysOf(subject).join(',')})`.execute(tx);
  return rows[0];
}

/** Somebody who asks about nothing but itself: no policy shows a child to a transaction without a purpose. */
export async function becomeSelf(tx: Tx, actor: Actor, at: Instant): Promise<void> {
  await sql`select from access.set_out(${actor.id}, ${at}, '', '', '')`.execute(tx);
}

export function judge({ actor, purpose }: Errand, found: { readonly role: string } | undefined): string | undefined {
  if (!found) return `“${actor.id}” has no access, or it has ended. Ask an area administrator for access.`;
  const role = findRole(found.role);
  if (!role || !mayActFor(role, purpose)) {
    const title = role ? getRole(role).title : found.role;
    return `The role “${title}” may not act for the purpose “${PURPOSES[purpose].why}”. Ask an area administrator who may.`;
  }
  return undefined;
}
