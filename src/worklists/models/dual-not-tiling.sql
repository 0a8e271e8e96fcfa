-- One row: a child on the rolls of two schools whose registers do not tile the week (`untiled_session`), in at least one
-- session of the last four school weeks. `counted`: school weeks from the first such session of the year to the as-of day.
-- `weekdays`: those on which it was so on every day that the main school opened, from the first to the last of them and on
-- three at least (`every wednesday`); or, where there is none, those on which it was so at all.
with reach as (
  select child_no, min(date) as first_date, max(date) as last_date from untiled_session group by child_no
),
-- The schools on the last such day, the main one first.
holder as (
  select
    reach.child_no, spell.urn,
    row_number() over (
      partition by reach.child_no order by min(case when spell.main then 0 else 1 end), spell.urn
    ) as nth
  from reach
  join child on child.child_no = reach.child_no
  join spell on spell.upn = child.upn and spell.own
    and spell.entry_date <= reach.last_date and spell.last_date >= reach.last_date
  group by reach.child_no, spell.urn
),
pair as (
  select reach.*, main.urn, other.urn as other_urn
  from reach
  join holder as main on main.child_no = reach.child_no and main.nth = 1
  left join holder as other on other.child_no = reach.child_no and other.nth = 2
),
-- School weeks are those in which either school opens.
week as (
  select child_no, monday, row_number() over (partition by child_no order by monday desc) as nth
  from (
    select distinct holder.child_no, open_day.date - cast(isodow(open_day.date) - 1 as integer) as monday
    from holder
    cross join question
    join open_day on open_day.urn = holder.urn
    where holder.nth <= 2 and open_day.date >= question.first_day and open_day.date <= question.as_of
  )
),
waited as (
  select pair.child_no, count(*) as weeks
  from pair join week on week.child_no = pair.child_no
  where week.monday > pair.first_date - 7
  group by pair.child_no
),
recent as (
  select week.child_no, min(week.monday) as from_date
  from week cross join threshold
  where week.nth <= threshold.recent_weeks
  group by week.child_no
),
told as (
  select
    pair.child_no,
    count(*) filter (where not untiled.twice) as nobody_year,
    count(*) filter (where untiled.twice) as twice_year,
    count(*) filter (where not untiled.twice and untiled.date >= recent.from_date) as nobody_recent,
    count(*) filter (where untiled.twice and untiled.date >= recent.from_date) as twice_recent
  from pair
  join untiled_session as untiled on untiled.child_no = pair.child_no
  join recent on recent.child_no = pair.child_no
  group by pair.child_no
),
weekday_met as (
  select pair.child_no, isodow(untiled.date) as weekday, count(distinct untiled.date) as met
  from pair join untiled_session as untiled on untiled.child_no = pair.child_no
  group by pair.child_no, isodow(untiled.date)
),
weekday_open as (
  select pair.child_no, isodow(open_day.date) as weekday, count(*) as opened
  from pair join open_day on open_day.urn = pair.urn
    and open_day.date >= pair.first_date and open_day.date <= pair.last_date
  group by pair.child_no, isodow(open_day.date)
),
weekday as (
  select
    met.child_no, met.weekday, weekday_name.name,
    met.met >= greatest(coalesce(opened.opened, 0), threshold.every_weekday) as every_one
  from weekday_met as met
  cross join threshold
  join (
    values (1, 'monday'), (2, 'tuesday'), (3, 'wednesday'), (4, 'thursday'), (5, 'friday'), (6, 'saturday'), (7, 'sunday')
  ) as weekday_name(weekday, name) on weekday_name.weekday = met.weekday
  left join weekday_open as opened on opened.child_no = met.child_no and opened.weekday = met.weekday
),
pattern as (
  select
    child_no,
    coalesce(
      'every ' || string_agg(name, ', ' order by weekday) filter (where every_one), string_agg(name, ', ' order by weekday)
    ) as weekdays
  from weekday
  group by child_no
)
select
  pair.child_no, pair.urn, pair.first_date as since, pair.last_date as until, cast(waited.weeks as integer) as counted,
  cast(null as date) as due, pair.first_date as entered_on,
  pair.other_urn, pattern.weekdays,
  cast(told.nobody_recent as integer) as nobody_recent, cast(told.twice_recent as integer) as twice_recent,
  cast(told.nobody_year as integer) as nobody_year, cast(told.twice_year as integer) as twice_year
from pair
join told on told.child_no = pair.child_no
join waited on waited.child_no = pair.child_no
join pattern on pattern.child_no = pair.child_no
where told.nobody_recent + told.twice_recent > 0
