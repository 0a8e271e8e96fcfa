-- One row: a mark that wins its cell in a register that has more of them than sessions use (misplaced), up to the as-of day.
select mark_day.child_no, mark_day.urn, mark_day.day * 2 + half.session as pos,
  case when half.session = 0 then mark_day.am else mark_day.pm end as letter
from mark_day
join misplaced on misplaced.child_no = mark_day.child_no and misplaced.urn = mark_day.urn
cross join question
cross join (select 0 as session union all select 1 as session) as half
where mark_day.day <= question.as_of - question.first_day
  and case when half.session = 0 then mark_day.am else mark_day.pm end is not null
