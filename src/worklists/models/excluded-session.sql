-- One row: a session that a school's register marks E (suspended or permanently excluded, nothing else arranged), with the
-- school's day. `unmet`: no other school has the child in that session, so that E decides the child's state.
select mark.child_no, mark.urn, mark.pos, mark.n, mark.date, state.pos is not null as unmet
from absence_mark as mark
left join (
  select child_no, pos from child_session where rule = 2
) as state on state.child_no = mark.child_no and state.pos = mark.pos
where mark.letter = 'E'
