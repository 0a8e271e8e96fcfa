-- One row: a school and the last day, up to the as-of day, of which its register has a mark (`#`, closed as planned, is none).
-- What a list says of “now” at a school is said of this day: what came after is not known there.
-- (The last week with a mark is sought first, in the sums of weeks, so that the register need not be read through.)
with week as (
  select week.urn, max(week.week_no) * 14 - (min(isodow(question.first_day)) - 1) * 2 as pos
  from school_week as week cross join question
  where week.letter not in ('?', '~', '#')
  group by week.urn
),
last_mark as (
  select mark.urn, max(mark.pos) as pos
  from register_session as mark
  join week on week.urn = mark.urn
  where mark.pos >= (select min(pos) from week) and mark.pos >= week.pos
    and mark.own and mark.letter is not null and mark.letter <> '#'
  group by mark.urn
)
select last_mark.urn, open_day.n, open_day.date
from last_mark
join open_day on open_day.urn = last_mark.urn and open_day.day = cast(floor(last_mark.pos / 2) as integer)
