-- One row: a day on which a school opens in the year, up to the as-of day, as in open-day.sql: the school days between two
-- dates are a difference of `n`; `day` counts the dates of the year from 0, as in `register_session.pos / 2`.
select open_day.urn, open_day.date, open_day.day, open_day.n
from open_day cross join question
where open_day.day >= 0 and open_day.date <= question.as_of
