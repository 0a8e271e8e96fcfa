import { findUpn, type Clock, type Instant, type Upn } from '#kernel';
import { askRecords, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import type { OrganisationKind, Role, Scope } from './roles.ts';

/** Someone who acts. The database’s own row for `id` decides role and scope; what is here is for showing. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** `area`: every child of the area. `ties`: only the schools and children it is tied to. */
  readonly scope: Scope;
  /** Whom it acts for; the single user of one machine acts for nobody else. */
  readonly organisation?: string;
};

export type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Of a school. */
  readonly urn?: number;
};

/**
 * What ties an actor to children: a school (all with a spell there in the year), who is in one of its classes now, one
 * child, or every child in care.
 */
export type Tie =
  { readonly urn: number; readonly class?: string } | { readonly upn: Upn } | { readonly member_of: 'in-care' };

/** Who acts where nobody signs in: one person on one machine, and Kith itself. Its row comes with the migrations. */
export const singleUser: Actor = {
  id: 'single-user',
  name: 'Single user',
  role: 'area-administrator',
  scope: 'area',
};

/** Needs a `tx` acting for `access-management`, as do those below. */
export async function addOrganisation(tx: Tx, organisation: Organisation, clock: Clock): Promise<void> {
  const { id, kind, name, urn = null } = organisation;
  await tx.insertInto('access.organisation').values({ id, kind, name, urn, since: clock.now() }).execute();
}

export async function addActor(tx: Tx, actor: Actor, clock: Clock): Promise<void> {
  const { id, name, role, scope, organisation = null } = actor;
  await tx.insertInto('access.actor').values({ id, name, role, scope, organisation, since: clock.now() }).execute();
}

/** An invitation to sign in as the actor opens nothing any more. */
export async function endInvitations(tx: Tx, clock: Clock, actorId: string): Promise<void> {
  await tx
    .updateTable('access.invitation')
    .set({ ended_at: clock.now() })
    .where('actor', '=', actorId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * From now on the actor may do nothing, nobody can become it, and what it said yes to for single children does not count;
 * the row stays, because looks name it.
 */
export async function endActor(tx: Tx, id: string, clock: Clock): Promise<void> {
  await endVoice(tx, id, undefined);
  await tx
    .updateTable('access.actor')
    .set({ ended_at: clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await endInvitations(tx, clock, id);
}

export async function addTie(tx: Tx, actorId: string, tie: Tie, clock: Clock): Promise<void> {
  await tx
    .insertInto('access.tie')
    .values({ actor: actorId, since: clock.now(), ...tie })
    .execute();
}

export async function endTie(tx: Tx, actorId: string, tie: Tie, clock: Clock): Promise<void> {
  if ('upn' in tie) await endVoice(tx, actorId, tie.upn);
  const open = tx
    .updateTable('access.tie')
    .set({ ended_at: clock.now() })
    .where('actor', '=', actorId)
    .where('ended_at', 'is', null);
  if ('upn' in tie) return void (await open.where('upn', '=', tie.upn).execute());
  if ('member_of' in tie) return void (await open.where('member_of', '=', tie.member_of).execute());
  const ofSchool = open.where('urn', '=', tie.urn);
  await (
    tie.class === undefined ? ofSchool.where('class', 'is', null) : ofSchool.where('class', '=', tie.class)
  ).execute();
}

/** The database ends no tie to a single child without this line, whoever writes it. */
async function endVoice(tx: Tx, actorId: string, upn: Upn | undefined): Promise<void> {
  await sql`insert into access.voice_end (upn, voice, at)
    select upn, actor, access.at() from access.tie
    where actor = ${actorId} and ended_at is null and upn is not null and upn = coalesce(${upn ?? null}, upn)`.execute(
    tx,
  );
}

/** A tie with a name of its own, which says nothing of whom it is to. */
export type HeldTie = { readonly id: number; readonly tie: Tie };

/** What an actor is tied to now, schools first. */
export async function listHeldTies(tx: Tx, actorId: string): Promise<readonly HeldTie[]> {
  const rows = await tx
    .selectFrom('access.tie')
    .select(['id', 'urn', 'class', 'upn', 'member_of'])
    .where('actor', '=', actorId)
    .where('ended_at', 'is', null)
    .orderBy('urn')
    .orderBy('class')
    .orderBy('upn')
    .execute();
  return rows.flatMap(heldTies);
}

type TieRow = {
  readonly id: number;
  readonly urn: number | null;
  readonly class: string | null;
  readonly upn: string | null;
  readonly member_of: string | null;
};

/** What somebody is tied to themselves, asked in a transaction of its own. Nothing about a child is read, so no look is left. */
export async function listOwnTies(records: Records, actor: Actor, at: Instant): Promise<readonly Tie[]> {
  const { rows } = await askRecords(
    records,
    sql<TieRow>`select id, urn, class, upn, member_of from access.own_ties(${actor.id}, ${at})`,
  );
  return rows.flatMap(heldTies).map(({ tie }) => tie);
}

function heldTies({ id, urn, class: form, upn, member_of: group }: TieRow): readonly HeldTie[] {
  if (urn !== null) return [{ id, tie: form === null ? { urn } : { urn, class: form } }];
  const found = upn === null ? undefined : findUpn(upn);
  if (found) return [{ id, tie: { upn: found } }];
  return group === 'in-care' ? [{ id, tie: { member_of: group } }] : [];
}
