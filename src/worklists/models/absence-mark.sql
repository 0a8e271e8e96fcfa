-- One row: a session that a school's own register marks E (suspended, nothing else arranged), I (ill) or G, N, O or U
-- (unauthorised), with the school's day. Several lists begin here, so that the register is read through once for all.
select
  mark.child_no, mark.urn, mark.pos, mark.letter, mark.enrolled, open_day.n, open_day.date
from register_session as mark
join open_day on open_day.urn = mark.urn and open_day.day = cast(floor(mark.pos / 2) as integer)
where mark.letter in ('E', 'I', 'G', 'N', 'O', 'U') and mark.own
