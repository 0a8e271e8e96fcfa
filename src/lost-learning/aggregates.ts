import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { academicYearStarting, instantOf, regions, startYear, type AcademicYear } from '#kernel';
import { attendanceCodes, packedModels, registerModels } from '#register';
import { rollModels } from '#roll';
import { buildModels, formOf, quoted, type Warehouse } from '#store';
import { ACCOUNT, BRIDGE, figuresSql, groupings, ledgerSql } from './account.ts';
import { bridgeSql } from './bridge.ts';
import { absenceGroupings, absenceSql, buildCohortWeek } from './absence.ts';
import { groupModels } from './group-sums.ts';
import { FULL_WEEK_RELATIONS, fullWeekModels } from './full-weeks.ts';
import { lostLearningModels, readAccountModels, SETTLED, type Answered } from './question.ts';
import { states } from './states.ts';
import { strataModels } from './strata.ts';
import { weekGroupings, weeksSql } from './weeks.ts';
import { TERM_RELATIONS, termModels } from './term-sums.ts';

/**
 * What pages read of an account: sums only, small, one Parquet file a relation and year. Pupil-level rows are not here:
 * they are published into records, behind row-level security.
 */
const ledgerGroupings = groupings.filter((by) => by !== 'child');
const absenceGroupingsKept = absenceGroupings.filter((by) => by !== 'enrolment');

/** Every relation of the aggregates, with the SELECT over an account that makes it. */
function aggregateModels(answered: Answered): Readonly<Record<string, string>> {
  const ledger = ledgerGroupings.map((by) => [`ledger_${by.replaceAll('-', '_')}`, ledgerSql(by)] as const);
  const absence = absenceGroupingsKept.map((by) => [`absence_${by.replaceAll('-', '_')}`, absenceSql(by)] as const);
  const weeks = weekGroupings.map((by) => [`weeks_${by}`, weeksSql(by)] as const);
  return {
    ...Object.fromEntries([...ledger, ...absence, ...weeks]),
    answered: `select '${answered.year}' as year, ${answered.asOf === null ? 'null' : `'${answered.asOf}'`} as as_of, '${answered.knownAt}' as known_at`,
    // The children's own total: the rows of schools need not add up to it.
    ledger_total: `select count(distinct child_no) as children, ${figuresSql()} from child_rule`,
    cause: `select rule, letter, cast(sum(sessions) as bigint) as sessions, count(distinct child_no) as children from child_week group by rule, letter order by rule, letter`,
    cause_school: `select urn, rule, letter, cast(sum(sessions) as bigint) as sessions, count(distinct child_no) as children from school_week
      group by urn, rule, letter order by urn, rule, letter`,
    week_state: `select ${WEEK} as week, rule, cast(sum(sessions) as bigint) as sessions from child_week cross join question group by 1, 2 order by 1, 2`,
    week_state_school: `select urn, ${WEEK} as week, rule, cast(sum(sessions) as bigint) as sessions from school_week cross join question group by 1, 2, 3 order by 1, 2, 3`,
    year_group_school: `select urn, year_group, count(distinct child_no) as children, ${figuresSql()}
      from school_rule join (select child_no, year_group from child) using (child_no) group by urn, year_group order by urn, year_group`,
    removal_kind: `select urn, kind, count(*) as removals, count(distinct child_no) as children, cast(sum(minutes) as bigint) as minutes
      from removal group by urn, kind order by urn, kind`,
    late: `select urn, count(*) as sessions, count(distinct child_no) as children, cast(sum(coalesce(late, 0)) as bigint) as minutes
      from register_session where letter = 'L' and own group by urn order by urn`,
    suspension_count: `select urn, category, count(*) as suspensions, count(distinct upn) as children, cast(sum(sessions) as bigint) as sessions
      from suspension group by urn, category order by urn, category`,
    census_roll: `select spell.urn, count(distinct spell.upn) as pupils, '${censusDay(answered.year)}' as census_day
      from spell where main and entry_date <= date '${censusDay(answered.year)}' and last_date >= date '${censusDay(answered.year)}'
      group by spell.urn order by spell.urn`,
    gap_outcome: `select outcome, next_entry is not null as arrived, count(*) as gaps, count(distinct child_no) as children
      from gap cross join question
      where gap.first_day <= question.as_of and coalesce(gap.next_entry, question.last_day) >= question.first_day group by 1, 2 order by 1, 2`,
    gap_school: `select urn, outcome, next_entry is not null as arrived, count(*) as gaps
      from gap cross join question
      where gap.first_day <= question.as_of and coalesce(gap.next_entry, question.last_day) >= question.first_day group by 1, 2, 3 order by 1, 2, 3`,
    school: 'select * from school order by name, urn',
    school_days: `select urn, count(*) as days, cast(min(date) as varchar) as first_day, cast(max(date) as varchar) as last_day
      from school_day cross join question where date between first_day and question.last_day and (am or pm) group by urn order by urn`,
    half_term: `select half_no, term_no, cast(first_day as varchar) as first_day, cast(last_day as varchar) as last_day,
      cast(week_one as varchar) as week_one, taken_from from half_term order by half_no`,
    bridge: bridgeSql(),
    enrolment_left_out: enrolmentLeftOutSql(),
    ...groupModels,
    ...strataModels(censusDay(answered.year)),
    ...termModels(),
    ...fullWeekModels(),
  };
}

/** Names what these aggregates, and the accounts they sum, are made by: another name, and they have to be worked out again. */
export async function aggregatesForm(): Promise<string> {
  const any: Answered = { year: academicYearStarting(2024), asOf: null, knownAt: instantOf(0) };
  const decides = [aggregateModels(any), attendanceCodes, states, regions].map((one) => JSON.stringify(one));
  return formOf([rollModels, registerModels, packedModels, lostLearningModels], decides);
}

/** Writes the aggregates of the account that stands in the warehouse; why figures differ only where it was built with that. */
export async function writeAggregates(warehouse: Warehouse, answered: Answered, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const models = await readAccountModels(warehouse);
  await buildCohortWeek(warehouse);
  const { bridges } = await warehouse.row<{ bridges: number }>(
    `select count(*) as bridges from duckdb_tables() where table_name in (${BRIDGE.map(quoted).join(', ')})`,
  );
  await buildModels(warehouse, models, [...FULL_WEEK_RELATIONS, ...TERM_RELATIONS], new Set([...SETTLED, ...ACCOUNT]));
  for (const [name, sql] of Object.entries(aggregateModels(answered))) {
    if (name === 'bridge' && bridges < BRIDGE.length) continue;
    await warehouse.run(
      `copy (${sql}) to ${quoted(join(folder, `${name}-${startYear(answered.year)}.parquet`))} (format parquet)`,
    );
  }
}

/** Census day of the spring term: the third Thursday in January (DfE, complete the school census). */
export function censusDay(year: AcademicYear): string {
  const january = new Date(Date.UTC(startYear(year) + 1, 0, 1)).getUTCDay();
  const firstThursday = 1 + ((4 - january + 7) % 7);
  return `${startYear(year) + 1}-01-${String(firstThursday + 14).padStart(2, '0')}`;
}

const WEEK = `cast(first_day - cast(isodow(first_day) - 1 as integer) + 7 * week_no as varchar)`;

/** Enrolments that the published measures leave out, by the first rule that does so: for “how is this worked out?”. */
function enrolmentLeftOutSql(): string {
  return `
    with enrolled as (
      select child.child_no, spell.urn, min(spell.entry_date) as first_entry, bool_or(coalesce(spell.boarder, false)) as boarder,
        arg_max(spell.birth_date, spell.entry_date) as birth_date, max(spell.last_date) as last_date
      from spell join child on child.upn = spell.upn where spell.enrolled group by child.child_no, spell.urn
    )
    select urn, rule, count(*) as enrolments from (
      select enrolled.urn, case
        when enrolment.child_no is not null then 'counted'
        when boarder then 'boarder'
        when first_entry > make_date(year(question.last_day), 5, 31) then 'sixth-half-term'
        when year(question.first_day) - year(enrolled.birth_date) - case when month(enrolled.birth_date) > 8 then 1 else 0 end not between 5 and 15 then 'age'
        else 'nothing-possible' end as rule
      from enrolled cross join question
      left join enrolment on enrolment.child_no = enrolled.child_no and enrolment.urn = enrolled.urn
      where enrolled.first_entry <= question.as_of and enrolled.last_date >= question.first_day
    ) group by urn, rule order by urn, rule`;
}
