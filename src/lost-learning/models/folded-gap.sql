-- One row: a child’s counted time off roll in the year, as `urn:from:to` for each gap (days from 1 September, within compulsory
-- school age).
select
  child_no,
  string_agg(urn || ':' || cast(from_date - first_day as integer) || ':' || cast(to_date - first_day as integer), ' ') as gaps
from (
  select
    gap.child_no, gap.urn, question.first_day,
    greatest(gap.first_day, child.compulsory_from, question.first_day) as from_date,
    least(coalesce(gap.next_entry - 1, date '9999-12-31'), child.compulsory_to, question.last_day) as to_date
  from gap
  join child on child.child_no = gap.child_no
  cross join question
  where gap.outcome = 'counted'
)
where from_date <= to_date
group by child_no
