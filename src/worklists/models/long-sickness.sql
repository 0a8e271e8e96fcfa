-- One row: a child whom one school's register marks I for fifteen school days of the year, in a run or not, and the day on
-- which it came to that. Two sessions are a day.
select
  mark.child_no, mark.urn, min(case when mark.nth = threshold.illness_sessions then mark.date end) as date,
  cast(count(*) as integer) as sessions
from (
  select child_no, urn, date, row_number() over (partition by child_no, urn order by pos) as nth
  from absence_mark
  where letter = 'I' and enrolled
) as mark
cross join threshold
group by mark.child_no, mark.urn
having count(*) >= min(threshold.illness_sessions)
