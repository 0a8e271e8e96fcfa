-- One row: a session with learning time lost inside it, and the minutes: for the child (in sessions attended) as `minutes`,
-- and in the school's own register as `own_minutes`. At most 180 a child and session.
-- Lateness to a lesson does not count where the register has an L, which counts already.
with late as (
  select child_no, urn, pos, late as minutes from register_session where late > 0
),
marked_late as (
  select session.child_no, session.urn, session.pos
  from register_session as session
  join (select distinct child_no, pos from removal) as removed
    on removed.child_no = session.child_no and removed.pos = session.pos
  where session.letter = 'L'
),
lost as (
  select child_no, urn, pos, minutes, minutes as own_minutes from late
  union all
  select
    removal.child_no, removal.urn, removal.pos,
    case when removal.kind = 'late-to-lesson' and anywhere.child_no is not null then 0 else removal.minutes end,
    case when removal.kind = 'late-to-lesson' and here.child_no is not null then 0 else removal.minutes end
  from removal
  left join (select distinct child_no, pos from marked_late) as anywhere
    on anywhere.child_no = removal.child_no and anywhere.pos = removal.pos
  left join marked_late as here
    on here.child_no = removal.child_no and here.pos = removal.pos and here.urn = removal.urn
)
select child_no, urn, pos, cast(sum(minutes) as bigint) as minutes, cast(sum(own_minutes) as bigint) as own_minutes
from lost
group by child_no, urn, pos
