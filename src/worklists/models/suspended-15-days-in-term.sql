-- One row: a child suspended for more than 5 days of a term, over all schools, with the school of the latest suspension: up
-- to 15 days the governors meet if the parent asks, beyond that they must. Of this term; and of an earlier one while the
-- meeting is due or was due in the last four school weeks. `counted`: sessions; a running suspension is counted to its end.
-- `entered_on`: the day of the suspension that took the child beyond 5 days. `due`: 15 school days after the day of the one
-- that took it beyond 15.
with term as (
  select half.term_no, min(half.first_day) as first_day, max(half.last_day) as last_day
  from half_term as half
  group by half.term_no
),
running_sum as (
  select
    day.*, term.term_no, term.first_day as term_begins,
    sum(day.sessions) over (partition by day.child_no, term.term_no order by day.date) as so_far
  from suspended_child_day as day
  join term on day.date >= term.first_day and day.date <= term.last_day
),
total as (
  select
    day.child_no, day.term_no, min(day.term_begins) as term_begins,
    min(day.date) as since, max(day.date) as until, cast(sum(day.sessions) as integer) as sessions,
    arg_max(day.urn, day.date) as urn,
    arg_min(day.suspended_on, day.date) filter (where day.so_far > threshold.term_days_if_asked * 2) as if_asked_on,
    arg_min(day.suspended_on, day.date) filter (where day.so_far > threshold.term_days_must_meet * 2) as must_meet_on
  from running_sum as day cross join threshold
  group by day.child_no, day.term_no
),
place as (
  select day.child_no, term.term_no, count(distinct day.urn) as schools
  from suspended_day as day
  join term on day.date >= term.first_day and day.date <= term.last_day
  where day.sessions > 0
  group by day.child_no, term.term_no
),
this_term as (
  select max(term_no) as term_no from term cross join question where term.first_day <= question.as_of
),
today as (
  select open_day.urn, max(open_day.n) as n
  from open_day cross join question
  where open_day.date <= question.as_of
  group by open_day.urn
),
noticed as (
  select total.child_no, total.term_no, min(open_day.n) + min(threshold.meeting_days) as n
  from total
  join open_day on open_day.urn = total.urn and open_day.date >= total.must_meet_on
  cross join threshold
  group by total.child_no, total.term_no
)
select
  total.child_no, total.urn, total.since, total.until, total.sessions as counted,
  due_day.date as due, greatest(total.if_asked_on, total.since) as entered_on,
  case when total.must_meet_on is null then 'if-asked' else 'must-meet' end as meeting,
  cast(total.sessions as double) / 2 as days, case total.term_no when 1 then 'autumn' when 2 then 'spring' else 'summer' end as term, cast(place.schools as integer) as schools
from total
join place on place.child_no = total.child_no and place.term_no = total.term_no
join this_term on true
left join noticed on noticed.child_no = total.child_no and noticed.term_no = total.term_no
left join open_day as due_day on due_day.urn = total.urn and due_day.n = noticed.n
left join today on today.urn = total.urn
cross join threshold
where total.if_asked_on is not null
  and (total.term_no = this_term.term_no
    or (total.term_no < this_term.term_no and today.n - noticed.n < threshold.recent_days))
