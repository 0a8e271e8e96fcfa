-- One row: a day on which a school opens in the year, up to the as-of day. `n` counts a school's days from 1, so that the
-- school days between two dates are a difference; `day` counts the dates of the year from 0, as in `register_session.pos / 2`.
select
  school_day.urn, school_day.date, cast(school_day.date - question.first_day as integer) as day,
  school_day.am, school_day.pm,
  cast(row_number() over (partition by school_day.urn order by school_day.date) as integer) as n
from school_day cross join question
where school_day.date >= question.first_day and school_day.date <= question.as_of and (school_day.am or school_day.pm)
