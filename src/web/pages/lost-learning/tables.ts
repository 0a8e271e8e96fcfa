import { csvLine, spreadsheetSafe, type AcademicYear } from '#kernel';
import {
  absenceColumns,
  absenceGroupings,
  groupings,
  ledgerColumns,
  unpackYear,
  withRates,
  type Aggregates,
} from '#lost-learning';
import { causeOf } from './child-parts.tsx';
import type { Child } from './read-children.ts';
import { registerMarks } from './register-marks.ts';
import { listTrusts } from './trusts.ts';

type Cell = string | number | boolean | null | undefined;

/** Lines of CSV that a spreadsheet opens without running anything in them. */
function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows]
    .map((row) => csvLine(row.map((cell) => (typeof cell === 'number' ? cell : spreadsheetSafe(String(cell ?? ''))))))
    .join('');
}

/** The figures of an area by group, in the columns that the command line prints; undefined where a name is no table. */
export async function findTable(aggregates: Aggregates, year: AcademicYear, name: string): Promise<string | undefined> {
  const [, kind, by] = /^(ledger|absence)-by-([a-z-]+)$/.exec(name) ?? [];
  const relation = `${kind}_${by?.replaceAll('-', '_')}`;
  if (kind === 'ledger') {
    const grouping = groupings.find((one) => one === by && one !== 'child');
    if (!grouping) return undefined;
    return tableOf(ledgerColumns(grouping), await aggregates.rows(relation, year));
  }
  const grouping = absenceGroupings.find((one) => one === by && one !== 'enrolment');
  if (!grouping) return undefined;
  return tableOf(absenceColumns(grouping), (await aggregates.rows(relation, year)).map(withRates));
}

/** The own register of each school of a trust, in the columns of the account by school; undefined where there is no such trust. */
export async function findTrustTable(
  aggregates: Aggregates,
  year: AcademicYear,
  slug: string,
): Promise<string | undefined> {
  const trust = (await listTrusts(aggregates, year)).find((one) => one.slug === slug);
  if (!trust) return undefined;
  const urns = new Set(trust.schools.map(({ urn }) => String(urn)));
  const rows = await aggregates.rows('ledger_school', year);
  return tableOf(
    ledgerColumns('school'),
    rows.filter((row) => urns.has(String(row['urn']))),
  );
}

function tableOf(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  return csvOf(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

/** Every session of one child’s year; personal data. */
export function sessionsCsv(child: Child): string {
  const marks = registerMarks(child);
  const minutes = new Map(child.facts.minutes.map((one) => [`${one.date} ${one.session}`, one.minutes]));
  const rows = unpackYear(child.year, child.sessions).map((session) => [
    session.date,
    session.session,
    session.state.id,
    session.cause === session.state.id ? '' : session.cause,
    causeOf(session),
    minutes.get(`${session.date} ${session.session}`) ?? 0,
    marks(session),
  ]);
  return csvOf(['date', 'session', 'state', 'code', 'words', 'minutes_lost', 'school_marks'], rows);
}
