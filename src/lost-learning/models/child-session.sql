-- One row: a session of a child's calendar with its state's rule, the deciding letter and the minutes lost inside it.
-- (The join is on equal columns only: a condition on the left side would make the engine compare all with all.)
select
  state.child_no, state.pos, state.rule, state.letter,
  cast(case when state.rule = 1 then coalesce(lost.minutes, 0) else 0 end as smallint) as minutes
from session_state as state
left join (
  select child_no, pos, least(180, cast(sum(minutes) as bigint)) as minutes from minutes group by child_no, pos
) as lost on lost.child_no = state.child_no and lost.pos = state.pos
