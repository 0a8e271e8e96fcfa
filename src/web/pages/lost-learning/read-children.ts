import { sql } from 'kysely';
import type { Tx } from '#access';
import { findUpn, type AcademicYear, type CalendarDate, type Upn } from '#kernel';
import { t } from '#language';
import type { ChildFacts, ChildYear } from '#lost-learning';
import { CURRENT, findPlaces, type ChildrenWanted, type Slice } from './find-children.ts';

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
> & {
  readonly class: string | null;
  readonly away: { readonly sessions: number; readonly from: CalendarDate; readonly to: CalendarDate } | null;
};

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
  slice?: Slice,
): Promise<{ readonly total: number; readonly lines: readonly ChildLine[] }> {
  const { total, places } = await findPlaces(tx, wanted, slice);
  const columns = sql.join(LINE.map((name) => sql.ref(`child_year.${name}`)));
  const { rows } = await sql<ChildLine>`
    select ${columns}, child_year.facts -> 'away' as away, child_year.facts ->> 'class' as class
    from unnest(${places}::integer[]) as place (nth)
    join account.card on card.${CURRENT} and card.academic_year = ${wanted.year} and card.leads and card.nth = place.nth
    join account.child_year on child_year.${CURRENT} and child_year.academic_year = ${wanted.year} and child_year.upn = card.upn
    order by place.nth`.execute(tx);
  return { total, lines: rows.map((row) => ({ ...row, upn: upnOf(row.upn) })) };
}

/** One child’s year, with what lies behind it. */
export type Child = Omit<ChildYear, 'academic_year' | 'card' | 'groups'> & {
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
export function nameOf(child: Pick<ChildYear, 'given_name' | 'family_name'> & { readonly upn: string }): string {
  return [child.given_name, child.family_name].filter(Boolean).join(' ') || t('children.unnamed', { upn: child.upn });
}
