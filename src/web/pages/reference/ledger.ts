import type { AcademicYear } from '#kernel';
import { t } from '#language';
import { columnOf, OF_GROUP, possibleStates, states, statesLost, type Aggregates, type StateId } from '#lost-learning';
import { isInGroup, type Part, type SchoolGroup, type Scope } from './scope.ts';

/** Figures of the account in one scope, by name: states, their sums, minutes lost and children where they are known. */
export type Figures = Readonly<Partial<Record<string, number>>>;

/** The same figures twice, by two ways that share no relation where there are two. */
export type Ledger = {
  readonly figures: Figures;
  /** Where `figures` was worked out from, a sentence. */
  readonly route: string;
  /** The same for children and minutes, which no state tells. */
  readonly otherRoute: string;
  /** What the account itself keeps for this scope. */
  readonly kept: Figures | undefined;
  readonly keptAs: string;
};

type Rule = { readonly rule: number; readonly sessions: number };
type Numbers = Readonly<Record<string, string | number | boolean | null>>;
type Reader = { readonly aggregates: Aggregates; readonly year: AcademicYear };

/** Every figure from the ten states alone: sums are added up here again, not read. */
export function figuresOfStates(sessions: ReadonlyMap<StateId, number>): Figures {
  const of = (ids: readonly { readonly id: StateId }[]): number =>
    ids.reduce((total, { id }) => total + (sessions.get(id) ?? 0), 0);
  return {
    ...Object.fromEntries(states.map((state) => [columnOf(state.id), of([state])])),
    calendar: of(states),
    possible: of(possibleStates),
    lost_headline: of(statesLost('headline')),
    lost_absence: of(statesLost('absence')),
    lost_extended: of(statesLost('extended')),
  };
}

/** The ledger of a scope that the warehouse’s sums can answer; undefined where they cannot. */
export async function findLedger(reader: Reader, { whole, part }: Scope): Promise<Ledger | undefined> {
  const { aggregates, year } = reader;
  if (whole.kind === 'child') return undefined;
  if (part?.kind === 'week') return findWeek(reader, whole, part);
  if (whole.kind === 'school') {
    const urn = { urn: whole.urn };
    const groups = await aggregates.rows<Numbers>('year_group_school', year, 'urn = $urn', urn);
    if (part) return findGroupOfSchool(reader, whole.urn, part);
    const weeks = await aggregates.rows<Rule>('week_state_school', year, 'urn = $urn', urn);
    const [kept] = await aggregates.rows<Numbers>('ledger_school', year, 'urn = $urn', { urn: String(whole.urn) });
    return {
      figures: { ...figuresOfStates(byState(weeks)), ...sums(groups, ['minutes_lost', 'children']) },
      route: t('working.school-weeks'),
      otherRoute: t('working.school-year-groups'),
      kept: kept && numbersOf(kept),
      keptAs: t('working.kept.school'),
    };
  }
  if (whole.kind === 'schools') return part ? undefined : findSchools(reader, whole.by, whole.value);
  if (part) {
    // Classes are of schools, and of the area no week of a group is kept.
    if (part.by === 'class' || part.by === 'in-care' || part.monday !== undefined) return undefined;
    const column = columnName(part.by);
    const [row] = await aggregates.rows<Numbers>(`ledger_${column}`, year, `${column} = $value`, {
      value: part.value,
    });
    return row && fromRow(row, t('working.group'));
  }
  const weeks = await aggregates.rows<Rule>('week_state', year);
  const sexes = await aggregates.rows<Numbers>('ledger_sex', year);
  const [kept] = await aggregates.rows<Numbers>('ledger_total', year);
  return {
    figures: { ...figuresOfStates(byState(weeks)), ...sums(sexes, ['minutes_lost', 'children']) },
    route: t('working.area-weeks'),
    otherRoute: t('working.area-sexes'),
    kept: kept && numbersOf(kept),
    keptAs: t('working.kept.area'),
  };
}

type GroupPart = Extract<Part, { kind: 'group' }>;

async function findGroupOfSchool(
  { aggregates, year }: Reader,
  urn: number,
  { by, value, monday }: GroupPart,
): Promise<Ledger | undefined> {
  const bound = { urn, by, value };
  if (monday === undefined) {
    const [row] = await aggregates.rows<Numbers>('group_school', year, OF_GROUP, bound);
    return row && fromRow(row, t('school-groups.route'));
  }
  const weeks = await aggregates.rows<Rule & { readonly week: string }>('group_week_school', year, OF_GROUP, bound);
  const rows = weeks.filter(({ week }) => week === monday);
  if (rows.length === 0) return undefined;
  return {
    figures: figuresOfStates(byState(rows)),
    route: t('school-groups.route-week'),
    otherRoute: '',
    kept: undefined,
    keptAs: '',
  };
}

/** URNs of the schools of a group. */
export async function listUrns(reader: Reader, by: SchoolGroup, value: string): Promise<readonly number[]> {
  const rows = await reader.aggregates.rows<Numbers & { readonly urn: number }>('school', reader.year);
  return rows.filter((row) => isInGroup(value, String(row[by] ?? ''))).map((row) => row.urn);
}

async function findSchools(reader: Reader, by: SchoolGroup, value: string): Promise<Ledger | undefined> {
  const { aggregates, year } = reader;
  const urns = new Set((await listUrns(reader, by, value)).map(String));
  const rows = (await aggregates.rows<Numbers>('ledger_school', year)).filter((row) => urns.has(String(row['urn'])));
  const [kept] = await aggregates.rows<Numbers>(`ledger_${by}`, year, `${by} = $value`, { value });
  if (!kept) return undefined;
  const figures = sums(rows, Object.keys(numbersOf(kept)));
  // A child at two of the schools is one child: that cannot be added up from the schools.
  return {
    figures: { ...figures, children: numbersOf(kept)['children'] },
    route: t('working.schools', { count: rows.length }),
    otherRoute: t('working.schools-once'),
    kept: numbersOf(kept),
    keptAs: t('working.kept.group'),
  };
}

async function findWeek(
  reader: Reader,
  whole: Scope['whole'],
  part: Extract<Part, { kind: 'week' }>,
): Promise<Ledger | undefined> {
  const { aggregates, year } = reader;
  const week = { week: part.monday };
  if (whole.kind === 'school') {
    const rows = await aggregates.rows<Rule>('week_state_school', year, 'week = $week and urn = $urn', {
      ...week,
      urn: whole.urn,
    });
    return rows.length === 0
      ? undefined
      : {
          figures: figuresOfStates(byState(rows)),
          route: t('working.week-school'),
          otherRoute: '',
          kept: undefined,
          keptAs: '',
        };
  }
  if (whole.kind === 'schools') {
    const urns = new Set(await listUrns(reader, whole.by, whole.value));
    const all = await aggregates.rows<Rule & { readonly urn: number }>('week_state_school', year, 'week = $week', week);
    const rows = all.filter(({ urn }) => urns.has(urn));
    return rows.length === 0
      ? undefined
      : {
          figures: figuresOfStates(byState(rows)),
          route: t('working.week-schools'),
          otherRoute: '',
          kept: undefined,
          keptAs: '',
        };
  }
  if (whole.kind !== 'area') return undefined;
  const rows = await aggregates.rows<Rule>('week_state', year, 'week = $week', week);
  const [kept] = await aggregates.rows<Numbers>('ledger_week', year, 'cast(week as varchar) = $week', week);
  if (!kept) return undefined;
  const { children, minutes_lost } = numbersOf(kept);
  return {
    figures: { ...figuresOfStates(byState(rows)), children, minutes_lost },
    route: t('working.week'),
    otherRoute: t('working.week-row'),
    kept: numbersOf(kept),
    keptAs: t('working.kept.week'),
  };
}

/** A row of a ledger, its sums added up again from its states. */
function fromRow(row: Numbers, route: string): Ledger {
  const kept = numbersOf(row);
  const sessions = new Map(states.map((state) => [state.id, kept[columnOf(state.id)] ?? 0] as const));
  const { children, minutes_lost } = kept;
  return {
    figures: { ...figuresOfStates(sessions), children, minutes_lost },
    route,
    otherRoute: t('working.row'),
    kept,
    keptAs: t('working.kept.row'),
  };
}

function byState(rows: readonly Rule[]): ReadonlyMap<StateId, number> {
  return new Map(
    states.map((state) => [
      state.id,
      rows.reduce((total, row) => total + (row.rule === state.rule ? row.sessions : 0), 0),
    ]),
  );
}

export function sums(rows: readonly Numbers[], names: readonly string[]): Figures {
  return Object.fromEntries(
    names.map((name) => [name, rows.reduce((total, row) => total + Number(row[name] ?? 0), 0)]),
  );
}

export function numbersOf(row: Numbers): Figures {
  return Object.fromEntries(
    Object.entries(row).filter((cell): cell is [string, number] => typeof cell[1] === 'number'),
  );
}

export function columnName(by: string): string {
  return by.replaceAll('-', '_');
}
