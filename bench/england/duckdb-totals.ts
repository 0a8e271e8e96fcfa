import { COUNTED } from './duckdb-slice.ts';
import { ABSENCE_COUNTS, absencePartSql, CHILD_COLUMNS, edgesSql, FIGURES, ratedSql, sumsOf } from './duckdb-parts.ts';

/** The mornings and the afternoons of a piece of a week, as bits. */
const AM = 0b0101010101;
const PM = 0b1010101010;

/** What is added up once all registers are counted: time off roll, children of several stays, and every grouping. */
export function totalStatements(
  asOf: number,
  fileOf: (name: string) => string,
): readonly (readonly [string, string])[] {
  const write = (name: string, sql: string): readonly [string, string] => [
    `written: ${name}`,
    `copy (${sql}) to ${fileOf(name)} (format parquet)`,
  ];
  const absent = ABSENCE_COUNTS.map((name) =>
    name === 'persistent' || name === 'severe' ? `${name} as ${name}_enrolments` : name,
  );
  absent.splice(3, 0, 'authorised + unauthorised as overall');
  return [
    [
      'days off roll',
      `create or replace temp table off_days as
       select days.*,
         till.n - since.n as calendar
       from (select gap.* replace (least(last_day, ${asOf}) as last_day) from gap where first_day <= ${asOf} and not contested) as days
       join open_before as since on since.day_no = days.calendar_no * 512 + days.first_day
       join open_before as till on till.day_no = days.calendar_no * 512 + days.last_day + 1`,
    ],
    [
      'children off roll',
      `insert into child_part select child_no, upn, attribute_no, ${offRoll('calendar')} from off_days where calendar > 0`,
    ],
    [
      'off roll at schools',
      `create or replace temp table school_gap as
       select child_no, urn, calendar as sessions from off_days where calendar > 0
       union all select child_no, urn, sessions from contested_gap`,
    ],
    [
      'off roll by school',
      `insert into school_part select urn, 0, ${offRoll('sum(sessions)')} from school_gap group by urn`,
    ],
    ['children left', 'insert into school_child select child_no, urn from school_gap'],
    [
      'runs of days off roll',
      'insert into days_part select calendar_no, first_day, last_day, true, count(*) from off_days group by all',
    ],
    ['weeks off roll', `insert into edge_part ${edgesSql('off_days')}`],
    [
      'rest of children',
      `create or replace temp table child_rest as
       select any_value(upn) as upn, any_value(attribute_no) as attribute_no, ${sumsOf(FIGURES)} from child_part group by child_no`,
    ],
    [
      'rest by attribute',
      `insert into attribute_part select attribute_no, count(*), ${sumsOf(FIGURES)} from child_rest group by attribute_no`,
    ],
    write('child', `select ${CHILD_COLUMNS} from child_rest`),
    [
      'enrolments of several stays',
      `create or replace temp table enrolled_again as ${ratedSql(
        `(select child_no, urn, any_value(upn) as upn, any_value(attribute_no) as attribute_no,
           ${sumsOf(ABSENCE_COUNTS.slice(0, 3))} from again_part group by child_no, urn)`,
      )}`,
    ],
    write(
      'enrolment',
      'select urn, upn, possible, authorised, unauthorised, overall, persistent, severe from enrolled_again',
    ),
    ['their absence', `insert into absence_part ${absencePartSql('enrolled_again')}`],
    [
      'days of weeks',
      `create or replace temp table week_days as
       select week_no, cast(sum(n) filter (where open > 0) as bigint) as children, cast(sum(n * open) as bigint) as calendar,
         cast(coalesce(sum(n * open) filter (where is_gap), 0) as bigint) as s10,
         cast(coalesce(sum(n * am) filter (where not is_gap), 0) as bigint) as am,
         cast(coalesce(sum(n * pm) filter (where not is_gap), 0) as bigint) as pm
       from (
         select any_value(n) as n, any_value(is_gap) as is_gap, week_no, sum(bit_count(open)) as open, sum(bit_count(open & ${AM})) as am,
           sum(bit_count(open & ${PM})) as pm
         from (
           select days.part_no, days.n, days.is_gap, unit.unit_no // 3 as week_no,
             unit.mask & ((1 << greatest(0, least(places, (last_day + 1) * 2 - first_place)))
               - (1 << least(places, greatest(0, first_day * 2 - first_place)))) as open
           from (
             select cast(row_number() over () as integer) as part_no, *
             from (select calendar_no, first_day, last_day, is_gap, cast(sum(n) as bigint) as n from days_part group by all)
           ) as days
           join unit on unit.calendar_no = days.calendar_no
           where unit.first_place < days.last_day * 2 + 2 and unit.first_place + unit.places > days.first_day * 2
         )
         group by part_no, week_no
       )
       where open > 0 group by week_no`,
    ],
    [
      'weeks',
      `create or replace temp table week_total as
       with counted as (
         select unit_no // 3 as week_no, ${COUNTED.map((rule) => `cast(sum(n * c${rule}) as bigint) as s${rule}`).join(', ')}
         from text_part join text_sum using (mask, text) group by unit_no // 3
       ),
       twice as (
         select week_no, cast(sum(n - 1) as bigint) as n
         from (select child_no, week_no, count(*) as n from edge_part group by child_no, week_no having count(*) > 1) group by week_no
       ),
       alone as (
         select days.week_no, days.children - coalesce(twice.n, 0) as children, days.calendar,
           days.calendar - days.s10 - (${COUNTED.map((rule) => `coalesce(counted.s${rule}, 0)`).join(' + ')}) as s1,
           ${[2, 3, 4, 5, 6].map((rule) => `coalesce(counted.s${rule}, 0) as s${rule}`).join(', ')}, 0 as s7,
           coalesce(counted.s8, 0) as s8, coalesce(counted.s9, 0) as s9, days.s10, coalesce(late.minutes, 0) as minutes
         from week_days as days
         left join counted on counted.week_no = days.week_no
         left join twice on twice.week_no = days.week_no
         left join (select week_no, sum(minutes) as minutes from week_minutes group by week_no) as late on late.week_no = days.week_no
       )
       select week_no, ${sumsOf(['children', ...FIGURES])}
       from (
         select week_no, children, ${FIGURES.join(', ')} from alone
         union all select week_no, children, ${FIGURES.join(', ')} from contested_week
       )
       group by week_no`,
    ],
    write(
      'week',
      `select cast(date '2024-08-26' + cast(week_no * 7 as integer) as varchar) as week, children, ${figuresOf()} from week_total`,
    ),
    write(
      'cause',
      `select case said.letter when '=' then 'unrecorded-dual' when '?' then 'unmarked' when '~' then 'off-roll' else code.code end as code, sessions
       from (
         select letter, cast(sum(n) as bigint) as sessions
         from (
           from letter_part
           -- What is not looked at was attended: each text takes that away from its places, and puts its letters there.
           union all
           select letter, sum(text.n * text_letter.n)
           from (select mask, text, sum(n) as n from text_part group by mask, text) as text
           join text_letter using (mask, text) group by letter
           union all
           select letter, -sum(n * bit_count(mask & places))
           from text_part cross join (values ('/', ${AM}), ('.', ${PM})) as half(letter, places) group by letter
           union all select '/', sum(am) from week_days
           union all select '.', sum(pm) from week_days
           union all select '~', sum(s10) from week_days
         )
         group by letter having sum(n) > 0
       ) as said left join code on code.letter = said.letter`,
    ),
    ...['year_group', 'sex', 'ethnicity', 'fsm', 'sen'].flatMap((by) => [
      write(
        by,
        `select ${keyOf(by)} as ${by}, children, ${figuresOf()}
         from (
           select attribute.${by} as grouped, ${sumsOf(['children', ...FIGURES])}
           from attribute_part join attribute using (attribute_no) group by grouped
         )`,
      ),
      write(
        `absence_${by}`,
        `select ${keyOf(by)} as ${by}, enrolments, ${absent.join(', ')}
         from (
           select attribute.${by} as grouped, ${sumsOf(['enrolments', ...ABSENCE_COUNTS])}
           from absence_part join attribute using (attribute_no) group by grouped
         )`,
      ),
    ]),
    ...['urn', 'phase', 'trust', 'la', 'region'].flatMap((by) => [
      write(
        by === 'urn' ? 'school' : by,
        `select ${keyOf(by)} as ${by}, totals.children + coalesce(several.children, 0) as children, ${figuresOf()}
         from (
           select school.${by} as grouped, ${sumsOf(['children', ...FIGURES])}
           from school_part join school using (urn) group by grouped
         ) as totals
         left join (
           select school.${by} as key, count(distinct child_no) as children
           from school_child join school using (urn) group by key
         ) as several on several.key is not distinct from totals.grouped`,
      ),
      write(
        by === 'urn' ? 'absence_school' : `absence_${by}`,
        `select ${keyOf(by)} as ${by}, enrolments, ${absent.join(', ')}
         from (
           select school.${by} as grouped, ${sumsOf(['enrolments', ...ABSENCE_COUNTS])}
           from absence_part join school using (urn) group by grouped
         )`,
      ),
    ]),
  ];
}

function offRoll(sessions: string): string {
  return FIGURES.map((name) => (name === 'calendar' || name === 's10' ? sessions : '0')).join(', ');
}

function keyOf(by: string): string {
  return by === 'fsm'
    ? `case grouped when true then 'Y' when false then 'N' else '' end`
    : `coalesce(cast(grouped as varchar), '')`;
}

/** The figures of the contract, without the child’s name. */
function figuresOf(): string {
  return CHILD_COLUMNS.slice('upn, '.length);
}
