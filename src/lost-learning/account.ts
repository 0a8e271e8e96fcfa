import { termNames, type Clock } from '#kernel';
import { buildModels, type Row, type Warehouse } from '#store';
import {
  readAccountModels,
  loadFacts,
  SETTLED,
  SETTLED_FOR_BRIDGE,
  settleQuestion,
  type Answered,
  type PackedRegister,
  type Question,
} from './question.ts';
import { SCHOOL_REGION } from './authority-region.ts';
import { buildHalfTerms } from './terms.ts';
import { columnOf, possibleStates, states, statesLost, type State } from './states.ts';

/** The figures that are sessions (half days), each with the states that it adds up. */
export const sessionFigures: readonly { readonly name: string; readonly states: readonly State[] }[] = [
  { name: 'calendar', states },
  ...states.map((state) => ({ name: columnOf(state.id), states: [state] })),
  { name: 'possible', states: possibleStates },
  ...(['headline', 'absence', 'extended'] as const).map((lost) => ({ name: `lost_${lost}`, states: statesLost(lost) })),
];

/** The figures of an account, in sessions but for `minutes_lost`. */
export const figureNames = [...sessionFigures.map(({ name }) => name), 'minutes_lost'];

/** How the account can be grouped. `own-register` groupings need not add up to the children’s total. */
export const groupings = [
  'child',
  'school',
  'phase',
  'trust',
  'la',
  'region',
  'year-group',
  'sex',
  'ethnicity',
  'fsm',
  'sen',
  'week',
  'half-term',
  'term',
  'cause',
] as const;
export type Grouping = (typeof groupings)[number];

/** Groupings of schools: each school’s own register. */
const ownRegisters = ['school', 'phase', 'trust', 'la', 'region'] as const;
export type OwnRegister = (typeof ownRegisters)[number];

export function isOwnRegister(by: string): by is OwnRegister {
  return ownRegisters.some((one) => one === by);
}

/** The relations that make the account, beside those that a settled question leaves behind. */
export const ACCOUNT = [
  'child_session',
  'several_schools',
  'child_week',
  'child_rule',
  'school_week',
  'school_rule',
  'term_week',
  'enrolment',
  'cohort_rule',
  'enrolment_cohort',
  'gap',
  'removal',
  'suspension',
];

/** Made only where figures are held against those of other systems (bridge.ts): it reads every mark once more. */
export const BRIDGE = ['bridge_row', 'bridge_child'];

/**
 * Makes the account of an area for one question. The area’s `received_*` relations must be there. `bridge`: also what
 * explains why figures differ.
 */
export async function buildAccount(
  warehouse: Warehouse,
  question: Question,
  clock: Clock,
  packed?: PackedRegister,
  { bridge = false }: { readonly bridge?: boolean } = {},
): Promise<Answered> {
  const models = await readAccountModels(warehouse);
  await loadFacts(warehouse);
  const settled = bridge ? SETTLED_FOR_BRIDGE : SETTLED;
  const answered = await settleQuestion(warehouse, models, question, clock, packed, settled);
  await buildHalfTerms(warehouse, answered.year);
  // What an earlier question left behind is not this one’s.
  for (const relation of BRIDGE) await warehouse.run(`drop table if exists ${relation}`);
  await buildModels(warehouse, models, bridge ? [...ACCOUNT, ...BRIDGE] : ACCOUNT, new Set(settled));
  return answered;
}

export type LedgerTable = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

/** The account by one grouping, in the order and columns of the contract. */
export async function ledgerBy(warehouse: Warehouse, by: Grouping): Promise<LedgerTable> {
  const columns = ledgerColumns(by);
  return { columns, rows: await warehouse.rows(ledgerSql(by)) };
}

export function ledgerColumns(by: Grouping): readonly string[] {
  if (by === 'cause') return ['code', 'sessions'];
  if (by === 'child') return ['upn', ...figureNames];
  return [groupColumn(by), 'children', ...figureNames];
}

/** The SELECT of one grouping over the account’s relations. */
export function ledgerSql(by: Grouping): string {
  if (by === 'cause') {
    return `select case letter when '=' then 'unrecorded-dual' when '?' then 'unmarked' when '~' then 'off-roll' else code end as code,
      sessions
      from (select letter, cast(sum(sessions) as bigint) as sessions from child_week group by letter) left join code_letter using (letter)
      order by encode(case letter when '=' then 'unrecorded-dual' when '?' then 'unmarked' when '~' then 'off-roll' else code end)`;
  }
  const column = groupColumn(by);
  return `select * from (
      select coalesce(cast(${shownSql(by)} as varchar), '') as ${column}, totals.* exclude (grouped)
      from (${totalsSql(by)}) as totals cross join question
    ) order by encode(${column})`;
}

function totalsSql(by: Grouping): string {
  const sessions = sessionsSql(by);
  if (by === 'child') return `select grouped, ${figuresSql()} from (${sessions}) group by grouped`;
  if (!isPeriod(by))
    return `select grouped, count(distinct child_no) as children, ${figuresSql()} from (${sessions}) group by grouped`;
  // Most children are in every period: counted once each beforehand, they cost a fraction of a distinct count.
  return `select grouped, children, figures.* exclude (grouped)
    from (select grouped, ${figuresSql()} from (${sessions}) group by grouped) as figures
    join (select grouped, count(*) as children from (select distinct grouped, child_no from (${sessions})) group by grouped)
      using (grouped)`;
}

function isPeriod(by: Grouping): boolean {
  return by === 'week' || by === 'half-term' || by === 'term';
}

/** The rows of a grouping: child, group, rule, sessions and minutes. */
function sessionsSql(by: Grouping): string {
  if (by === 'week') return 'select *, week_no as grouped from child_week';
  // A week is in one half term, and every session in a week of one (terms.ts).
  if (by === 'half-term' || by === 'term') {
    const period = by === 'term' ? 'term_no' : 'half_no';
    return `select part.*, week.${period} as grouped from child_week as part join term_week as week on week.week_no = part.week_no`;
  }
  if (isOwnRegister(by)) {
    return `select part.*, ${schoolGroupSql(by)} as grouped
      from school_rule as part join school on school.urn = part.urn ${SCHOOL_REGION}`;
  }
  return `select part.*, child.${groupColumn(by)} as grouped
    from child_rule as part join child on child.child_no = part.child_no`;
}

/** What a school is grouped by, of `school` and its region. */
export function schoolGroupSql(by: OwnRegister): string {
  if (by === 'region') return 'authority_region.region';
  return by === 'school' ? 'school.urn' : `school.${by}`;
}

function shownSql(by: Grouping): string {
  if (by === 'week') return 'first_day - cast(isodow(first_day) - 1 as integer) + grouped * 7';
  if (by === 'term')
    return `case grouped ${termNames.map((name, at) => `when ${at + 1} then '${name}'`).join(' ')} end`;
  if (by === 'fsm') return `case grouped when true then 'Y' when false then 'N' end`;
  return 'grouped';
}

/** The figures as SQL sums over rows of (rule, sessions, minutes). */
export function figuresSql(): string {
  const sums = sessionFigures.map(({ name, states: some }) => {
    const rules = some.map(({ rule }) => rule).join(', ');
    return `cast(coalesce(sum(case when rule in (${rules}) then sessions end), 0) as bigint) as ${name}`;
  });
  return [...sums, 'cast(sum(minutes) as bigint) as minutes_lost'].join(', ');
}

function groupColumn(by: Grouping): string {
  if (by === 'child') return 'upn';
  if (by === 'school') return 'urn';
  return by.replaceAll('-', '_');
}
