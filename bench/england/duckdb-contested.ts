import { codeRulesSql, RULE_OF_D } from './code-rules.ts';
import { FIGURES, weekOf } from './duckdb-parts.ts';

const COUNTS = FIGURES.map((name) => {
  if (name === 'calendar') return 'count(*) as calendar';
  if (name === 'minutes') return 'cast(sum(minutes) as bigint) as minutes';
  return `count(*) filter (where rule = ${name.slice(1)}) as ${name}`;
}).join(', ');

/**
 * The children of whom more than one register can speak in a session: their sessions one by one, by the rules of
 * session-state.sql. They are few; of all others nothing is unpacked.
 */
export function contestedStatements(asOf: number, removals: string): readonly (readonly [string, string])[] {
  return [
    [
      'open places',
      `create or replace temp table open_place as
       select calendar_no, cast(place as integer) as pos
       from (select calendar_no, open, unnest(range(730)) as place from calendar) where open[place + 1] = '1'`,
    ],
    [
      'contested sessions',
      `create or replace temp table heard as
       select reg.child_no, reg.urn, place.pos, reg.own, reg.main,
         nullif(nullif(substring(reg.marks, place.pos + 1, 1), ' '), '') as letter
       from contested_reg as reg
       join open_place as place on place.calendar_no = reg.calendar_no
         and place.pos >= reg.first_day * 2 and place.pos < reg.last_day * 2 + 2`,
    ],
    [
      'contested states',
      `create or replace temp table decided as
       select child_no, pos, bool_or(own) as on_roll,
         min(rule * 200000000000 + case when main then 0 else 100000000000 end + cast(urn as bigint) * 100 + code_no) as decided
       from heard left join ${codeRulesSql()} using (letter)
       group by child_no, pos`,
    ],
    [
      'days at two schools',
      `create or replace temp table dual_day as
       select distinct child_no, day from (
         select a.child_no,
           unnest(range(greatest(a.first_day, b.first_day), least(a.last_day, b.last_day) + 1)) as day
         from contested_reg as a join contested_reg as b
           on b.child_no = a.child_no and b.urn > a.urn and b.first_day <= a.last_day and a.first_day <= b.last_day
         where a.own and b.own
       )`,
    ],
    [
      'contested off roll',
      `create or replace temp table off_roll as
       select gap.child_no, gap.urn, place.pos
       from gap join open_place as place on place.calendar_no = gap.calendar_no
         and place.pos >= gap.first_day * 2 and place.pos < least(gap.last_day, ${asOf}) * 2 + 2
       where gap.contested`,
    ],
    [
      'contested minutes',
      `create or replace temp table contested_minutes as
       with late as (
         select child_no, urn, cast(split_part(entry, ':', 1) as integer) as pos, cast(split_part(entry, ':', 2) as integer) as minutes
         from (select distinct child_no, urn, unnest(string_split(late, ' ')) as entry from contested_reg where late is not null)
       ),
       removed as (
         select removal.child_no, heard.urn, removal.pos, removal.kind, removal.minutes
         from read_parquet(${removals}) as removal
         join heard on heard.child_no = removal.child_no and heard.urn = removal.urn and heard.pos = removal.pos
       ),
       marked_late as (
         select distinct heard.child_no, heard.pos from heard join removed using (child_no, pos) where heard.letter = 'L'
       )
       select child_no, pos, least(180, sum(minutes)) as minutes
       from (
         select heard.child_no, heard.pos, late.minutes
         from heard join late using (child_no, urn, pos) where heard.letter = 'L' and late.minutes > 0
         union all
         select removed.child_no, removed.pos,
           case when removed.kind = 'late-to-lesson' and marked_late.child_no is not null then 0 else removed.minutes end
         from removed left join marked_late using (child_no, pos)
       )
       group by child_no, pos`,
    ],
    [
      'contested calendar',
      `create or replace temp table contested_session as
       with said as (
         select decided.child_no, decided.pos, decided.on_roll, t.rule, t.letter
         from decided left join ${codeRulesSql()} on t.code_no = decided.decided % 100
       ),
       placed as (
         select said.child_no, said.pos, said.letter,
           case when said.rule is null then 9 when said.rule < ${RULE_OF_D} then said.rule
             when dual_day.day is not null then 7 else 8 end as rule
         from said left join dual_day on dual_day.child_no = said.child_no and dual_day.day = said.pos // 2
         where said.on_roll
         union all
         select off_roll.child_no, off_roll.pos, said.letter, case when said.rule < ${RULE_OF_D} then said.rule else 10 end
         from off_roll left join said on said.child_no = off_roll.child_no and said.pos = off_roll.pos
       )
       select placed.child_no, placed.pos, placed.rule,
         case placed.rule when 7 then '=' when 9 then '?' when 10 then '~' else placed.letter end as letter,
         case when placed.rule = 1 then coalesce(lost.minutes, 0) else 0 end as minutes
       from placed left join contested_minutes as lost on lost.child_no = placed.child_no and lost.pos = placed.pos`,
    ],
    [
      'contested children',
      `insert into child_part
       select child_no, who.upn, who.attribute_no, ${FIGURES.join(', ')}
       from (
         select child_no, ${COUNTS}
         from contested_session group by child_no
       )
       join (
         select child_no, any_value(upn) as upn, any_value(attribute_no) as attribute_no
         from (select child_no, upn, attribute_no from contested_reg union all select child_no, upn, attribute_no from gap where contested)
         group by child_no
       ) as who using (child_no)`,
    ],
    [
      'contested weeks',
      `create or replace temp table contested_week as
       select ${weekOf('pos')} as week_no, count(distinct child_no) as children, ${COUNTS} from contested_session group by 1`,
    ],
    ['contested causes', 'insert into letter_part select letter, count(*) from contested_session group by letter'],
    [
      'contested off roll at schools',
      `create or replace temp table contested_gap as
       select off_roll.child_no, off_roll.urn, count(*) as sessions
       from off_roll join contested_session as session on session.child_no = off_roll.child_no and session.pos = off_roll.pos
       where session.rule = 10 group by off_roll.child_no, off_roll.urn`,
    ],
  ];
}
