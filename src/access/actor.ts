import type { Clock, Upn } from '#kernel';
import type { Tx } from '#store';
import type { Role } from './roles.ts';

/** Someone who acts. The database’s own row for `id` decides role and scope; what is here is for showing. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** `area`: every child of the area. `ties`: only the schools and children it is tied to. */
  readonly scope: 'area' | 'ties';
};

/** What ties an actor to children: a school (all with a spell there in the year), or one child. */
export type Tie = { readonly urn: number } | { readonly upn: Upn };

/** Who acts until sign-in exists: one person on one machine, for evaluation. Its row comes with the migrations. */
export const singleUser: Actor = {
  id: 'single-user',
  name: 'Single user',
  role: 'area-administrator',
  scope: 'area',
};

/** Needs a `tx` acting for `access-management`, as do the three below. */
export async function addActor(tx: Tx, actor: Actor, clock: Clock): Promise<void> {
  const { id, name, role, scope } = actor;
  await tx.insertInto('access.actor').values({ id, name, role, scope, since: clock.now() }).execute();
}

/** From now on the actor may do nothing; the row stays, because looks name it. */
export async function endActor(tx: Tx, id: string, clock: Clock): Promise<void> {
  await tx
    .updateTable('access.actor')
    .set({ ended_at: clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export async function addTie(tx: Tx, actorId: string, tie: Tie, clock: Clock): Promise<void> {
  await tx
    .insertInto('access.tie')
    .values({ actor: actorId, since: clock.now(), ...tie })
    .execute();
}

export async function endTie(tx: Tx, actorId: string, tie: Tie, clock: Clock): Promise<void> {
  const open = tx
    .updateTable('access.tie')
    .set({ ended_at: clock.now() })
    .where('actor', '=', actorId)
    .where('ended_at', 'is', null);
  await ('urn' in tie ? open.where('urn', '=', tie.urn) : open.where('upn', '=', tie.upn)).execute();
}
