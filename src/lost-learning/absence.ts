import { termNames } from '#kernel';
import { buildModels, type Row, type Warehouse } from '#store';
import { isOwnRegister, schoolGroupSql, type LedgerTable } from './account.ts';
import { SCHOOL_REGION } from './authority-region.ts';
import { readAccountModels } from './question.ts';

export const absenceGroupings = [
  'enrolment',
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
  'half-term',
  'term',
] as const;
export type AbsenceGrouping = (typeof absenceGroupings)[number];

const COUNTS = ['possible', 'authorised', 'unauthorised', 'overall'] as const;

/** Makes `cohort_week` over the account that stands in the warehouse: for measures of a half term, a term or a week. */
export async function buildCohortWeek(warehouse: Warehouse): Promise<void> {
  const models = await readAccountModels(warehouse);
  await buildModels(warehouse, models, ['cohort_week'], new Set(models.get('cohort_week')?.reads));
}

/** Each rate of the published measures: its name, numerator and denominator. */
const RATES = [
  ['overall_percent', 'overall', 'possible'],
  ['authorised_percent', 'authorised', 'possible'],
  ['unauthorised_percent', 'unauthorised', 'possible'],
  ['persistent_percent', 'persistent_enrolments', 'enrolments'],
  ['severe_percent', 'severe_enrolments', 'enrolments'],
] as const;

/** The published measures by enrolment or by group; rates are percentages to 6 decimals, rounded half up, as text. */
export async function absenceBy(warehouse: Warehouse, by: AbsenceGrouping): Promise<LedgerTable> {
  if (by === 'half-term' || by === 'term') await buildCohortWeek(warehouse);
  const rows = await warehouse.rows(absenceSql(by));
  return { columns: absenceColumns(by), rows: by === 'enrolment' ? rows : rows.map(withRates) };
}

export function absenceColumns(by: AbsenceGrouping): readonly string[] {
  if (by === 'enrolment') return ['urn', 'upn', ...COUNTS, 'persistent', 'severe'];
  return [columnFor(by), ...GROUP_COUNTS, ...RATES.map(([name]) => name)];
}

const GROUP_COUNTS = ['enrolments', ...COUNTS, 'persistent_enrolments', 'severe_enrolments'] as const;

/** The SELECT of one grouping over the account’s relations, without the rates. */
export function absenceSql(by: AbsenceGrouping): string {
  if (by === 'enrolment') {
    return `select urn, upn, ${COUNTS.join(', ')}, persistent, severe
       from enrolment join child using (child_no) order by encode(cast(urn as varchar)), encode(upn)`;
  }
  if (by === 'half-term' || by === 'term') return absenceInTimeSql(by);
  const column = columnFor(by);
  const counts = [
    'count(*) as enrolments',
    ...COUNTS.map((name) => `cast(sum(${name}) as bigint) as ${name}`),
    'cast(sum(persistent) as bigint) as persistent_enrolments',
    'cast(sum(severe) as bigint) as severe_enrolments',
  ];
  return `select * from (
       select coalesce(cast(${groupSql(by)} as varchar), '') as ${column}, ${counts.join(', ')}
       from enrolment join child using (child_no) join school on school.urn = enrolment.urn ${SCHOOL_REGION} group by 1
     ) order by encode(${column})`;
}

/**
 * The published measures in each half term or term: an enrolment counts in those in which it has possible sessions, and is
 * persistently or severely absent by its own sessions of that time, as DfE’s figures of a term are.
 */
function absenceInTimeSql(by: 'half-term' | 'term'): string {
  const column = columnFor(by);
  const period =
    by === 'term'
      ? `case week.term_no ${termNames.map((name, at) => `when ${at + 1} then '${name}'`).join(' ')} end`
      : 'cast(week.half_no as varchar)';
  return `
    with fact as (
      select distinct rule, absence from code_rule where possible
    ),
    counted as (
      select ${period} as ${column}, week.child_no, week.urn, sum(week.sessions) as possible,
        coalesce(sum(week.sessions) filter (where fact.absence = 'authorised'), 0) as authorised,
        coalesce(sum(week.sessions) filter (where fact.absence = 'unauthorised'), 0) as unauthorised
      from cohort_week as week join fact on fact.rule = week.rule
      group by all
    )
    select ${column}, count(*) as enrolments, cast(sum(possible) as bigint) as possible,
      cast(sum(authorised) as bigint) as authorised, cast(sum(unauthorised) as bigint) as unauthorised,
      cast(sum(authorised + unauthorised) as bigint) as overall,
      count(*) filter (where (authorised + unauthorised) * 10 >= possible) as persistent_enrolments,
      count(*) filter (where (authorised + unauthorised) * 2 >= possible) as severe_enrolments
    from counted where possible > 0 group by ${column} order by ${column}`;
}

function columnFor(by: Exclude<AbsenceGrouping, 'enrolment'>): string {
  return by === 'school' ? 'urn' : by.replaceAll('-', '_');
}

function groupSql(by: Exclude<AbsenceGrouping, 'enrolment'>): string {
  if (isOwnRegister(by)) return schoolGroupSql(by);
  if (by === 'fsm') return `case child.fsm when true then 'Y' when false then 'N' end`;
  return `child.${by.replaceAll('-', '_')}`;
}

/** A row of counts with the published rates beside them. */
export function withRates(row: Row): Row {
  const rates = RATES.map(([name, top, bottom]) => [name, percentText(Number(row[top]), Number(row[bottom]))] as const);
  return { ...row, ...Object.fromEntries(rates) };
}

/** A percentage to 6 decimals, rounded half up, worked out in whole numbers; empty where the denominator is 0. */
export function percentText(numerator: number, denominator: number): string {
  if (denominator === 0) return '';
  const millionths = (BigInt(numerator) * 100_000_000n * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
