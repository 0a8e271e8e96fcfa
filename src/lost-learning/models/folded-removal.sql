-- One row: a child’s removals of the year as known, as `urn:pos:late:minutes` (late: 1 for lateness to a lesson).
select
  child.child_no,
  string_agg(
    removal.urn || ':' || removal.pos || ':' || (case when removal.kind = 'late-to-lesson' then 1 else 0 end)
      || ':' || removal.minutes,
    ' ' order by removal.pos, removal.urn, removal.kind
  ) as removals
from (
  select
    upn, urn, kind, minutes, withdrawn,
    cast(date - (select first_day from question) as integer) * 2 + case when session = 'PM' then 1 else 0 end as pos,
    row_number() over (partition by upn, urn, date, session, kind order by recorded_at desc, seq desc) as nth
  from received_removal
  where recorded_at <= (select known_at from question)
    and date >= (select first_day from question) and date <= (select last_day from question)
) as removal
join child on child.upn = removal.upn
where removal.nth = 1 and not removal.withdrawn
group by child.child_no
