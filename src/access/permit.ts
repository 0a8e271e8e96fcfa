import type { Instant } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import type { AlsoNeeds } from './entry.ts';
import { PURPOSES, type Purpose } from './purposes.ts';
import type { Subject } from './subject.ts';

const made: unique symbol = Symbol('permit');

/**
 * Leave to read about one subject in the warehouse, which has no row security of its own: whoever takes a permit
 * reads `subject` and nothing else. Only `permitFor` makes one, after its trace is committed.
 */
export type Permit = {
  readonly [made]: true;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly subject: Subject;
  readonly at: Instant;
  /** Of whom no row is read, though the subject has them: the use of their records is restricted. */
  readonly leftOut: readonly string[];
};

export type PermitAnswer =
  { readonly kind: 'permitted'; readonly permit: Permit } | { readonly kind: 'refused'; readonly reason: string };

/** For `permitFor` alone. Not exported from the front door. */
export function makePermit(about: Omit<Permit, typeof made>): Permit {
  const permit: Permit = { [made]: true, ...about };
  return Object.freeze(permit);
}

/**
 * Nothing is read for a purpose that reads nothing. An actor with ties needs them for every child or school it asks about;
 * the whole area is not its to read.
 */
export function tiesTo(subject: Subject, purpose: Purpose): AlsoNeeds {
  return async (tx, seesArea) => {
    if (PURPOSES[purpose].reads === 'nothing') return `Nothing about children is read for the purpose “${purpose}”.`;
    if (seesArea) return undefined;
    if (subject.kind === 'area') return 'Only someone who works for the whole area may read it. Choose a school.';
    if (subject.kind === 'school' || subject.kind === 'schools' || subject.kind === 'class') {
      if (subject.kind === 'class' && (await isOfClass(tx, subject))) return undefined;
      const urns = subject.kind === 'schools' ? subject.urns : [subject.urn];
      // Schools as a whole: neither a tie to one class nor an agreement about a child opens one.
      const { rows } = await sql<{ urn: number }>`select unnest(access.tied_urns()) as urn`.execute(tx);
      const own = new Set(rows.map(({ urn }) => urn));
      const other = urns.find((urn) => !own.has(urn));
      if (other !== undefined) return `You are not tied to school ${other}. Ask an area administrator.`;
      return urns.length > 0 ? undefined : 'You are not tied to a school. Ask an area administrator.';
    }
    const upns = [...new Set(subject.kind === 'child' ? [subject.upn] : subject.upns)];
    const seen = await tx
      .selectFrom('account.child_year')
      .select('upn')
      .distinct()
      .where('upn', 'in', upns.length > 0 ? upns : [''])
      .execute();
    // What a school agreed to is about the years it had a spell in; the warehouse has them all, so it takes the area’s word.
    const { rows: agreed } = await sql<{ whole: boolean }>`
      select access.reach() <> 'agreed' or coalesce(bool_and(access.agreed(upn, '{}', 'account', true)), true) as whole
      from unnest(${upns}::text[]) as asked (upn)`.execute(tx);
    return seen.length === upns.length && agreed[0]?.whole === true
      ? undefined
      : 'You are not tied to every child asked about. Ask an area administrator.';
  };
}

/** A class is for who is tied to it, and for who is tied to all of its school. */
async function isOfClass(tx: Tx, { urn, class: form }: Extract<Subject, { kind: 'class' }>): Promise<boolean> {
  const { rows } = await sql<{ tied: boolean }>`
    select exists (
      select from access.tie
      where actor = access.me() and ended_at is null and tie.urn = ${urn} and tie.class = ${form}
    ) as tied`.execute(tx);
  return rows[0]?.tied === true;
}
