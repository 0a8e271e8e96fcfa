import { RULE_OF_D } from '#lost-learning';
import { FIGURES, LEAD_IN, weekOf } from './duckdb-parts.ts';

/**
 * The children of whom more than one register can speak in a session, by the rules of session-state.sql. What all registers
 * say of a child’s week is one text; each different text is decided once, session by session, and then looked up.
 *
 * A text is a run of parts of equal length, the lowest URN first: what kind of place it is (`m` main or single, `s` other
 * on roll, `g` guest, `x` off roll), which sessions it opens, which it covers (both as bits), and the letters of its register.
 */
const PART = 25;
const OPEN_AT = 2;
const COVER_AT = 7;
const LETTERS_AT = 12;
const PLACES = 14;

const STATES = FIGURES.filter((name) => /^s\d/.test(name));
const FIELD = 1024;

/** Five counts side by side in one number that a double holds exactly. */
function packedSql(rules: readonly number[]): string {
  return rules.map((rule, at) => `s${rule} * ${FIELD ** at}::bigint`).join(' + ');
}

function fieldSql(sum: string, at: number): string {
  return `(cast(${sum} as bigint) >> ${at * 10}) & ${FIELD - 1}`;
}

/** The sessions of a week that lie in a run of days, as bits. */
const COVER = `((1 << least(${PLACES}, (last_day + 1) * 2 - week_no * ${PLACES} + ${LEAD_IN * 2}))
  - (1 << greatest(0, first_day * 2 - week_no * ${PLACES} + ${LEAD_IN * 2})))`;

/** A part of the text of a week. */
function partSql(kind: string, open: string, cover: string, letters: string): string {
  return `${kind} || lpad(cast(${open} as varchar), 5, '0') || lpad(cast(${cover} as varchar), 5, '0') || rpad(${letters}, ${PLACES}, ' ')`;
}

export function contestedStatements(asOf: number, removals: string): readonly (readonly [string, string])[] {
  return [
    [
      'weeks of calendars',
      `create or replace temp table calendar_week as
       select calendar_no, week_no, cast(sum(case when substring(padded, week_no * ${PLACES} + place + 1, 1) = '1' then 1 << place else 0 end) as integer) as open
       from (
         select calendar_no, repeat('0', ${LEAD_IN * 2}) || open as padded, unnest(range(53)) as week_no from calendar
       ) cross join (select unnest(range(${PLACES})) as place) as places
       group by calendar_no, week_no`,
    ],
    [
      'contested runs',
      `create or replace temp table run as
       select *, row_number() over (partition by child_no order by urn, first_day) as nth
       from (
         select child_no, urn, calendar_no, first_day, last_day, repeat(' ', ${LEAD_IN * 2}) || marks as padded,
           case when main then 'm' when own then 's' else 'g' end as kind
         from contested_reg
         union all
         select child_no, urn, calendar_no, first_day, least(last_day, ${asOf}), '', 'x' from gap where contested and first_day <= ${asOf}
       )`,
    ],
    [
      'contested parts',
      `create or replace temp table part as
       select child_no, week_no, urn, nth, kind = 'x' as is_gap, cover & open as open,
         ${partSql('kind', 'cover & open', 'cover', 'letters')} as text
       from (
         select run.child_no, run.urn, run.nth, run.kind, week.week_no, week.open, ${COVER} as cover,
           substring(run.padded, week.week_no * ${PLACES} + 1, ${PLACES}) as letters
         from run join calendar_week as week on week.calendar_no = run.calendar_no
           and week.week_no between (run.first_day + ${LEAD_IN}) // 7 and (run.last_day + ${LEAD_IN}) // 7
       )`,
    ],
    [
      // Nearly all children have three runs at most, and putting those in order needs no sorting.
      'contested weeks',
      `create or replace temp table child_week as
       select child_no, week_no, concat(first_text, second_text, third_text, rest.text) as text
       from (
         select child_no, week_no, max(text) filter (where nth = 1) as first_text, max(text) filter (where nth = 2) as second_text,
           max(text) filter (where nth = 3) as third_text
         from part group by child_no, week_no
       )
       left join (
         select child_no, week_no, string_agg(text, '' order by nth) as text from part where nth > 3 group by child_no, week_no
       ) as rest using (child_no, week_no)`,
    ],
    [
      'contested texts',
      `create or replace temp table week_text as
       select cast(row_number() over () as integer) as text_no, text from (select distinct text from child_week)`,
    ],
    [
      'contested sessions',
      `create or replace temp table text_session as
       with said as (
         select text_no, place, nth, kind, (open >> place) & 1 = 1 as is_open, (cover >> place) & 1 = 1 as is_covered,
           substring(letters, place + 1, 1) as letter
         from (
           select text_no, nth, part[1] as kind, cast(substring(part, ${OPEN_AT}, 5) as integer) as open,
             cast(substring(part, ${COVER_AT}, 5) as integer) as cover, substring(part, ${LETTERS_AT}, ${PLACES}) as letters
           from (
             select text_no, nth, substring(text, nth * ${PART} + 1, ${PART}) as part
             from (select text_no, text, unnest(range(length(text) // ${PART})) as nth from week_text)
           )
         ) cross join (select cast(unnest(range(${PLACES})) as integer) as place) as places
       ),
       judged as (
         select said.text_no, said.place,
           bool_or(is_open and kind in ('m', 's')) as on_roll, bool_or(is_open and kind = 'x') as off_roll,
           count(*) filter (where is_covered and kind in ('m', 's')) > 1 as at_two,
           min(code.rule * 1000000 + case when kind = 'm' then 0 else 100000 end + nth * 100 + code.code_no)
             filter (where is_open and kind <> 'x') as decided
         from said left join code on code.letter = said.letter
         group by said.text_no, said.place
       ),
       placed as (
         select judged.text_no, judged.place, code.letter,
           case when on_roll and code.rule is null then 9 when code.rule < ${RULE_OF_D} then code.rule
             when not on_roll then 10 when at_two then 7 else 8 end as rule
         from judged left join code on code.code_no = judged.decided % 100
         where on_roll or off_roll
       )
       select text_no, place, rule, case rule when 7 then '=' when 9 then '?' when 10 then '~' else letter end as letter
       from placed`,
    ],
    [
      'contested sums',
      `create or replace temp table week_sum as
       select *, cast(${packedSql([1, 2, 3, 4, 5])} as double) as first_sum, cast(${packedSql([6, 7, 8, 9, 10])} as double) as second_sum
       from (
         select text_no, ${STATES.map((name) => `count(*) filter (where rule = ${name.slice(1)}) as ${name}`).join(', ')},
           cast(coalesce(sum(1 << place) filter (where rule = 1), 0) as integer) as attended,
           cast(coalesce(sum(1 << place) filter (where rule = 10), 0) as integer) as off_roll
         from text_session group by text_no
       )`,
    ],
    [
      'contested weeks found',
      `create or replace temp table found_week as
       select child_no, week_no, week_sum.*
       from child_week join week_text using (text) join week_sum using (text_no)`,
    ],
    [
      'contested minutes',
      `create or replace temp table contested_minutes as
       with run as (
         select contested_reg.*, calendar.open from contested_reg join calendar using (calendar_no)
       ),
       late as (
         select child_no, pos, minutes
         from (
           select child_no, marks, open, first_day, last_day, cast(split_part(entry, ':', 1) as integer) as pos,
             cast(split_part(entry, ':', 2) as integer) as minutes
           from (select child_no, marks, open, first_day, last_day, unnest(string_split(late, ' ')) as entry from run where late is not null)
         )
         where pos between first_day * 2 and last_day * 2 + 1 and substring(marks, pos + 1, 1) = 'L'
           and substring(open, pos + 1, 1) = '1' and minutes > 0
       ),
       removed as (
         select removal.child_no, removal.pos, removal.kind, removal.minutes
         from read_parquet(${removals}) as removal
         join run on run.child_no = removal.child_no and run.urn = removal.urn
         where removal.pos between run.first_day * 2 and run.last_day * 2 + 1 and substring(run.open, removal.pos + 1, 1) = '1'
       ),
       marked_late as (
         select distinct removed.child_no, removed.pos
         from removed join run on run.child_no = removed.child_no
         where removed.pos between run.first_day * 2 and run.last_day * 2 + 1 and substring(run.open, removed.pos + 1, 1) = '1'
           and substring(run.marks, removed.pos + 1, 1) = 'L'
       )
       select lost.child_no, lost.week_no, lost.minutes
       from (
         select child_no, pos, ${weekOf('pos')} as week_no, least(180, sum(minutes)) as minutes
         from (
           from late
           union all
           select removed.child_no, removed.pos,
             case when removed.kind = 'late-to-lesson' and marked_late.child_no is not null then 0 else removed.minutes end
           from removed left join marked_late using (child_no, pos)
         )
         group by child_no, pos
       ) as lost
       join found_week as week on week.child_no = lost.child_no and week.week_no = lost.week_no
       where (week.attended >> (lost.pos + ${LEAD_IN * 2}) % ${PLACES}) & 1 = 1`,
    ],
    [
      'contested children',
      `insert into child_part
       select child_no, who.upn, who.attribute_no, ${STATES.join(' + ')} as calendar, ${STATES.join(', ')}, coalesce(lost.minutes, 0)
       from (
         select child_no, ${[1, 2, 3, 4, 5].map((rule, at) => `${fieldSql('first_sum', at)} as s${rule}`).join(', ')},
           ${[6, 7, 8, 9, 10].map((rule, at) => `${fieldSql('second_sum', at)} as s${rule}`).join(', ')}
         from (select child_no, sum(first_sum) as first_sum, sum(second_sum) as second_sum from found_week group by child_no)
       )
       join (
         select child_no, any_value(upn) as upn, any_value(attribute_no) as attribute_no
         from (select child_no, upn, attribute_no from contested_reg union all select child_no, upn, attribute_no from gap where contested)
         group by child_no
       ) as who using (child_no)
       left join (select child_no, sum(minutes) as minutes from contested_minutes group by child_no) as lost using (child_no)`,
    ],
    [
      'contested by week',
      `create or replace temp table contested_week as
       select week_no, children, ${STATES.join(' + ')} as calendar, ${STATES.join(', ')}, coalesce(lost.minutes, 0) as minutes
       from (
         select week_no, count(*) as children, ${STATES.map((name) => `cast(sum(${name}) as bigint) as ${name}`).join(', ')}
         from found_week group by week_no
       ) left join (select week_no, sum(minutes) as minutes from contested_minutes group by week_no) as lost using (week_no)`,
    ],
    [
      'contested causes',
      `insert into letter_part
       select letter, sum(n) from text_session join (select text_no, count(*) as n from found_week group by text_no) using (text_no)
       group by letter`,
    ],
    [
      'contested off roll at schools',
      `create or replace temp table contested_gap as
       select child_no, part.urn, sum(bit_count(part.open & week.off_roll)) as sessions
       from part join found_week as week using (child_no, week_no)
       where part.is_gap group by child_no, part.urn having sum(bit_count(part.open & week.off_roll)) > 0`,
    ],
  ];
}
