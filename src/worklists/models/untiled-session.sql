-- One row: a session of a child on the rolls of two schools that their registers do not tile: every mark is D, so that no
-- school has the child (the account's `unrecorded-dual`); or (`twice`) two schools' own registers both account for the
-- child, with a code that counts as possible. Where they tile, exactly one does.
with twice as (
  select mark.child_no, mark.pos
  from register_session as mark
  join code_rule as fact on fact.letter = mark.letter
  where mark.own and fact.possible and mark.child_no in (select child_no from dual_day)
  group by mark.child_no, mark.pos
  having count(*) > 1
)
select
  untiled.child_no, untiled.pos, untiled.twice,
  question.first_day + cast(floor(untiled.pos / 2) as integer) as date
from (
  select child_no, pos, false as twice from child_session where rule = 7
  union all
  select child_no, pos, true as twice from twice
) as untiled
cross join question
