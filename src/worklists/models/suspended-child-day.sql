-- One row: a day of the year on which a child is suspended, and for how many sessions, over all schools: two at most.
-- `suspended_on` and `urn`: the latest suspension that holds that day, and its school.
select
  day.child_no, day.date, least(2, cast(sum(day.sessions) as integer)) as sessions,
  max(day.start_date) as suspended_on, arg_max(day.urn, (day.start_date, day.urn)) as urn,
  count(distinct day.urn) as schools
from suspended_day as day cross join question
where day.date >= question.first_day and day.date <= question.last_day and day.sessions > 0
group by day.child_no, day.date
