import { sql, type SqlBool } from 'kysely';
import { findUpn, type AcademicYear, type CalendarDate, type Upn } from '#kernel';
import { t } from '#language';
import type { Access } from '#access';
import type { ChildFacts, ChildYear } from '#lost-learning';

/** A transaction as `access` hands it out. */
export type Tx = Parameters<Parameters<Access['actingAs']>[3]>[0];

/** Which children of the subject that was entered. */
export type ChildrenWanted = {
  readonly year: AcademicYear;
  /** Parts of names or of a UPN; every one must be met. '' is no condition. */
  readonly find: string;
  /** Sessions away in a row, at least; 0 is no condition. */
  readonly away: number;
};

/** One line of a list of children: names, schools, and what the account says in sessions. */
export type ChildLine = Pick<
  ChildYear,
  | 'upn'
  | 'given_name'
  | 'family_name'
  | 'year_group'
  | 'urns'
  | 'calendar'
  | 'possible'
  | 'lost_headline'
  | 'lost_absence'
  | 'lost_extended'
  | 'minutes_lost'
> & { readonly away: { readonly sessions: number; readonly from: CalendarDate; readonly to: CalendarDate } | null };

const LINE = [
  'upn',
  'given_name',
  'family_name',
  'year_group',
  'urns',
  'calendar',
  'possible',
  'lost_headline',
  'lost_absence',
  'lost_extended',
  'minutes_lost',
] as const;

/** Children by family name, given name and UPN; those without names last. `slice` is left out for all. */
export async function listChildren(
  tx: Tx,
  wanted: ChildrenWanted,
  slice?: { readonly offset: number; readonly limit: number },
): Promise<readonly ChildLine[]> {
  const all = matching(tx, wanted)
    .select([...LINE, sql<ChildLine['away']>`facts -> 'away'`.as('away')])
    .orderBy(sql`lower(family_name)`)
    .orderBy(sql`lower(given_name)`)
    .orderBy('upn');
  const rows = await (slice ? all.offset(slice.offset).limit(slice.limit) : all).execute();
  return rows.map((row) => ({ ...row, upn: upnOf(row.upn) }));
}

export async function countChildren(tx: Tx, wanted: ChildrenWanted): Promise<number> {
  const { count } = await matching(tx, wanted)
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function matching(tx: Tx, { year, find, away }: ChildrenWanted) {
  let query = tx.selectFrom('account.child_year').where('academic_year', '=', year);
  for (const part of find.split(/\s+/).filter((text) => text !== '')) {
    const pattern = `%${part.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(sql<SqlBool>`lower(concat_ws(' ', given_name, family_name, upn)) like ${pattern}`);
  }
  if (away > 0) query = query.where(sql<SqlBool>`(facts -> 'away' ->> 'sessions')::integer >= ${away}`);
  return query;
}

/** One child’s year, with what lies behind it. */
export type Child = Omit<ChildYear, 'academic_year'> & {
  readonly year: AcademicYear;
  /** Every year in which this child is in the account, latest first. */
  readonly years: readonly AcademicYear[];
};

/** The child’s account of `year`, or of its latest year; undefined where there is none that may be seen. */
export async function findChild(tx: Tx, upn: Upn, year?: AcademicYear): Promise<Child | undefined> {
  const years = await tx
    .selectFrom('account.child_year')
    .select('academic_year')
    .where('upn', '=', upn)
    .orderBy('academic_year', 'desc')
    .execute();
  const names = years.map((row) => parseYear(row.academic_year));
  const wanted = names.find((name) => name === year) ?? names[0];
  if (!wanted) return undefined;
  const {
    version: _version,
    academic_year: _year,
    ...row
  } = await tx
    .selectFrom('account.child_year')
    .selectAll()
    .where('upn', '=', upn)
    .where('academic_year', '=', wanted)
    .executeTakeFirstOrThrow();
  return { ...row, upn, year: wanted, years: names, facts: parseFacts(row.facts) };
}

// What this program published is read back as it was written: `childYears` of lost-learning made it.
function parseFacts(json: unknown): ChildFacts {
  return json as ChildFacts;
}

function parseYear(text: string): AcademicYear {
  return text as AcademicYear;
}

function upnOf(text: string): Upn {
  const upn = findUpn(text);
  if (!upn) throw new Error('account/upn: a published row has no UPN');
  return upn;
}

/** `Amina Khan`; the UPN where no name is known. */
export function nameOf(child: Pick<ChildYear, 'given_name' | 'family_name' | 'upn'>): string {
  return [child.given_name, child.family_name].filter(Boolean).join(' ') || t('children.unnamed', { upn: child.upn });
}
