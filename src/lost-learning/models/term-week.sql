-- One row: a week of the year that lies in a half term. Weeks count from 0, the Monday on or before 1 September, as in
-- child_week; `week_in_half` counts from 1, the week in which the half term begins for most schools. A week is in one half
-- term: no two of them share one (terms.ts). Weeks before week 1, where some school opens early, are 0, -1 and so on.
select
  half_term.half_no, half_term.term_no,
  cast(week.week_no as integer) as week_no,
  week.monday,
  cast((week.monday - half_term.week_one) / 7 as integer) + 1 as week_in_half
from half_term
join (
  select week_no, question.first_day - cast(isodow(question.first_day) - 1 as integer) + cast(week_no * 7 as integer) as monday
  from question cross join (select unnest(range(0, 53)) as week_no) as every_week
) as week
  on week.monday + 6 >= half_term.first_day and week.monday <= half_term.last_day
