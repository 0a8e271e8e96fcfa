import type { Instant } from '#kernel';
import type { Tx } from '#store';

/** One version of the account that was made visible whole. */
export type Publication = {
  readonly version: number;
  readonly createdAt: Instant;
  readonly publishedAt: Instant;
  /** What was recorded up to then is in it; undefined: all that had been received. */
  readonly knownAt: Instant | undefined;
  /** Rows: one a child and academic year. */
  readonly childYears: number;
};

/** The publication that readers see now; undefined before the first. */
export async function findCurrentPublication(tx: Tx): Promise<Publication | undefined> {
  const row = await tx
    .selectFrom('account.current_publication as current')
    .innerJoin('account.publication as publication', 'publication.version', 'current.version')
    .select(['publication.version', 'created_at', 'published_at', 'known_at', 'child_years'])
    .executeTakeFirst();
  if (!row?.published_at) return undefined;
  return {
    version: row.version,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    knownAt: row.known_at ?? undefined,
    childYears: row.child_years,
  };
}
