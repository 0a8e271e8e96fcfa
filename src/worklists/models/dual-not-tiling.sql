-- One row: a child on the rolls of two schools whose registers do not tile the week (`untiled_session`), in at least one
-- session of the last four school weeks. `counted`: school weeks from the first such session of the year to the as-of day.
-- `weekdays`: on which weekdays, of how many that the main school opened from the first to the last of them.
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
week as (
  select urn, monday, row_number() over (partition by urn order by monday desc) as nth
  from (
    select distinct open_day.urn, open_day.date - cast(isodow(open_day.date) - 1 as integer) as monday
    from open_day cross join question
    where open_day.date >= question.first_day and open_day.date <= question.as_of
  )
),
waited as (
  select pair.child_no, count(*) as weeks
  from pair join week on week.urn = pair.urn
  where week.monday > pair.first_date - 7
  group by pair.child_no
),
recent as (
  select urn, min(monday) as from_date from week cross join threshold where nth <= threshold.recent_weeks group by urn
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
  join recent on recent.urn = pair.urn
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
pattern as (
  select
    met.child_no,
    string_agg(
      case when met.met >= greatest(opened.opened, threshold.every_weekday) then 'every ' || weekday_name.name
        else weekday_name.name || ' (' || met.met || ' of ' || greatest(met.met, coalesce(opened.opened, 0)) || ')' end,
      ', ' order by met.weekday
    ) as weekdays
  from weekday_met as met
  cross join threshold
  join (
    values (1, 'Monday'), (2, 'Tuesday'), (3, 'Wednesday'), (4, 'Thursday'), (5, 'Friday'), (6, 'Saturday'), (7, 'Sunday')
  ) as weekday_name(weekday, name) on weekday_name.weekday = met.weekday
  left join weekday_open as opened on opened.child_no = met.child_no and opened.weekday = met.weekday
  group by met.child_no
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
