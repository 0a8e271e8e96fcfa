-- One row: a session in a school's own register: it opens while the child is on its roll, its own mark decides, and `D` is
-- not required there. Off-roll sessions go to the school last left. Rows of several schools need not add up to the children's.
select
  session.child_no, session.urn, session.pos,
  coalesce(session.letter, cast('?' as letter)) as letter,
  case when session.letter is null then 9 when fact.rule = 11 then 8 else fact.rule end as rule,
  cast(case when fact.rule = 1 then least(180, coalesce(lost.own_minutes, 0)) else 0 end as smallint) as minutes
from register_session as session
left join code_rule as fact on fact.letter = session.letter
left join minutes as lost on lost.child_no = session.child_no and lost.urn = session.urn and lost.pos = session.pos
where session.own
union all
select off_roll.child_no, off_roll.urn, off_roll.pos, cast('~' as letter) as letter, 10 as rule, cast(0 as smallint) as minutes
from off_roll_session as off_roll
join session_state as state on state.child_no = off_roll.child_no and state.pos = off_roll.pos and state.rule = 10
