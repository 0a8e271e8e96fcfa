-- One row: a child whom one school's register marks I for fifteen school days of the year, in a run or not, and the day on
-- which it came to that. Two sessions are a day; only days of compulsory school age are counted.
select
  mark.child_no, mark.urn, min(case when mark.nth = threshold.illness_sessions then mark.date end) as date,
  cast(count(*) as integer) as sessions
from (
  select ill.child_no, ill.urn, ill.date, row_number() over (partition by ill.child_no, ill.urn order by ill.pos) as nth
  from absence_mark as ill
  join child on child.child_no = ill.child_no
  where ill.letter = 'I' and ill.enrolled and ill.date between child.compulsory_from and child.compulsory_to
) as mark
cross join threshold
group by mark.child_no, mark.urn
having count(*) >= min(threshold.illness_sessions)
