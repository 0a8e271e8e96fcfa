import { codeRulesSql } from './code-rules.ts';
import { COUNTED } from './duckdb-slice.ts';

/** What is left of each slice: sums, and rows of the few children that have more than one stay. */

const STATES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const FIGURES = ['calendar', ...STATES.map((rule) => `s${rule}`), 'minutes'] as const;

/** Days of the week before 1 September 2024, a Sunday, in week 0. */
export const LEAD_IN = 6;

export function weekOf(pos: string): string {
  return `((${pos}) + ${LEAD_IN * 2}) // 14`;
}

/** The figures of a row of `own`, in which no session is off roll and none is left unrecorded between two schools. */
const OWN_FIGURES = FIGURES.map((name) => (name === 's7' || name === 's10' ? `0 as ${name}` : name)).join(', ');

export function sumsOf(names: readonly string[]): string {
  return names.map((name) => `cast(sum(${name}) as bigint) as ${name}`).join(', ');
}

export const ABSENCE_COUNTS = ['possible', 'authorised', 'unauthorised', 'persistent', 'severe'] as const;

/** Empty tables that slices add to. */
export function emptyParts(): readonly string[] {
  const numbers = (names: readonly string[]): string => names.map((name) => `${name} bigint`).join(', ');
  return [
    `create temp table contested_reg (child_no bigint, upn varchar, attribute_no integer, urn integer, calendar_no integer,
       first_day integer, last_day integer, own boolean, main boolean, marks varchar, late varchar)`,
    `create temp table child_part (child_no bigint, upn varchar, attribute_no integer, ${numbers(FIGURES)})`,
    `create temp table attribute_part (attribute_no integer, children bigint, ${numbers(FIGURES)})`,
    `create temp table school_part (urn integer, children bigint, ${numbers(FIGURES)})`,
    'create temp table school_child (child_no bigint, urn integer)',
    `create temp table again_part (child_no bigint, upn varchar, attribute_no integer, urn integer, ${numbers(ABSENCE_COUNTS.slice(0, 3))})`,
    `create temp table absence_part (urn integer, attribute_no integer, enrolments bigint, ${numbers(ABSENCE_COUNTS)})`,
    'create temp table days_part (calendar_no integer, first_day integer, last_day integer, is_gap boolean, n bigint)',
    'create temp table text_part (unit_no smallint, mask smallint, text varchar, n bigint)',
    'create temp table text_letter (mask smallint, text varchar, letter varchar, n bigint)',
    `create temp table text_sum (mask smallint, text varchar, first_sum double, second_sum double,
       ${COUNTED.map((rule) => `c${rule} integer`).join(', ')})`,
    `create temp table code as from ${codeRulesSql()}`,
    `create temp table open_before as
     select cast(calendar_no * 512 + day as integer) as day_no, before[day * 2 + 1] as n
     from (select calendar_no, before, unnest(range(366)) as day from calendar)`,
    'create temp table week_minutes (week_no bigint, minutes bigint)',
    'create temp table letter_part (letter varchar, n bigint)',
    'create temp table edge_part (child_no bigint, week_no bigint)',
  ];
}

const RATED = `authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe`;

/** Enrolments with their rates’ flags; `from`: rows of child, school and counts. */
export function ratedSql(from: string): string {
  return `select urn, upn, attribute_no, possible, authorised, unauthorised, ${RATED} from ${from} where possible > 0`;
}

export function absencePartSql(relation: string): string {
  return ['urn', 'attribute_no']
    .map(
      (
        by,
      ) => `select ${by === 'urn' ? 'urn, null' : 'null, attribute_no'}, count(*), ${ABSENCE_COUNTS.map((name) => `sum(${name})`).join(', ')}
        from ${relation} group by ${by}`,
    )
    .join(' union all ');
}

export const CHILD_COLUMNS = `upn, calendar, s1 as attended, s2 as suspended, s3 as unauthorised, s4 as part_time, s5 as authorised,
  s6 as access_failure, s7 as unrecorded_dual, s8 as not_required, s9 as unmarked, s10 as off_roll,
  s1 + s2 + s3 + s4 + s5 as possible, s2 + s3 as lost_headline, s2 + s3 + s4 + s5 as lost_absence,
  s2 + s3 + s4 + s5 + s6 + s7 + s10 as lost_extended, minutes as minutes_lost`;

/** The weeks in which a run of days begins and ends, where a session is open in that part of them. */
export function edgesSql(relation: string): string {
  return `select child_no, week_no
    from (
      select child_no, calendar_no, first_day, last_day,
        unnest(list_distinct([(first_day + ${LEAD_IN}) // 7, (last_day + ${LEAD_IN}) // 7])) as week_no
      from ${relation} as days
    ) as edge
    join open_before as since on since.day_no = edge.calendar_no * 512 + greatest(first_day, week_no * 7 - ${LEAD_IN})
    join open_before as till on till.day_no = edge.calendar_no * 512 + least(last_day + 1, week_no * 7 + ${7 - LEAD_IN})
    where till.n > since.n`;
}

export function partStatements(files: {
  readonly child: string;
  readonly enrolment: string;
}): readonly (readonly [string, string])[] {
  return [
    [
      'children with one stay',
      `copy (select ${CHILD_COLUMNS} from (select upn, ${OWN_FIGURES} from own where alone)) to ${files.child} (format parquet)`,
    ],
    [
      'children with more',
      `insert into child_part select child_no, upn, attribute_no, ${OWN_FIGURES} from own where not alone and not contested`,
    ],
    [
      'by attribute',
      `insert into attribute_part select attribute_no, count(*), ${sumsOf(FIGURES)}
       from (select attribute_no, ${OWN_FIGURES} from own where alone) group by attribute_no`,
    ],
    [
      'by school',
      `insert into school_part select urn, count(*) filter (where alone), ${sumsOf(FIGURES)}
       from (select urn, alone, ${OWN_FIGURES} from own) group by urn`,
    ],
    ['children of schools', 'insert into school_child select distinct child_no, urn from own where not alone'],
    ['enrolments', `create or replace temp table enrolled as ${ratedSql('(from own where cohort > 0 and not again)')}`],
    [
      'enrolments written',
      `copy (select urn, upn, possible, authorised, unauthorised, overall, persistent, severe from enrolled)
       to ${files.enrolment} (format parquet)`,
    ],
    ['absence', `insert into absence_part ${absencePartSql('enrolled')}`],
    [
      'enrolments of several stays',
      `insert into again_part select child_no, upn, attribute_no, urn, possible, authorised, unauthorised
       from own where cohort > 0 and again`,
    ],
    [
      'runs of days',
      `insert into days_part select calendar_no, first_day, last_day, false, count(*)
       from reg where own and not contested group by calendar_no, first_day, last_day`,
    ],
    [
      'minutes by week',
      `insert into week_minutes select ${weekOf('pos')}, sum(minutes)
       from (select pos, minutes, contested from late union all select pos, minutes, contested from removed)
       where not contested group by ${weekOf('pos')}`,
    ],
    [
      'weeks of several stays',
      `insert into edge_part ${edgesSql('(from reg where own and not contested and not alone)')}`,
    ],
  ];
}
