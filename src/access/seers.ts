import type { Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import { restrictedSince } from './restricted.ts';
import type { Role } from './roles.ts';

/**
 * What gives someone sight of a child: its school, a class it is in now, the child itself, its being in care, work with it
 * under an agreement in force, an emergency that is open.
 */
export type SeerTie =
  | { readonly by: 'area' | 'child' | 'agreed' | 'in-care' | 'emergency'; readonly since: Instant }
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

/** Who can see a child now, as far as whoever asks is told. */
export type Seers = {
  readonly named: readonly Seer[];
  /** How many more work with the child under an agreement: that a child is in treatment is for few to know. */
  readonly unnamed: number;
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
 * Everyone who can see this child now: who works for the whole area, who has a tie that reaches it with a role that reads
 * what is published of children, whom an agreement in force (and consent, where it is needed) lets see something, and who
 * has an emergency open; while the use of its record is restricted, only those who see it nevertheless. Undefined where whoever asks cannot see the child. Needs a `tx` that looks at the child for a
 * purpose that tells who looked, and leaves it able to read nothing else.
 */
export async function findSeers(tx: Tx, upn: Upn): Promise<Seers | undefined> {
  const years = await tx.selectFrom('account.child_year').select('urns').where('upn', '=', upn).execute();
  if (years.length === 0) return undefined;
  const restricted = (await restrictedSince(tx, upn)) !== undefined;
  const urns = [...new Set(years.flatMap(({ urns: some }) => some))];
  await sql`select set_config('kith.kind', 'who-can-see', true), set_config('kith.keys', ${upn}, true)`.execute(tx);
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
      select id, 'area', since, null::integer, null::text from access.actor
      where scope = 'area' and not access.works_by_agreement(id)
      union all
      select reach.* from reach join access.actor on actor.id = reach.actor
      where scope = 'ties' and not access.works_by_agreement(actor.id)
      union all
      select reach.actor, 'agreed', reach.since, null, null
      from reach join access.actor on actor.id = reach.actor
      where reach.by = 'child' and access.works_by_agreement(actor.id) and exists (
        select from access.role_grant as g
        where g.role = actor.role and g.class = 'account' and g.purpose <> 'safeguarding-emergency' and (
          access.agreed_with(actor.organisation, g.purpose, ${upn}, ${urns}::integer[], 'account', true)
          or access.agreed_with(actor.organisation, g.purpose, ${upn}, access.schools_of(${upn}), null, false)
        )
      )
      union all
      select actor, 'emergency', opened_at, null, null from access.emergency as e
      where upn = ${upn} and opened_at <= access.at() and access.at() < ends_at and access.emergency_stands(e.id)
    )
    select actor.id as actor, actor.name, actor.role, organisation.name as organisation,
      seen.by, seen.since, seen.urn, seen.class
    from seen
      join access.actor on actor.id = seen.actor
      left join access.organisation on organisation.id = actor.organisation
    where actor.ended_at is null
      and exists (select from access.role_grant as g where g.role = actor.role and g.class = 'account')
      -- An emergency shows a child all the same, once it is open.
      and (
        not ${restricted}::boolean or seen.by = 'emergency' or exists (
          select from access.role_grant as g
          where g.role = actor.role and g.class = 'restricted' and g.purpose <> 'safeguarding-emergency'
        )
      )
    order by seen.by = 'area', organisation.name nulls last, actor.name, actor.id, seen.by, seen.urn, seen.class`.execute(
    tx,
  );
  const seers = gathered(rows);
  const told = await toldTo(tx, upn);
  if (told === 'names') return { named: seers, unnamed: 0 };
  const named = seers
    .filter(({ ties }) => ties.some(({ by }) => by !== 'agreed'))
    .map((seer) => ({ ...seer, ties: seer.ties.filter(({ by }) => by !== 'agreed') }));
  return { named, unnamed: told === 'count' ? seers.length - named.length : 0 };
}

const TOLD_NAMES: readonly string[] = [
  'data-protection-officer',
  'area-administrator',
  'area-officer',
  'young-person',
] satisfies readonly Role[];

/**
 * What whoever asks is told of people who work by agreement. A parent whose child was judged able to answer is told nothing,
 * since a count too would tell what the child has answered.
 */
async function toldTo(tx: Tx, upn: Upn): Promise<'names' | 'count' | 'nothing'> {
  const { rows } = await sql<{ role: string | null; confides: boolean }>`
    select access.role() as role, access.was_competent(${upn}) as confides`.execute(tx);
  const { role, confides } = rows[0] ?? { role: null, confides: true };
  if (role === 'parent') return confides ? 'nothing' : 'names';
  return TOLD_NAMES.includes(role ?? '') ? 'names' : 'count';
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
  const others = ['area', 'in-care', 'agreed', 'emergency'] as const;
  return { by: others.find((one) => one === by) ?? 'child', since };
}
