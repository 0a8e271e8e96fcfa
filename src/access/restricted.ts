import type { Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';

/** Whether the restriction `r` stands: nobody has lifted it. (Migration 0013 says it for the policies.) */
export const RESTRICTION_STANDS = sql<boolean>`
  not exists (select from rights.restriction_end as e where e.restriction = r.id)`;

/**
 * Since when the use of a child’s record is restricted (UK GDPR article 18), for a `tx` that looks at that child and sees
 * it nevertheless; undefined where it is not.
 */
export async function restrictedSince(tx: Tx, upn: Upn): Promise<Instant | undefined> {
  const { rows } = await sql<{ since: Instant | null }>`
    select min(at) as since from rights.restriction as r where upn = ${upn} and ${RESTRICTION_STANDS}`.execute(tx);
  return rows[0]?.since ?? undefined;
}

/** Whom this `tx` leaves out of everything, because the use of their records is restricted. */
export async function listLeftOut(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ upns: readonly string[] }>`select access.restricted_upns() as upns`.execute(tx);
  return rows[0]?.upns ?? [];
}
