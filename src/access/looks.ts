import type { Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { listPurposesThatReadNothing } from './purposes.ts';

/** One line of “who looked”, with names as they were. */
export type Look = {
  readonly at: Instant;
  readonly actor: string;
  readonly actorName: string;
  readonly role: string;
  readonly purpose: string;
  /** At this child, at a school of this child’s, or at the whole area. */
  readonly kind: 'area' | 'school' | 'child';
  /** UPN or URN; '' for the area. */
  readonly key: string;
  readonly permitted: boolean;
  /** Why it was refused; '' where it was permitted. */
  readonly reason: string;
};

const LOOKS_SHOWN = 500;

/** Every look in which this child could have been seen. The policy on access.look says which those are. */
export async function listLooksAt(tx: Tx, upn: Upn): Promise<readonly Look[]> {
  const rows = await tx
    .selectFrom('access.look')
    .select(['at', 'actor', 'actor_name', 'role', 'purpose', 'subject_kind', 'subject_key', 'permitted', 'reason'])
    .where((where) => where.or([where('subject_kind', '<>', 'child'), where('subject_key', '=', upn)]))
    // Permitted for a purpose that reads nothing, no child was seen; an attempt that was refused is told all the same.
    .where((where) =>
      where.or([where('permitted', '=', false), where('purpose', 'not in', listPurposesThatReadNothing())]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKS_SHOWN)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    role: row.role,
    purpose: row.purpose,
    kind: row.subject_kind === 'child' || row.subject_kind === 'school' ? row.subject_kind : 'area',
    key: row.subject_key,
    permitted: row.permitted,
    reason: row.reason,
  }));
}
