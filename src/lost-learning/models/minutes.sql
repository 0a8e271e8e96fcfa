-- One row: a session with learning time lost inside it, and the minutes: for the child (in sessions attended) as `minutes`,
-- and in the school's own register as `own_minutes`. At most 180 a child and session.
select child_no, urn, pos, cast(sum(minutes) as bigint) as minutes, cast(sum(own_minutes) as bigint) as own_minutes
from lost_inside
group by child_no, urn, pos
