import { randomId, Refusal, type Clock, type Upn } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import {
  countWaiting,
  EMERGENCIES_AT_ONCE,
  EMERGENCY_HOURS,
  findOpenEmergency,
  LONGEST_REASON,
  SHORTEST_REASON,
  type OpenEmergency,
} from './emergency.ts';
import { become, becomeSelf, entering, judge, notPermitted, type Door, type Errand } from './entry.ts';
import { SIGNED } from './signed.ts';
import { keysOf } from './subject.ts';

/** Told that one was opened, once that is committed: no more than that it was. */
export type TellEmergency = () => void;

/**
 * Opens one child’s account for four hours, for a reason that is kept and that the data protection officer reads. Whether
 * such a child is held here is neither asked nor told: a UPN that nobody has opens alike. Leaves a trace, whatever comes
 * of it; who has one open already keeps that one.
 */
export async function openEmergency(
  door: Door,
  { actor, upn, reason }: { readonly actor: Actor; readonly upn: Upn; readonly reason: string },
  tellEmergency: TellEmergency,
): Promise<OpenEmergency> {
  const words = reason.trim();
  if (words.length < SHORTEST_REASON || words.length > LONGEST_REASON) {
    throw new Refusal(
      'access/emergency-reason',
      `Say in ${SHORTEST_REASON} to ${LONGEST_REASON} characters why this child’s account must be seen now.`,
    );
  }
  const errand: Errand = { actor, purpose: 'safeguarding-emergency', subject: { kind: 'child', upn } };
  const id = randomId();
  const before = async (tx: Tx): Promise<Refusal | undefined> => {
    const found = await tx
      .selectFrom('access.actor')
      .select('role')
      .where('id', '=', actor.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (judge(errand, found) !== undefined) return undefined;
    const mayNot = await whyNot(tx, errand);
    if (!mayNot && !(await findOpenEmergency(tx, errand.subject))) await addEmergency(tx, { id, upn, words });
    return mayNot;
  };
  const outcome = await entering(door, errand, (tx) => findOpenEmergency(tx, errand.subject), { before });
  if (outcome.kind === 'refused') throw outcome.refusal;
  if (!outcome.content) throw notPermitted('The emergency has ended. Open it again.');
  if (outcome.content.id === id) tellEmergency();
  return outcome.content;
}

async function addEmergency(
  tx: Tx,
  { id, upn, words }: { readonly id: string; readonly upn: Upn; readonly words: string },
): Promise<void> {
  await tx
    .insertInto('access.emergency')
    .values({
      id,
      upn,
      actor: SIGNED.actor,
      actor_name: SIGNED.actor_name,
      role: sql<string>`access.role()`,
      organisation: sql<string | null>`access.organisation()`,
      opened_at: SIGNED.at,
      ends_at: sql`access.at() + make_interval(hours => ${EMERGENCY_HOURS}::integer)`,
    })
    .execute();
  await tx.insertInto('access.emergency_reason').values({ emergency: id, words }).execute();
}

/**
 * Why somebody whose role may open an emergency may not open this one: it was found not right before, or too many are open.
 * The policy refuses both as well. Both are asked of one’s own emergencies alone, so a UPN that nobody has answers alike.
 */
async function whyNot(tx: Tx, { subject }: Errand): Promise<Refusal | undefined> {
  // One at a time for each who acts: two at once would each count without the other.
  await sql`select pg_advisory_xact_lock(hashtextextended('emergency ' || access.me(), 0))`.execute(tx);
  if (await findOpenEmergency(tx, subject)) return undefined;
  const [upn = ''] = keysOf(subject);
  const { rows } = await sql<{ wrongly: boolean; many: boolean }>`
    select access.opened_wrongly(${upn}) as wrongly, access.opened_now() >= ${EMERGENCIES_AT_ONCE} as many`.execute(tx);
  if (rows[0]?.wrongly === true) {
    return new Refusal(
      'access/emergency-not-again',
      'It was found not right that you opened this account before, so you cannot open it again. If the child has to be protected now, ask the data protection officer, or a colleague who may.',
    );
  }
  if (rows[0]?.many === true) {
    return new Refusal(
      'access/emergency-too-many',
      `You have ${EMERGENCIES_AT_ONCE} emergencies open that nobody has reviewed. Ask the data protection officer to review one, or a colleague to open this account.`,
    );
  }
  return undefined;
}

/** What of one’s own is open for a child. Nothing about a child is read, so no look is left. */
export function findOwnEmergency(
  records: Records,
  clock: Clock,
  actor: Actor,
  upn: Upn,
): Promise<OpenEmergency | undefined> {
  return beginTransaction(records, async (tx) => {
    await becomeSelf(tx, actor, clock.now());
    return findOpenEmergency(tx, { kind: 'child', upn });
  });
}

/** How many wait for a review by whoever asks. Counted, nothing is read of any child, so no look is left. */
export function countEmergenciesWaiting(records: Records, clock: Clock, actor: Actor): Promise<number> {
  return beginTransaction(records, async (tx) => {
    await become(tx, { actor, purpose: 'oversight', subject: { kind: 'area' } }, clock.now());
    return countWaiting(tx);
  });
}
