import { randomId, Refusal, type Clock, type Upn } from '#kernel';
import { beginTransaction, type Records } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import {
  EMERGENCY_HOURS,
  findOpenEmergency,
  LONGEST_REASON,
  SHORTEST_REASON,
  type OpenEmergency,
} from './emergency.ts';
import { become, becomeSelf, enter, judge, type Errand } from './entry.ts';
import { SIGNED } from './signed.ts';

/**
 * Opens one child’s account for four hours, for a reason that is kept and that the data protection officer reads. Whether
 * such a child is held here is neither asked nor told: a UPN that nobody has opens alike. Leaves a trace, whatever comes
 * of it; who has one open already keeps that one.
 */
export async function openEmergency(
  records: Records,
  clock: Clock,
  actor: Actor,
  upn: Upn,
  reason: string,
): Promise<OpenEmergency> {
  const words = reason.trim();
  if (words.length < SHORTEST_REASON || words.length > LONGEST_REASON) {
    throw new Refusal(
      'access/emergency-reason',
      `Say in ${SHORTEST_REASON} to ${LONGEST_REASON} characters why this child’s account must be seen now.`,
    );
  }
  const errand: Errand = { actor, purpose: 'safeguarding-emergency', subject: { kind: 'child', upn } };
  const outcome = await beginTransaction(records, async (tx) => {
    await become(tx, errand, clock.now());
    const found = await tx
      .selectFrom('access.actor')
      .select('role')
      .where('id', '=', actor.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (judge(errand, found) === undefined && !(await findOpenEmergency(tx, errand.subject))) {
      await tx
        .insertInto('access.emergency')
        .values({
          id: randomId(),
          upn,
          actor: SIGNED.actor,
          actor_name: SIGNED.actor_name,
          role: sql<string>`access.role()`,
          organisation: sql<string | null>`access.organisation()`,
          opened_at: SIGNED.at,
          ends_at: sql`access.at() + make_interval(hours => ${EMERGENCY_HOURS}::integer)`,
          reason: words,
        })
        .execute();
    }
    const { refusal } = await enter(tx, errand, clock);
    return refusal ?? (await findOpenEmergency(tx, errand.subject));
  });
  if (outcome === undefined || typeof outcome === 'string') {
    throw new Refusal('access/not-permitted', outcome ?? 'The emergency has ended. Open it again.');
  }
  return outcome;
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
