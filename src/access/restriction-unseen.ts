import type { Clock } from '#kernel';
import { beginTransaction, type Records } from '#store';
import type { Actor } from './actor.ts';
import { become } from './entry.ts';

/** A restriction that one person set, and nobody else who answers requests has looked at: for which request, and who. */
export type RestrictionUnseen = { readonly request: string; readonly setBy: string };

/** The oldest that stands and waits for this actor’s eyes, or another’s. Of no child is anything read, so no look is left. */
export function findRestrictionUnseen(
  records: Records,
  clock: Clock,
  actor: Actor,
): Promise<RestrictionUnseen | undefined> {
  return beginTransaction(records, async (tx) => {
    await become(tx, { actor, purpose: 'rights', subject: { kind: 'area' } }, clock.now());
    const row = await tx
      .selectFrom('rights.restriction as r')
      .leftJoin('rights.restriction_end as e', 'e.restriction', 'r.id')
      .leftJoin('rights.restriction_seen as s', 's.restriction', 'r.id')
      .select(['r.request', 'r.actor_name'])
      .where('e.restriction', 'is', null)
      .where('s.restriction', 'is', null)
      .where('r.request', 'is not', null)
      .where('r.actor', '<>', actor.id)
      .orderBy('r.at')
      .orderBy('r.id')
      .limit(1)
      .executeTakeFirst();
    return row?.request ? { request: row.request, setBy: row.actor_name } : undefined;
  });
}
