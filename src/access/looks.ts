import type { Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { listPurposesThatReadNothing } from './purposes.ts';

/** One line of “who looked”, with names as they were. */
export type Look = {
  readonly at: Instant;
  readonly actor: string;
  readonly actorName: string;
  readonly role: string;
  /** Whom that person acts for now, where it is known. */
  readonly organisation: string | undefined;
  readonly purpose: string;
  /** At this child, at a school of this child’s, or at the whole area. */
  readonly kind: 'area' | 'school' | 'child';
  /** UPN or URN; '' for the area. */
  readonly key: string;
  readonly permitted: boolean;
  /** Why it was refused; '' where it was permitted. */
  readonly reason: string;
};

/** Some looks of a child, and how many there are. */
export type LooksPage = {
  readonly looks: readonly Look[];
  /** Of these, no more than the newest `LOOKS_SHOWN` can be paged through. */
  readonly total: number;
  /** When the newest seal was made; undefined where nothing is sealed yet. */
  readonly sealedAt: Instant | undefined;
};

const LOOKS_SHOWN = 500;

/** Every look in which this child could have been seen. The policy on access.look says which those are. */
export async function listLooksAt(
  tx: Tx,
  upn: Upn,
  slice: { readonly offset: number; readonly limit: number } = { offset: 0, limit: LOOKS_SHOWN },
): Promise<readonly Look[]> {
  const limit = Math.max(0, Math.min(slice.limit, LOOKS_SHOWN - slice.offset));
  const rows = await looksAt(tx, upn)
    .leftJoin('access.actor as actor', 'actor.id', 'look.actor')
    .leftJoin('access.organisation as organisation', 'organisation.id', 'actor.organisation')
    .select(['look.at', 'look.actor', 'look.actor_name', 'look.role', 'look.purpose', 'organisation.name'])
    .select(['look.subject_kind', 'look.subject_key', 'look.permitted', 'look.reason'])
    .orderBy('look.at', 'desc')
    .orderBy('look.id', 'desc')
    .offset(slice.offset)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    role: row.role,
    organisation: row.name ?? undefined,
    purpose: row.purpose,
    kind: row.subject_kind === 'child' || row.subject_kind === 'school' ? row.subject_kind : 'area',
    key: row.subject_key,
    permitted: row.permitted,
    reason: row.reason,
  }));
}

export async function readLooksAt(
  tx: Tx,
  upn: Upn,
  slice: { readonly offset: number; readonly limit: number },
): Promise<LooksPage> {
  const { total } = await looksAt(tx, upn)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const seal = await tx
    .selectFrom('access.seal')
    .select('sealed_at')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { total: Number(total), looks: await listLooksAt(tx, upn, slice), sealedAt: seal?.sealed_at };
}

function looksAt(tx: Tx, upn: Upn) {
  return (
    tx
      .selectFrom('access.look as look')
      .where((where) => where.or([where('look.subject_kind', '<>', 'child'), where('look.subject_key', '=', upn)]))
      // Permitted for a purpose that reads nothing, no child was seen; an attempt that was refused is told all the same.
      .where((where) =>
        where.or([where('look.permitted', '=', false), where('look.purpose', 'not in', listPurposesThatReadNothing())]),
      )
  );
}
