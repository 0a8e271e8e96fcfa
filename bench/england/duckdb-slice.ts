import { RULE_OF_D } from '#lost-learning';

/**
 * The statements that count the registers of some authorities. The register is cut into pieces of a week and laid beside
 * the text of a child who was there all the time: nine in ten are that text, and are never looked at again. What is left
 * is counted once for each different text and then looked up, so that no statement ever sees a single mark of a child.
 */

/** States by the rule that decides them, but for attended: what is neither of these was attended. */
export const COUNTED = [2, 3, 4, 5, 6, 8, 9] as const;

/** Counts that stand side by side in one number, ten bits each: sums of a year stay below, and a double holds five. */
const IN_FIRST = [2, 3, 4, 5, 6] as const;
const IN_SECOND = [8, 9] as const;
const FIELD = 1024;

/** Days of the year before 1 June. */
const JUNE_DAY = 273;

/** The last piece of a week that counts for an enrolment of a child aged 15: it holds 31 May, a Saturday. */
const LAST_UNIT_OF_MAY = 39 * 3 + 1;

function packedSql(rules: readonly number[]): string {
  return rules.map((rule, at) => `count(*) filter (where rule = ${rule}) * ${FIELD ** at}::bigint`).join(' + ');
}

/** The counts of a packed sum, as columns `s2`, `s3` and so on with a prefix. */
function unpackedSql(first: string, second: string, prefix: string): string {
  const field = (sum: string, at: number): string =>
    `cast((coalesce(cast(${sum} as bigint), 0) >> ${at * 10}) & ${FIELD - 1} as integer)`;
  return [
    ...IN_FIRST.map((rule, at) => `${field(first, at)} as ${prefix}${rule}`),
    ...IN_SECOND.map((rule, at) => `${field(second, at)} as ${prefix}${rule}`),
  ].join(', ');
}

export type Slice = {
  readonly stays: string;
  readonly registers: string;
  readonly removal: string;
  readonly asOf: number;
};

export function sliceStatements({ stays, registers, removal, asOf }: Slice): readonly (readonly [string, string])[] {
  return [
    [
      'register',
      `create or replace temp table reg as
       select stay.* replace (least(stay.last_day, ${asOf}) as last_day), coalesce(register.marks, '') as marks,
         case when register.am_late is null then register.pm_late when register.pm_late is null then register.am_late
           else register.am_late || ' ' || register.pm_late end as late
       from read_parquet(${stays}) as stay
       left join ${registers} as register on register.upn = stay.upn and register.urn = stay.urn
       where stay.first_day <= ${asOf}`,
    ],
    [
      'kept for the contested',
      `insert into contested_reg
       select child_no, upn, attribute_no, urn, calendar_no, first_day, last_day, own, main, marks, late from reg where contested`,
    ],
    [
      'pieces',
      `create or replace temp table piece as
       select stay_no, unit_no, text, contested, cohort = 1 and unit_no > ${LAST_UNIT_OF_MAY} as after_may,
         case when is_whole then mask
           else mask & ((1 << least(places, (last_day + 1) * 2 - first_place)) - (1 << greatest(0, first_day * 2 - first_place))) end as mask
       from (
         select reg.stay_no, reg.contested, reg.cohort, reg.first_day, reg.last_day, unit.unit_no, unit.first_place, unit.places, unit.mask,
           substring(reg.marks, unit.first_place + 1, unit.places) as text, unit.present,
           unit.first_place >= reg.first_day * 2 and unit.first_place + unit.places <= reg.last_day * 2 + 2 as is_whole
         from reg join unit on unit.calendar_no = reg.calendar_no
         where reg.own and unit.first_place < reg.last_day * 2 + 2 and unit.first_place + unit.places > reg.first_day * 2
       )
       where text <> present or not is_whole`,
    ],
    [
      'texts by week',
      `create or replace temp table text_count as
       select unit_no, mask, text, contested, count(*) as n from piece group by unit_no, mask, text, contested`,
    ],
    ['uncontested texts', 'insert into text_part select unit_no, mask, text, n from text_count where not contested'],
    [
      // A text that was counted for other authorities is not counted again.
      'every new text counted',
      `create or replace temp table text_cell as
       select seen.mask, seen.text, coalesce(code.letter, '?') as letter,
         case when code.rule is null then 9 when code.rule = ${RULE_OF_D} then 8 else code.rule end as rule
       from (select distinct mask, text from text_count anti join text_sum using (mask, text)) as seen
       cross join (select unnest(range(10)) as place) as places
       left join code on code.letter = substring(seen.text, place + 1, 1)
       where (seen.mask >> place) & 1 = 1`,
    ],
    [
      'letters of new texts',
      'insert into text_letter select mask, text, letter, count(*) from text_cell group by mask, text, letter',
    ],
    [
      'counts of new texts',
      `insert into text_sum
       select mask, text, cast(${packedSql(IN_FIRST)} as double), cast(${packedSql(IN_SECOND)} as double),
         ${COUNTED.map((rule) => `count(*) filter (where rule = ${rule})`).join(', ')}
       from text_cell group by mask, text`,
    ],
    [
      'counts of stays',
      `create or replace temp table stay_sum as
       select stay_no, sum(first_sum) as first_sum, sum(second_sum) as second_sum
       from piece join (from text_sum where first_sum > 0 or second_sum > 0) as text_sum using (mask, text) group by stay_no`,
    ],
    [
      'counts after May',
      `create or replace temp table june_sum as
       select stay_no, sum(first_sum) as first_sum, sum(second_sum) as second_sum
       from (from piece where after_may) as piece join text_sum using (mask, text) group by stay_no`,
    ],
    [
      'minutes late',
      `create or replace temp table late as
       select stay_no, contested, pos, least(minutes, 180) as minutes
       from (
         select stay_no, contested, marks, open, first_day, last_day,
           cast(split_part(entry, ':', 1) as integer) as pos, cast(split_part(entry, ':', 2) as integer) as minutes
         from (
           select reg.stay_no, reg.contested, reg.marks, calendar.open, reg.first_day, reg.last_day,
             unnest(string_split(reg.late, ' ')) as entry
           from reg join calendar on calendar.calendar_no = reg.calendar_no where reg.own and reg.late is not null
         )
       )
       where pos between first_day * 2 and last_day * 2 + 1 and substring(marks, pos + 1, 1) = 'L'
         and substring(open, pos + 1, 1) = '1' and minutes > 0`,
    ],
    [
      'removals',
      `create or replace temp table removed as
       with session as (
         select reg.stay_no, reg.contested, removal.pos, substring(reg.marks, removal.pos + 1, 1) as letter,
           sum(case when removal.kind = 'late-to-lesson' and substring(reg.marks, removal.pos + 1, 1) = 'L' then 0
             else removal.minutes end) as minutes
         from reg
         join ${removal} as removal on removal.child_no = reg.child_no and removal.urn = reg.urn
         join calendar on calendar.calendar_no = reg.calendar_no
         where reg.own and removal.pos between reg.first_day * 2 and reg.last_day * 2 + 1
           and substring(calendar.open, removal.pos + 1, 1) = '1'
         group by 1, 2, 3, 4
       )
       select session.stay_no, session.contested, session.pos,
         cast(least(180, session.minutes + coalesce(late.minutes, 0)) - coalesce(late.minutes, 0) as integer) as minutes
       from session
       join code on code.letter = session.letter and code.rule = 1
       left join late on late.stay_no = session.stay_no and late.pos = session.pos`,
    ],
    [
      'minutes',
      `create or replace temp table minutes_sum as
       select stay_no, cast(sum(minutes) as integer) as minutes
       from (select stay_no, minutes from late union all select stay_no, minutes from removed) group by stay_no`,
    ],
    [
      // Once for each different run of days, not once a child.
      'open sessions',
      `create or replace temp table open_sessions as
       select days.calendar_no, days.first_day, days.last_day, till.n - since.n as calendar, greatest(0, till.n - june.n) as june_calendar
       from (select distinct calendar_no, first_day, last_day from reg where own) as days
       join open_before as since on since.day_no = days.calendar_no * 512 + days.first_day
       join open_before as till on till.day_no = days.calendar_no * 512 + days.last_day + 1
       join open_before as june on june.day_no = days.calendar_no * 512 + greatest(days.first_day, ${JUNE_DAY})`,
    ],
    [
      'own register',
      `create or replace temp table own as
       select child_no, upn, attribute_no, urn, contested, alone, cohort, again, calendar, minutes,
         calendar - (${COUNTED.map((rule) => `s${rule}`).join(' + ')}) as s1, ${COUNTED.map((rule) => `s${rule}`).join(', ')},
         calendar - s6 - s8 - s9 - (june_calendar - j6 - j8 - j9) as possible,
         s2 + s4 + s5 - (j2 + j4 + j5) as authorised, s3 - j3 as unauthorised
       from (
         select reg.child_no, reg.upn, reg.attribute_no, reg.urn, reg.contested, reg.alone, reg.cohort, reg.again,
           days.calendar, case when reg.cohort = 1 then days.june_calendar else 0 end as june_calendar,
           ${unpackedSql('stay_sum.first_sum', 'stay_sum.second_sum', 's')},
           ${unpackedSql('june_sum.first_sum', 'june_sum.second_sum', 'j')},
           coalesce(minutes_sum.minutes, 0) as minutes
         from reg
         join open_sessions as days
           on days.calendar_no = reg.calendar_no and days.first_day = reg.first_day and days.last_day = reg.last_day
         left join stay_sum on stay_sum.stay_no = reg.stay_no
         left join june_sum on june_sum.stay_no = reg.stay_no
         left join minutes_sum on minutes_sum.stay_no = reg.stay_no
         where reg.own and days.calendar > 0
       )`,
    ],
  ];
}
