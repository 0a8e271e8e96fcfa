import type { Clock } from '#kernel';
import type { Tx } from './record.ts';

/** Whom an invitation is for that was shown by its key, if it is open; nobody else can use it meanwhile. */
export async function invitedActor(tx: Tx, clock: Clock, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('access.invitation')
    .select('actor')
    .where('key', '=', key)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .forUpdate()
    .executeTakeFirst();
  return row?.actor;
}

/** It opens once. To be called where `invitedActor` has found it in the same transaction. */
export async function useInvitation(tx: Tx, clock: Clock, key: string): Promise<void> {
  await tx
    .updateTable('access.invitation')
    .set({ used_at: clock.now() })
    .where('key', '=', key)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}
