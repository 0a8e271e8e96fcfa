-- One row: minutes of one kind (that of a removal, or `late`) with which learning time was lost inside a session: as they
-- count for the child as `minutes`, and in the school's own register as `own_minutes`.
-- Lateness to a lesson does not count where the register has an L, which counts already.
with marked_late as (
  select session.child_no, session.urn, session.pos
  from register_session as session
  join (select distinct child_no, pos from removal) as removed
    on removed.child_no = session.child_no and removed.pos = session.pos
  where session.letter = 'L'
)
select child_no, urn, pos, 'late' as kind, late as minutes, late as own_minutes
from register_session
where late > 0
union all
select
  removal.child_no, removal.urn, removal.pos, removal.kind,
  case when removal.kind = 'late-to-lesson' and anywhere.child_no is not null then 0 else removal.minutes end as minutes,
  case when removal.kind = 'late-to-lesson' and here.child_no is not null then 0 else removal.minutes end as own_minutes
from removal
left join (select distinct child_no, pos from marked_late) as anywhere
  on anywhere.child_no = removal.child_no and anywhere.pos = removal.pos
left join marked_late as here
  on here.child_no = removal.child_no and here.pos = removal.pos and here.urn = removal.urn
