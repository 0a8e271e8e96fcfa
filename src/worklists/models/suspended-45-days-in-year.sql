-- One row: a child suspended for so many days of the academic year, over all schools, that the limit of 45 is near, with the
-- school of the latest suspension. `counted`: sessions, a suspension that is running counted to its end.
with running_sum as (
  select
    day.*, sum(day.sessions) over (partition by day.child_no order by day.date) as so_far
  from suspended_child_day as day
),
total as (
  select
    day.child_no, min(day.date) as since, max(day.date) as until, cast(sum(day.sessions) as integer) as sessions,
    arg_max(day.urn, day.date) as urn,
    arg_min(day.suspended_on, day.date) filter (where day.so_far >= threshold.year_days_nearing * 2) as entered_on
  from running_sum as day cross join threshold
  group by day.child_no
),
place as (
  select child_no, count(distinct urn) as schools, count(distinct (urn, start_date)) as suspensions
  from suspended_day cross join question
  where date >= question.first_day and date <= question.last_day and sessions > 0
  group by child_no
)
select
  total.child_no, total.urn, total.since, total.until, total.sessions as counted,
  cast(null as date) as due, greatest(total.entered_on, total.since) as entered_on,
  cast(total.sessions as double) / 2 as days,
  greatest(0, threshold.year_days_limit - cast(total.sessions as double) / 2) as days_left,
  total.sessions > threshold.year_days_limit * 2 as past_limit,
  cast(place.schools as integer) as schools, cast(place.suspensions as integer) as suspensions
from total
join place on place.child_no = total.child_no
cross join threshold
where total.sessions >= threshold.year_days_nearing * 2
