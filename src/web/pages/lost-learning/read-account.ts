import { calendarDate, type AcademicYear, type CalendarDate } from '#kernel';
import { meaningOf, OF_GROUP, possibleStates, states, statesLost, type Aggregates, type StateId } from '#lost-learning';
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

/** A year group, class or group of one school’s children, as lost-learning/group-sums.ts names it. */
export type SchoolGroup = { readonly urn: number; readonly by: SchoolGroupBy; readonly value: string };
export type SchoolGroupBy = 'year-group' | 'class' | 'sex' | 'fsm' | 'sen' | 'in-care';

/** Where figures are read: the area’s children, one school’s own register, some of its children in it, or a trust’s schools together. */
export type Whose =
  | { readonly kind: 'area' }
  | { readonly kind: 'school'; readonly urn: number }
  | ({ readonly kind: 'group' } & SchoolGroup)
  | { readonly kind: 'trust'; readonly trust: string; readonly urns: readonly number[] };

/** One relation of sums, where it is kept of the area, of each school, and of each school’s groups; a trust’s rows are its schools’. */
async function rowsOf<T extends Record<string, string | number | null>>(
  aggregates: Aggregates,
  year: AcademicYear,
  whose: Whose,
  [area, school, group]: readonly [area: string, school: string, group: string],
): Promise<readonly T[]> {
  switch (whose.kind) {
    case 'area':
      return aggregates.rows<T>(area, year);
    case 'school':
      // The ledger’s groups are text, whatever they are groups of.
      return aggregates.rows<T>(school, year, 'urn = $urn', {
        urn: school.startsWith('ledger_') ? String(whose.urn) : whose.urn,
      });
    case 'trust':
      return school === 'ledger_school'
        ? aggregates.rows<T>('ledger_trust', year, 'trust = $trust', { trust: whose.trust })
        : aggregates.rows<T>(school, year, ...ofSchools(whose));
    case 'group':
      return aggregates.rows<T>(group, year, OF_GROUP, { urn: whose.urn, by: whose.by, value: whose.value });
  }
}

/** Every group of one school that has children in the account. */
export async function listSchoolGroups(
  aggregates: Aggregates,
  year: AcademicYear,
  urn: number,
): Promise<readonly (Totals & { readonly grouped_by: string; readonly value: string })[]> {
  return aggregates.rows('group_school', year, 'urn = $urn', { urn });
}

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
  const [row] = await rowsOf<Totals>(aggregates, year, whose, ['ledger_total', 'ledger_school', 'group_school']);
  return row && row.calendar > 0 ? row : undefined;
}

/** What decided the sessions, the most frequent first. */
export async function listCauses(
  aggregates: Aggregates,
  year: AcademicYear,
  whose: Whose,
): Promise<readonly CauseRow[]> {
  type Row = { readonly letter: string; readonly sessions: number; readonly children: number };
  const rows = await rowsOf<Row>(aggregates, year, whose, ['cause', 'cause_school', 'group_cause_school']);
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
  const rows = await rowsOf<Row>(aggregates, year, whose, ['week_state', 'week_state_school', 'group_week_school']);
  return weeksOf(rows);
}

/** The rows of relations that are kept by school. URNs are whole numbers, read from the schools themselves. */
export function ofSchools(whose: Extract<Whose, { readonly kind: 'school' | 'trust' }>): readonly [where: string] {
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
