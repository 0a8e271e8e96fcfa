-- One row: the last school week of the year that is over on the as-of day: no school of the area opens in it after that day.
-- Null where none is over. Weeks count from 0, the Monday on or before 1 September, as in child_week.
with week as (
  select
    cast(floor((school_day.date - question.first_day + isodow(question.first_day) - 1) / 7) as integer) as week_no,
    max(school_day.date) as last_open
  from school_day cross join question
  where (school_day.am or school_day.pm)
    and school_day.date >= question.first_day and school_day.date <= question.last_day
  group by 1
)
select max(week.week_no) as week_no
from week cross join question
where week.last_open <= question.as_of
