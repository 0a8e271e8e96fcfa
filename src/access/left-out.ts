import type { Clock } from '#kernel';
import { beginTransaction, type Records } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { become } from './entry.ts';
import type { Purpose } from './purposes.ts';

/**
 * Whether somebody of a school, of any year, is left out of what this actor sees for this purpose: figures of its groups
 * would tell of that child beside the rows that are seen. Who it is is not read, so no look is left.
 */
export function leavesOutOf(
  records: Records,
  clock: Clock,
  { actor, purpose }: { readonly actor: Actor; readonly purpose: Purpose },
  urn: number,
): Promise<boolean> {
  return beginTransaction(records, async (tx) => {
    await become(tx, { actor, purpose, subject: { kind: 'school', urn } }, clock.now());
    await sql`select set_config('kith.kind', 'left-out', true)`.execute(tx);
    const { rows } = await sql<{ some: boolean }>`
      select exists (
        select from account.child_year where upn = any ((select access.restricted_upns())::text[])
      ) as some`.execute(tx);
    return rows[0]?.some === true;
  });
}
