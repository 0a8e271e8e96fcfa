-- One row: a suspension or exclusion begun by the as-of day, in any year, as known, and `n`, the school's day (`open_day`) on
-- which it began or, where the school was closed, the next one within two months: a summer is shorter.
with known as (
  select
    *, row_number() over (partition by upn, urn, category, start_date order by recorded_at desc, seq desc) as nth
  from received_suspension
  where recorded_at <= (select known_at from question)
)
select
  child.child_no, known.urn, known.category, known.start_date, known.sessions, min(open_day.n) as n
from known
join child on child.upn = known.upn
join open_day on open_day.urn = known.urn
  and open_day.date >= known.start_date and open_day.date <= known.start_date + 60
cross join question
where known.nth = 1 and not known.withdrawn and known.start_date <= question.as_of
group by child.child_no, known.urn, known.category, known.start_date, known.sessions
