-- One row: learning time lost inside a session, as known, in a session the school opens while it has the child.
select child.child_no, removal.urn, removal.pos, removal.kind, removal.minutes
from (
  select
    upn, urn, kind, minutes, withdrawn, date,
    cast(date - (select first_day from question) as integer) * 2 + case when session = 'PM' then 1 else 0 end as pos,
    row_number() over (partition by upn, urn, date, session, kind order by recorded_at desc, seq desc) as nth
  from received_removal
  where recorded_at <= (select known_at from question)
) as removal
join child on child.upn = removal.upn
join register_session on register_session.child_no = child.child_no
  and register_session.urn = removal.urn and register_session.pos = removal.pos
where removal.nth = 1 and not removal.withdrawn
  and removal.date >= (select first_day from question) and removal.date <= (select as_of from question)
