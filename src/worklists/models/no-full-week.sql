-- One row: a child on a roll that has had no full week (full-week.sql) for some school weeks. `counted`: weeks with something
-- missed since the last that was full, or that may have been full because a register was not taken; or since the start of the
-- year. `since`: the Monday of the first of them. `last_full_week`: of the last week that is known to have been full.
with last_full as (
  select
    child_no, max(case when is_full = 1 then week_no end) as week_no,
    max(case when missed = 0 then week_no end) as maybe_week_no
  from full_week
  group by child_no
),
after as (
  select
    week.child_no, week.week_no, week.attended, week.missed, last_full.week_no as last_full,
    row_number() over (partition by week.child_no order by week.week_no) as nth
  from full_week as week
  join last_full on last_full.child_no = week.child_no
  where week.week_no > coalesce(last_full.maybe_week_no, -1)
),
without as (
  select
    after.child_no, count(*) as weeks, min(after.week_no) as week_no, max(after.week_no) as last_week_no,
    max(after.last_full) as last_full,
    max(case when after.nth = threshold.no_full_week_weeks then after.week_no end) as entered_week,
    sum(after.attended) as attended, sum(after.attended + after.missed) as possible
  from after cross join threshold
  group by after.child_no
  having count(*) >= max(threshold.no_full_week_weeks)
),
monday as (
  select first_day - cast(isodow(first_day) - 1 as integer) as date, as_of from question
)
select
  without.child_no, child_place.urn,
  monday.date + without.week_no * 7 as since,
  least(monday.date + without.last_week_no * 7 + 4, monday.as_of) as until,
  cast(without.weeks as integer) as counted,
  cast(null as date) as due,
  least(monday.date + without.entered_week * 7 + 4, monday.as_of) as entered_on,
  monday.date + without.last_full * 7 as last_full_week,
  cast(without.attended as integer) as attended, cast(without.possible as integer) as possible
from without
join child_place on child_place.child_no = without.child_no
cross join monday
