import type { Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';

/** What gives someone sight of a child: its school, a class it is in now, the child itself, its being in care. */
export type SeerTie =
  /** `agreed`: works with the child, and sees what an agreement in force allows, nothing without one. */
  | { readonly by: 'area' | 'child' | 'agreed' | 'in-care'; readonly since: Instant }
  | { readonly by: 'school'; readonly since: Instant; readonly urn: number }
  | { readonly by: 'class'; readonly since: Instant; readonly urn: number; readonly class: string };

/** Someone who can see a child now, with everything that lets them. */
export type Seer = {
  readonly actor: string;
  readonly name: string;
  readonly role: string;
  /** Whom they act for, where that is known. */
  readonly organisation: string | undefined;
  readonly ties: readonly SeerTie[];
};

type SeerRow = {
  readonly actor: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly by: string;
  readonly since: Instant;
  readonly urn: number | null;
  readonly class: string | null;
};

/**
 * Everyone who can see this child now: who works for the whole area, and who has a tie that reaches it, with a role
 * that reads what is published of children. Undefined where whoever asks cannot see the child. Needs a `tx` that looks
 * at the child for a purpose that tells who looked, and leaves it able to read nothing else.
 */
export async function findSeers(tx: Tx, upn: Upn): Promise<readonly Seer[] | undefined> {
  const years = await tx.selectFrom('account.child_year').select('urns').where('upn', '=', upn).execute();
  if (years.length === 0) return undefined;
  const urns = [...new Set(years.flatMap(({ urns: some }) => some))];
  await sql`select set_config('kith.kind', 'who-can-see', true), set_config('kith.keys', ${upn}, true)`.execute(tx);
  // An emergency look lasts four hours and is told among the looks: it is not named here.
  const { rows } = await sql<SeerRow>`
    with reach (actor, by, since, urn, class) as (
      select actor, 'school', since, urn, null from access.tie
      where ended_at is null and class is null and urn = any (${urns}::integer[])
      union all
      select actor, 'class', since, tie.urn, tie.class
      from access.tie join account.membership on membership.kind = 'class'
        and membership.urn = tie.urn and membership.class = tie.class and membership.upn = ${upn}
      where ended_at is null
      union all
      select actor, 'child', since, null, null from access.tie where ended_at is null and tie.upn = ${upn}
      union all
      select actor, 'in-care', since, null, null
      from access.tie join account.membership on membership.kind = tie.member_of and membership.upn = ${upn}
      where ended_at is null
    ), seen (actor, by, since, urn, class) as (
      select id, 'area', since, null::integer, null::text from access.actor where scope = 'area'
      union all
      select reach.actor, case when role.by_agreement then 'agreed' else reach.by end, reach.since, reach.urn, reach.class
      from reach
        join access.actor on actor.id = reach.actor
        join access.role on role.role = actor.role and role.scope = actor.scope
      where actor.scope = 'ties' and (reach.by = 'child' or not role.by_agreement)
    )
    select actor.id as actor, actor.name, actor.role, organisation.name as organisation,
      seen.by, seen.since, seen.urn, seen.class
    from seen
      join access.actor on actor.id = seen.actor
      left join access.organisation on organisation.id = actor.organisation
    where actor.ended_at is null
      and exists (select from access.role_grant as g where g.role = actor.role and g.class = 'account')
    order by seen.by = 'area', organisation.name nulls last, actor.name, actor.id, seen.by, seen.urn, seen.class`.execute(
    tx,
  );
  return gathered(rows);
}

function gathered(rows: readonly SeerRow[]): readonly Seer[] {
  const seers = new Map<string, Seer & { readonly ties: SeerTie[] }>();
  for (const row of rows) {
    const { actor, name, role, organisation } = row;
    const seer = seers.get(actor) ?? { actor, name, role, organisation: organisation ?? undefined, ties: [] };
    seers.set(actor, seer);
    seer.ties.push(tieOf(row));
  }
  return [...seers.values()];
}

function tieOf({ by, since, urn, class: form }: SeerRow): SeerTie {
  if (urn !== null) return form === null ? { by: 'school', since, urn } : { by: 'class', since, urn, class: form };
  return { by: by === 'area' || by === 'in-care' || by === 'agreed' ? by : 'child', since };
}
