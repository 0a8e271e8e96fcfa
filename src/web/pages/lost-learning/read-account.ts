import { calendarDate, type AcademicYear, type CalendarDate } from '#kernel';
import { meaningOf, possibleStates, states, statesLost, type Aggregates, type StateId } from '#lost-learning';
import type { FigureCounts } from './figures.tsx';

export type Totals = FigureCounts & { readonly children: number };
export type SchoolRow = {
  readonly urn: number;
  readonly name: string;
  readonly phase: string;
  readonly trust: string | null;
  readonly la: string;
};
export type SchoolTotals = Totals & { readonly urn: string };

/** Where figures are read: the area’s children, one school’s own register, or those of a trust’s schools together. */
export type Whose =
  | { readonly kind: 'area' }
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'trust'; readonly trust: string; readonly urns: readonly number[] };

/** Sessions by what decided them: a code, or a state where no mark decided (then `cause` is the state’s id). */
export type CauseRow = {
  readonly cause: string;
  readonly words: string;
  readonly state: StateId;
  readonly sessions: number;
  /** Different children; left out where there is one. */
  readonly children?: number;
};

/** One week: sessions by state, of the calendar of those who are meant. */
export type WeekRow = { readonly week: CalendarDate; readonly sessions: Readonly<Partial<Record<StateId, number>>> };

export async function listSchools(aggregates: Aggregates, year: AcademicYear): Promise<readonly SchoolRow[]> {
  const rows = await aggregates.rows<SchoolRow>('school', year);
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn - b.urn);
}

/** The area’s own total counts each child once; undefined where no session is in the account. */
export async function findTotals(
  aggregates: Aggregates,
  year: AcademicYear,
  whose: Whose,
): Promise<Totals | undefined> {
  const [row] =
    whose.kind === 'area'
      ? await aggregates.rows<Totals>('ledger_total', year)
      : whose.kind === 'school'
        ? await aggregates.rows<Totals>('ledger_school', year, 'urn = $urn', { urn: String(whose.urn) })
        : await aggregates.rows<Totals>('ledger_trust', year, 'trust = $trust', { trust: whose.trust });
  return row && row.calendar > 0 ? row : undefined;
}

/** What decided the sessions, the most frequent first. */
export async function listCauses(
  aggregates: Aggregates,
  year: AcademicYear,
  whose: Whose,
): Promise<readonly CauseRow[]> {
  type Row = { readonly letter: string; readonly sessions: number; readonly children: number };
  const rows =
    whose.kind === 'area'
      ? await aggregates.rows<Row>('cause', year)
      : await aggregates.rows<Row & { readonly urn: number }>('cause_school', year, ...ofSchools(whose));
  // The same child may be at two of a trust’s schools: different children cannot be added up.
  const causes = [...groupedBy(rows, (row) => row.letter)].map(([letter, some]) => {
    const { cause, words, state } = meaningOf(letter);
    return {
      cause,
      words: cause === state.id ? state.title : words,
      state: state.id,
      sessions: some.reduce((sum, row) => sum + row.sessions, 0),
      ...(some.length === 1 && some[0] ? { children: some[0].children } : {}),
    };
  });
  return causes.toSorted((a, b) => b.sessions - a.sessions);
}

export async function listWeeks(aggregates: Aggregates, year: AcademicYear, whose: Whose): Promise<readonly WeekRow[]> {
  type Row = { readonly week: string; readonly rule: number; readonly sessions: number };
  const rows =
    whose.kind === 'area'
      ? await aggregates.rows<Row>('week_state', year)
      : await aggregates.rows<Row>('week_state_school', year, ...ofSchools(whose));
  return weeksOf(rows);
}

/** The rows of relations that are kept by school. URNs are whole numbers, read from the schools themselves. */
export function ofSchools(whose: Exclude<Whose, { readonly kind: 'area' }>): readonly [where: string] {
  const urns = whose.kind === 'school' ? [whose.urn] : whose.urns;
  return [urns.length === 0 ? 'false' : `urn in (${urns.map(Number).join(', ')})`];
}

/** Every school’s weeks, by URN. */
export async function readSchoolWeeks(
  aggregates: Aggregates,
  year: AcademicYear,
): Promise<ReadonlyMap<number, readonly WeekRow[]>> {
  type Row = { readonly urn: number; readonly week: string; readonly rule: number; readonly sessions: number };
  const rows = await aggregates.rows<Row>('week_state_school', year);
  return new Map([...groupedBy(rows, (row) => row.urn)].map(([urn, some]) => [urn, weeksOf(some)]));
}

function weeksOf(
  rows: readonly { readonly week: string; readonly rule: number; readonly sessions: number }[],
): readonly WeekRow[] {
  return [...groupedBy(rows, (row) => row.week)]
    .map(([week, some]) => ({
      week: calendarDate(week),
      sessions: Object.fromEntries(
        [...groupedBy(some, (row) => row.rule)].map(([rule, same]) => [
          stateOfRule(rule),
          same.reduce((sum, row) => sum + row.sessions, 0),
        ]),
      ),
    }))
    .toSorted((a, b) => (a.week < b.week ? -1 : 1));
}

function stateOfRule(rule: number): StateId {
  const state = states.find((one) => one.rule === rule);
  if (!state) throw new Error(`account/rule: ${rule}`);
  return state.id;
}

/** Sessions of a week in which its children could attend, and those of them lost to absence. */
export function absenceOfWeek({ sessions }: WeekRow): { readonly possible: number; readonly lost: number } {
  const sum = (ids: readonly { readonly id: StateId }[]): number =>
    ids.reduce((total, { id }) => total + (sessions[id] ?? 0), 0);
  return { possible: sum(possibleStates), lost: sum(statesLost('absence')) };
}

export function groupedBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const held = groups.get(keyOf(row));
    if (held) held.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
