import type { AcademicYear, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import type { ChildGroup, ChildYearRow } from './child-year.ts';

/** Who is at which school, in which class and in care, of the latest year that came by: older classes reach nobody now. */
export type Memberships = { readonly year: AcademicYear; readonly rows: MembershipRow[] };

type MembershipRow = { readonly upn: Upn; readonly group: ChildGroup | AtSchool };

/** With one of these alone a child can be found, and nothing of it read. */
type AtSchool = { readonly kind: 'school'; readonly urn: number };

/**
 * Batches come in any order of years: what a later year says takes the place of an earlier one. Adds to what is held:
 * there are thousands of batches, and pages wait for each.
 */
export function gatherMemberships(
  held: Memberships | undefined,
  batch: readonly ChildYearRow[],
): Memberships | undefined {
  let gathered = held;
  for (const row of batch) {
    if (gathered !== undefined && row.academic_year < gathered.year) continue;
    if (row.academic_year !== gathered?.year) gathered = { year: row.academic_year, rows: [] };
    for (const group of row.groups) gathered.rows.push({ upn: row.upn, group });
    for (const urn of new Set(row.urns)) gathered.rows.push({ upn: row.upn, group: { kind: 'school', urn } });
  }
  return gathered;
}

export function* membershipBatches(held: Memberships | undefined, size: number): Generator<readonly MembershipRow[]> {
  const rows = held?.rows ?? [];
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

export async function insertMemberships(tx: Tx, version: number, rows: readonly MembershipRow[]): Promise<void> {
  const of = <T>(read: (group: MembershipRow['group']) => T): readonly T[] => rows.map(({ group }) => read(group));
  await sql`
    insert into account.membership (version, kind, urn, class, upn)
    select ${version}, kind, urn, class, upn
    from unnest(
      ${of(({ kind }) => kind)}::text[],
      ${of((group) => (group.kind === 'in-care' ? 0 : group.urn))}::integer[],
      ${of((group) => (group.kind === 'class' ? group.class : ''))}::text[],
      ${rows.map(({ upn }) => upn)}::text[]
    ) as row_sent (kind, urn, class, upn)`.execute(tx);
}
