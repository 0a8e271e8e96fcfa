-- One row: a suspension or exclusion of the year, as known. Lunchtime exclusions (LNCH) are kept apart by category.
select upn, urn, category, start_date, sessions, reason1, reason2, reason3, review_closed
from (
  select *, row_number() over (partition by upn, urn, category, start_date order by recorded_at desc, seq desc) as nth
  from received_suspension
  where recorded_at <= (select known_at from question)
    and urn in (select urn from school)
)
where nth = 1 and not withdrawn
  and start_date >= (select first_day from question) and start_date <= (select as_of from question)
