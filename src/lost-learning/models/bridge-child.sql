-- One row: possible sessions that the area's account counts otherwise than the schools' own registers together, because it is
-- of children: 15, sessions that several registers hold, which a child has once; 16, sessions in which a child on no roll was
-- taught as a guest. `possible` and `absent` are what leaves; they are below nought where sessions come in. `children`: with
-- a possible session once this step is taken.
with state as (
  select
    session.child_no, session.pos, session.rule <= 5 as possible, session.rule between 2 and 5 as absent,
    off_roll.child_no is not null as off_roll
  from child_session as session
  left join off_roll_session as off_roll on off_roll.child_no = session.child_no and off_roll.pos = session.pos
),
shared as (
  select
    session.child_no, session.pos,
    count(*) filter (where session.own and fact.possible) as possible,
    count(*) filter (where session.own and fact.absence is not null) as absent
  from register_session as session
  left join code_rule as fact on fact.letter = session.letter
  where session.child_no in (select child_no from several_schools)
  group by session.child_no, session.pos
  having count(*) > 1 and bool_or(session.own)
)
select
  15 as step,
  cast(coalesce(sum(shared.possible - case when state.possible then 1 else 0 end), 0) as bigint) as possible,
  cast(coalesce(sum(shared.absent - case when state.absent then 1 else 0 end), 0) as bigint) as absent,
  (select count(distinct child_no) from state where possible and not off_roll) as children
from shared join state on state.child_no = shared.child_no and state.pos = shared.pos
union all
select
  16 as step, -count(*) filter (where possible) as possible, -count(*) filter (where absent) as absent,
  (select count(distinct child_no) from state where possible) as children
from state
where off_roll
