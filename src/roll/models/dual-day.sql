-- One row: a day of the year on which two or more schools have a child on roll, guest spells apart.
select distinct child_no, cast(day_no as integer) as day
from (
  select
    a_child.child_no,
    unnest(generate_series(
      greatest(a.entry_date, b.entry_date, question.first_day),
      least(a.last_date, b.last_date, question.last_day),
      interval 1 day
    ))::date - question.first_day as day_no
  from spell as a
  join spell as b on b.upn = a.upn and b.urn > a.urn and b.entry_date <= a.last_date and a.entry_date <= b.last_date
  join child as a_child on a_child.upn = a.upn
  cross join question
  where a.own and b.own
)
