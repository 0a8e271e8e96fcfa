import type { Clock } from '#kernel';
import { buildModels, type Row, type Warehouse } from '#store';
import { readAccountModels, loadFacts, settleQuestion, type Answered, type Question } from './question.ts';
import { columnOf, possibleStates, states, statesLost, type StateId } from './states.ts';

/** The figures of an account, in sessions (half days) but for `minutes_lost`. */
export const figureNames = [
  'calendar',
  ...states.map((state) => columnOf(state.id)),
  'possible',
  'lost_headline',
  'lost_absence',
  'lost_extended',
  'minutes_lost',
] as const;

/** How the account can be grouped. `own-register` groupings need not add up to the children’s total. */
export const groupings = [
  'child',
  'school',
  'phase',
  'trust',
  'la',
  'year-group',
  'sex',
  'ethnicity',
  'fsm',
  'sen',
  'week',
  'cause',
] as const;
export type Grouping = (typeof groupings)[number];

export function isOwnRegister(by: Grouping): boolean {
  return by === 'school' || by === 'phase' || by === 'trust' || by === 'la';
}

const ACCOUNT = ['child_session', 'school_session', 'enrolment', 'gap', 'removal', 'suspension'];

/** Makes the account of an area for one question. The area’s `received_*` relations must be there. */
export async function buildAccount(
  warehouse: Warehouse,
  question: Question,
  clock: Clock,
  given: ReadonlySet<string> = new Set(),
): Promise<Answered> {
  const models = await readAccountModels(warehouse);
  await loadFacts(warehouse);
  const answered = await settleQuestion(warehouse, models, question, clock, given);
  const settled = new Set([...given, 'register_session', 'coverage', 'school_day', 'spell', 'child', 'school']);
  await buildModels(warehouse, models, ACCOUNT, settled);
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
      from (select letter, count(*) as sessions from child_session group by letter) left join code_letter using (letter)
      order by encode(case letter when '=' then 'unrecorded-dual' when '?' then 'unmarked' when '~' then 'off-roll' else code end)`;
  }
  const column = groupColumn(by);
  const children = by === 'child' ? '' : 'count(distinct child_no) as children, ';
  return `select * from (
      select coalesce(cast(${shownSql(by)} as varchar), '') as ${column}, totals.* exclude (grouped)
      from (select grouped, ${children}${figuresSql()} from (${sessionsSql(by)}) group by grouped) as totals cross join question
    ) order by encode(${column})`;
}

/** The session rows of a grouping: child, group, rule and minutes. */
function sessionsSql(by: Grouping): string {
  if (isOwnRegister(by)) {
    const group = by === 'school' ? 'session.urn' : `school.${by}`;
    return `select session.child_no, session.rule, session.minutes, ${group} as grouped
      from school_session as session join school on school.urn = session.urn`;
  }
  if (by === 'week') {
    // Weeks count from the Monday on or before 1 September: whole numbers group faster than dates.
    return `select child_no, rule, minutes, cast(floor((pos + ${WEEK_SHIFT}) / 14) as integer) as grouped
      from child_session cross join question`;
  }
  return `select session.child_no, session.rule, session.minutes, child.${groupColumn(by)} as grouped
    from child_session as session join child on child.child_no = session.child_no`;
}

const WEEK_SHIFT = '(isodow(first_day) - 1) * 2';

function shownSql(by: Grouping): string {
  if (by === 'week') return 'first_day - cast(isodow(first_day) - 1 as integer) + grouped * 7';
  if (by === 'fsm') return `case grouped when true then 'Y' when false then 'N' end`;
  return 'grouped';
}

/** The figures as SQL sums over rows of (rule, minutes). */
export function figuresSql(): string {
  const count = (ids: readonly StateId[]): string =>
    `count(*) filter (where rule in (${ids.map((id) => ruleOf(id)).join(', ')}))`;
  return [
    'count(*) as calendar',
    ...states.map((state) => `${count([state.id])} as ${columnOf(state.id)}`),
    `${count(possibleStates.map((state) => state.id))} as possible`,
    ...(['headline', 'absence', 'extended'] as const).map(
      (total) => `${count(statesLost(total).map((state) => state.id))} as lost_${total}`,
    ),
    'cast(sum(minutes) as bigint) as minutes_lost',
  ].join(', ');
}

function ruleOf(id: StateId): number {
  return states.findIndex((state) => state.id === id) + 1;
}

function groupColumn(by: Grouping): string {
  if (by === 'child') return 'upn';
  if (by === 'school') return 'urn';
  return by.replaceAll('-', '_');
}
