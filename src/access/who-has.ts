import type { Upn } from '#kernel';
import type { Tx } from '#store';

/**
 * Who has this child: the schools at which it is in the latest year published, and nothing of what they hold. For whoever
 * sees by an agreement, which may let them find a child and not read about it. Empty for a child that is not there and for
 * one that may not be found.
 */
export async function listSchoolsOf(tx: Tx, upn: Upn): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('account.membership')
    .select('urn')
    .where('kind', '=', 'school')
    .where('upn', '=', upn)
    .orderBy('urn')
    .execute();
  return rows.map(({ urn }) => urn);
}
