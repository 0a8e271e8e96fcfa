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
  /** The area it came from, by the name its folder gives itself. */
  readonly area: string | undefined;
  /** Names what it was worked out from, as whoever published it said; undefined where that was not said. */
  readonly madeOf: string | undefined;
  /** The folder of its sums, inside the area’s derived folder. */
  readonly results: string | undefined;
  /** Whether every year is in it. */
  readonly complete: boolean;
};

/** Does something for a version that is being written, in a transaction of its own. */
export type Writing = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The publication that readers see now; undefined before the first. */
export async function findCurrentPublication(tx: Tx): Promise<Publication | undefined> {
  const row = await tx
    .selectFrom('account.current_publication as current')
    .innerJoin('account.publication as publication', 'publication.version', 'current.version')
    .select(['publication.version', 'created_at', 'published_at', 'known_at', 'child_years'])
    .select(['area', 'made_of', 'results', 'complete'])
    .executeTakeFirst();
  if (!row?.published_at) return undefined;
  return {
    version: row.version,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    knownAt: row.known_at ?? undefined,
    childYears: row.child_years,
    area: row.area ?? undefined,
    madeOf: row.made_of ?? undefined,
    results: row.results ?? undefined,
    complete: row.complete,
  };
}
