-- What is added up once the registers are counted. It needs `reg`, `off_days`, `as_of`, `late_entry`, `stay_sum`, `week_part`
-- and `letter_part`, and the tables of the digest.

-- step: minutes late
create temp table late as
select stay_no, contested, pos, case when minutes > 180 then 180 else minutes end as minutes
from (
  select late_entry.stay_no as stay_no, reg.contested as contested, late_entry.pos as pos, late_entry.minutes as minutes
  from late_entry
  join reg on reg.stay_no = late_entry.stay_no
  join open_place on open_place.calendar_no = reg.calendar_no and open_place.pos = late_entry.pos
  where reg.own = 1 and late_entry.pos >= reg.first_day * 2 and late_entry.pos <= reg.last_day * 2 + 1
    and substr(reg.marks, late_entry.pos + 1, 1) = 'L' and late_entry.minutes > 0
) as told;

-- step: removals
create temp table removed as
with session as (
  select reg.stay_no as stay_no, reg.contested as contested, removal.pos as pos, substr(reg.marks, removal.pos + 1, 1) as letter,
    sum(case when removal.kind = 'late-to-lesson' and substr(reg.marks, removal.pos + 1, 1) = 'L' then 0 else removal.minutes end) as minutes
  from removal
  join reg on reg.child_no = removal.child_no and reg.urn = removal.urn
  join open_place on open_place.calendar_no = reg.calendar_no and open_place.pos = removal.pos
  where reg.own = 1 and removal.pos >= reg.first_day * 2 and removal.pos <= reg.last_day * 2 + 1
  group by reg.stay_no, reg.contested, removal.pos, substr(reg.marks, removal.pos + 1, 1)
)
select session.stay_no as stay_no, session.contested as contested, session.pos as pos,
  least(180, session.minutes + coalesce(late.minutes, 0)) - coalesce(late.minutes, 0) as minutes
from session
join code_rule on code_rule.letter = session.letter and code_rule.rule = 1
left join late on late.stay_no = session.stay_no and late.pos = session.pos;

-- step: minutes of stays
create temp table minutes_sum as
select stay_no, sum(minutes) as minutes
from (select stay_no, minutes from late union all select stay_no, minutes from removed) as lost group by stay_no;

-- step: own registers
create temp table own as
select child_no, upn, attribute_no, urn, contested, alone, cohort, again, calendar,
  calendar - s2 - s3 - s4 - s5 - s6 - s8 - s9 as s1, s2, s3, s4, s5, s6, s8, s9, minutes,
  calendar - s6 - s8 - s9 - (june_calendar - j6 - j8 - j9) as possible,
  s2 + s4 + s5 - j2 - j4 - j5 as authorised, s3 - j3 as unauthorised
from (
  select reg.child_no as child_no, reg.upn as upn, reg.attribute_no as attribute_no, reg.urn as urn, reg.contested as contested,
    reg.alone as alone, reg.cohort as cohort, reg.again as again,
    until.n - since.n as calendar,
    case when reg.cohort = 1 and reg.last_day >= 273 then until.n - june.n else 0 end as june_calendar,
    coalesce(s2, 0) as s2, coalesce(s3, 0) as s3, coalesce(s4, 0) as s4, coalesce(s5, 0) as s5, coalesce(s6, 0) as s6,
    coalesce(s8, 0) as s8, coalesce(s9, 0) as s9, coalesce(j2, 0) as j2, coalesce(j3, 0) as j3, coalesce(j4, 0) as j4,
    coalesce(j5, 0) as j5, coalesce(j6, 0) as j6, coalesce(j8, 0) as j8, coalesce(j9, 0) as j9,
    coalesce(minutes_sum.minutes, 0) as minutes
  from (
    select stay_no, child_no, upn, attribute_no, urn, contested, alone, cohort, again, last_day, calendar_no,
      first_day * 2 as since_place, last_day * 2 + 2 as until_place, greatest(first_day, 273) * 2 as june_place
    from reg where own = 1
  ) as reg
  join before as since on since.calendar_no = reg.calendar_no and since.place = reg.since_place
  join before as until on until.calendar_no = reg.calendar_no and until.place = reg.until_place
  join before as june on june.calendar_no = reg.calendar_no and june.place = reg.june_place
  left join stay_sum on stay_sum.stay_no = reg.stay_no
  left join minutes_sum on minutes_sum.stay_no = reg.stay_no
) as counted
where calendar > 0;

-- step: contested sessions
create temp table heard as
select reg.child_no as child_no, reg.urn as urn, open_place.pos as pos, reg.own as own, reg.main as main, substr(reg.marks, open_place.pos + 1, 1) as letter
from reg join open_place on open_place.calendar_no = reg.calendar_no
  and open_place.pos >= reg.first_day * 2 and open_place.pos <= reg.last_day * 2 + 1
where reg.contested = 1;

-- step: contested states
-- One number holds rule, school kind, URN and code in that order, so that its minimum is the answer.
create temp table decided as
select heard.child_no as child_no, heard.pos as pos, max(heard.own) as on_roll,
  min(case when code_rule.rule is null then null else code_rule.rule * 200000000000 + case when heard.main = 1 then 0 else 100000000000 end
    + cast(heard.urn as bigint) * 100 + code_rule.code_no end) as decided
from heard left join code_rule on code_rule.letter = heard.letter
group by heard.child_no, heard.pos;

-- step: days at two schools
create temp table dual_day as
select distinct a.child_no as child_no, day_no.day as day
from reg as a
join reg as b on b.child_no = a.child_no and b.urn > a.urn and b.first_day <= a.last_day and a.first_day <= b.last_day
join day_no on day_no.day >= greatest(a.first_day, b.first_day) and day_no.day <= least(a.last_day, b.last_day)
where a.contested = 1 and b.contested = 1 and a.own = 1 and b.own = 1;

-- step: contested off roll
create temp table off_roll as
select off_days.child_no as child_no, off_days.urn as urn, open_place.pos as pos
from off_days join open_place on open_place.calendar_no = off_days.calendar_no
  and open_place.pos >= off_days.first_day * 2 and open_place.pos <= off_days.last_day * 2 + 1
where off_days.contested = 1;

-- step: contested minutes
create temp table contested_minutes as
with removal_here as (
  select removal.child_no as child_no, removal.urn as urn, removal.pos as pos, removal.kind as kind, removal.minutes as minutes
  from removal join heard on heard.child_no = removal.child_no and heard.urn = removal.urn and heard.pos = removal.pos
), marked_late as (
  select distinct heard.child_no as child_no, heard.pos as pos
  from heard join removal_here on removal_here.child_no = heard.child_no and removal_here.pos = heard.pos where heard.letter = 'L'
), late_here as (
  select distinct reg.child_no as child_no, reg.urn as urn, late_entry.pos as pos, late_entry.minutes as minutes
  from late_entry join reg on reg.stay_no = late_entry.stay_no
  where reg.contested = 1 and late_entry.minutes > 0
), lost as (
  select heard.child_no as child_no, heard.pos as pos, late_here.minutes as minutes
  from late_here join heard on heard.child_no = late_here.child_no and heard.urn = late_here.urn and heard.pos = late_here.pos
  where heard.letter = 'L'
  union all
  select removal_here.child_no as child_no, removal_here.pos as pos,
    case when removal_here.kind = 'late-to-lesson' and marked_late.child_no is not null then 0 else removal_here.minutes end as minutes
  from removal_here
  left join marked_late on marked_late.child_no = removal_here.child_no and marked_late.pos = removal_here.pos
)
select child_no, pos, least(180, sum(minutes)) as minutes from lost group by child_no, pos;

-- step: contested calendar
create temp table contested_session as
with said as (
  select decided.child_no as child_no, decided.pos as pos, decided.on_roll as on_roll, code_rule.rule as rule, code_rule.letter as letter
  from decided left join code_rule on code_rule.code_no = decided.decided % 100
), placed as (
  select said.child_no as child_no, said.pos as pos, said.letter as letter,
    case when said.rule is null then 9 when said.rule < 11 then said.rule when dual_day.day is not null then 7 else 8 end as rule
  from said left join dual_day on dual_day.child_no = said.child_no and dual_day.day = said.pos / 2
  where said.on_roll = 1
  union all
  select off_roll.child_no as child_no, off_roll.pos as pos, said.letter as letter, case when said.rule < 11 then said.rule else 10 end as rule
  from off_roll left join said on said.child_no = off_roll.child_no and said.pos = off_roll.pos
)
select placed.child_no as child_no, placed.pos as pos, (placed.pos + 12) / 14 as week_no, placed.rule as rule,
  case placed.rule when 7 then '=' when 9 then '?' when 10 then '~' else placed.letter end as letter,
  case when placed.rule = 1 then coalesce(contested_minutes.minutes, 0) else 0 end as minutes
from placed
left join contested_minutes on contested_minutes.child_no = placed.child_no and contested_minutes.pos = placed.pos;

-- step: off roll by run of days
create temp table off_sum as
select off_days.child_no as child_no, off_days.upn as upn, off_days.urn as urn, off_days.attribute_no as attribute_no, until.n - since.n as sessions
from off_days
join before as since on since.calendar_no = off_days.calendar_no and since.place = off_days.first_day * 2
join before as until on until.calendar_no = off_days.calendar_no and until.place = off_days.last_day * 2 + 2
where off_days.contested = 0 and until.n > since.n;

-- step: children
create temp table child_sum as
with who as (
  select child_no, min(upn) as upn, min(attribute_no) as attribute_no
  from (
    select child_no, upn, attribute_no from reg where contested = 1
    union all select child_no, upn, attribute_no from off_days where contested = 1
  ) as contested
  group by child_no
), part as (
  select child_no, upn, attribute_no, calendar, s1, s2, s3, s4, s5, s6, 0 as s7, s8, s9, 0 as s10, minutes from own where contested = 0
  union all
  select child_no, upn, attribute_no, sessions, 0, 0, 0, 0, 0, 0, 0, 0, 0, sessions, 0 from off_sum
  union all
  select who.child_no as child_no, who.upn as upn, who.attribute_no as attribute_no, 1, case when rule = 1 then 1 else 0 end, case when rule = 2 then 1 else 0 end,
    case when rule = 3 then 1 else 0 end, case when rule = 4 then 1 else 0 end, case when rule = 5 then 1 else 0 end,
    case when rule = 6 then 1 else 0 end, case when rule = 7 then 1 else 0 end, case when rule = 8 then 1 else 0 end,
    case when rule = 9 then 1 else 0 end, case when rule = 10 then 1 else 0 end, minutes
  from contested_session join who on who.child_no = contested_session.child_no
)
select child_no, min(upn) as upn, min(attribute_no) as attribute_no, sum(calendar) as calendar, sum(s1) as s1, sum(s2) as s2,
  sum(s3) as s3, sum(s4) as s4, sum(s5) as s5, sum(s6) as s6, sum(s7) as s7, sum(s8) as s8, sum(s9) as s9, sum(s10) as s10,
  sum(minutes) as minutes
from part group by child_no;

-- step: schools
create temp table school_sum as
select child_no, urn, sum(calendar) as calendar, sum(s1) as s1, sum(s2) as s2, sum(s3) as s3, sum(s4) as s4, sum(s5) as s5,
  sum(s6) as s6, sum(s8) as s8, sum(s9) as s9, sum(s10) as s10, sum(minutes) as minutes
from (
  select child_no, urn, calendar, s1, s2, s3, s4, s5, s6, s8, s9, 0 as s10, minutes from own
  union all
  select child_no, urn, sessions, 0, 0, 0, 0, 0, 0, 0, 0, sessions, 0 from off_sum
  union all
  select off_roll.child_no as child_no, off_roll.urn as urn, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0
  from off_roll
  join contested_session on contested_session.child_no = off_roll.child_no and contested_session.pos = off_roll.pos
    and contested_session.rule = 10
) as part
group by child_no, urn;

-- step: runs of days
create temp table run_of_days as
select calendar_no, first_day, last_day, is_gap, alone, child_no, sum(n) as n
from (
  select calendar_no, first_day, last_day, 0 as is_gap, alone, case when alone = 1 then 0 else child_no end as child_no, 1 as n
  from reg where own = 1 and contested = 0
  union all
  select calendar_no, first_day, last_day, 1 as is_gap, 0 as alone, child_no, 1 as n from off_days where contested = 0
) as days
group by calendar_no, first_day, last_day, is_gap, alone, child_no;

-- step: weeks of runs
create temp table week_run as
with placed as (
  select run_of_days.calendar_no as calendar_no, run_of_days.alone as alone, run_of_days.child_no as child_no,
    run_of_days.is_gap as is_gap, run_of_days.n as n, week_place.week_no as week_no,
    greatest(week_place.first_place, run_of_days.first_day * 2) as since_place,
    least(week_place.end_place, run_of_days.last_day * 2 + 2) as until_place
  from run_of_days cross join week_place
  where week_place.first_place < run_of_days.last_day * 2 + 2 and week_place.end_place > run_of_days.first_day * 2
)
select placed.alone as alone, placed.child_no as child_no, placed.is_gap as is_gap, placed.week_no as week_no, placed.n as n,
  until.n - since.n as sessions, until.am - since.am as mornings
from placed
join before as since on since.calendar_no = placed.calendar_no and since.place = placed.since_place
join before as until on until.calendar_no = placed.calendar_no and until.place = placed.until_place
where until.n > since.n;

-- step: weeks
create temp table week_sum as
with day_sum as (
  select week_no, sum(case when alone = 1 then n else 0 end) as children, sum(n * sessions) as calendar,
    sum(case when is_gap = 1 then n * sessions else 0 end) as s10
  from week_run group by week_no
), others as (
  select week_no, count(*) as children
  from (select distinct week_no, child_no from week_run where alone = 0) as each_child group by week_no
), lost as (
  select (pos + 12) / 14 as week_no, sum(minutes) as minutes
  from (select pos, contested, minutes from late union all select pos, contested, minutes from removed) as told
  where contested = 0 group by (pos + 12) / 14
), part as (
  select day_sum.week_no as week_no, day_sum.children + coalesce(others.children, 0) as children, day_sum.calendar as calendar,
    coalesce(week_part.s2, 0) as s2, coalesce(week_part.s3, 0) as s3, coalesce(week_part.s4, 0) as s4, coalesce(week_part.s5, 0) as s5,
    coalesce(week_part.s6, 0) as s6, 0 as s7, coalesce(week_part.s8, 0) as s8, coalesce(week_part.s9, 0) as s9, day_sum.s10 as s10,
    coalesce(lost.minutes, 0) as minutes
  from day_sum
  left join others on others.week_no = day_sum.week_no
  left join week_part on week_part.week_no = day_sum.week_no
  left join lost on lost.week_no = day_sum.week_no
  union all
  select week_no, count(distinct child_no), count(*), sum(case when rule = 2 then 1 else 0 end),
    sum(case when rule = 3 then 1 else 0 end), sum(case when rule = 4 then 1 else 0 end), sum(case when rule = 5 then 1 else 0 end),
    sum(case when rule = 6 then 1 else 0 end), sum(case when rule = 7 then 1 else 0 end), sum(case when rule = 8 then 1 else 0 end),
    sum(case when rule = 9 then 1 else 0 end), sum(case when rule = 10 then 1 else 0 end), sum(minutes)
  from contested_session group by week_no
)
select week_no, sum(children) as children, sum(calendar) as calendar,
  sum(calendar - s2 - s3 - s4 - s5 - s6 - s7 - s8 - s9 - s10) as s1, sum(s2) as s2, sum(s3) as s3, sum(s4) as s4, sum(s5) as s5,
  sum(s6) as s6, sum(s7) as s7, sum(s8) as s8, sum(s9) as s9, sum(s10) as s10, sum(minutes) as minutes
from part group by week_no;

-- step: letters
create temp table letter_sum as
select letter, sum(n) as n
from (
  select letter, n from letter_part
  union all select '/', n * mornings from week_run where is_gap = 0
  union all select '.', n * (sessions - mornings) from week_run where is_gap = 0
  union all select '~', n * sessions from week_run where is_gap = 1
  union all select letter, 1 from contested_session
) as part
group by letter having sum(n) <> 0;

-- step: enrolments
create temp table enrolled as
select urn, upn, attribute_no, possible, authorised, unauthorised, authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe
from (
  select urn, min(upn) as upn, min(attribute_no) as attribute_no, sum(possible) as possible, sum(authorised) as authorised,
    sum(unauthorised) as unauthorised
  from own where cohort > 0 group by child_no, urn
) as counted
where possible > 0;
