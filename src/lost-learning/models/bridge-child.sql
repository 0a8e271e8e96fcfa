-- One row: possible sessions that the area's account counts otherwise than the schools' own registers together, because it is
-- of children: 15, sessions that several registers hold, which a child has once; 16, sessions in which a child on no roll was
-- taught as a guest. `possible` and `absent` are what leaves; they are below nought where sessions come in. `children`: with
-- a possible session once this step is taken.
with possible_child as (
  select child_no, sum(sessions) as possible from child_rule where rule <= 5 group by child_no
),
taught_off_roll as (
  select session.child_no, session.rule <= 5 as possible, session.rule between 2 and 5 as absent
  from child_session as session
  join off_roll_session as off_roll on off_roll.child_no = session.child_no and off_roll.pos = session.pos
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
  cast(coalesce(sum(shared.possible - case when state.rule <= 5 then 1 else 0 end), 0) as bigint) as possible,
  cast(coalesce(sum(shared.absent - case when state.rule between 2 and 5 then 1 else 0 end), 0) as bigint) as absent,
  (
    select count(*)
    from possible_child
    left join (
      select child_no, count(*) as sessions from taught_off_roll where possible group by child_no
    ) as taught on taught.child_no = possible_child.child_no
    where possible_child.possible > coalesce(taught.sessions, 0)
  ) as children
from shared join child_session as state on state.child_no = shared.child_no and state.pos = shared.pos
union all
select
  16 as step, -count(*) filter (where possible) as possible, -count(*) filter (where absent) as absent,
  (select count(*) from possible_child) as children
from taught_off_roll
