-- One row: a school by its number in the folded register (from 0, by authority and URN), with the days it opens in the year as
-- `day:open` (days from 1 September; open 1 morning, 2 afternoon, 3 both), null where it lists none; last, with a null URN, the
-- days on which more than half of all schools open.
with year_day as (
  select
    school_day.urn, cast(school_day.date - question.first_day as integer) as day,
    case when school_day.am then 1 else 0 end + case when school_day.pm then 2 else 0 end as open
  from school_day cross join question
  where school_day.date >= question.first_day and school_day.date <= question.last_day
),
listed as (
  select urn, string_agg(day || ':' || open, ' ' order by day) as days from year_day group by urn
),
usual as (
  select string_agg(day || ':3', ' ' order by day) as days
  from (
    select day from year_day where open > 0 group by day having count(*) * 2 > (select count(*) from school)
  )
)
select
  cast(row_number() over (order by school.la, school.urn) - 1 as integer) as school_no,
  school.urn, school.la, coalesce(school.phase, '') as phase, coalesce(school.trust, '') as trust, listed.days
from school
left join listed on listed.urn = school.urn
union all
select cast((select count(*) from school) as integer), null, null, null, null, usual.days from usual
