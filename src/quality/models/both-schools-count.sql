-- One row: a session of a dual-registered child that two schools each count as possible in their own registers: neither
-- marked D. `decided` is the school whose mark the child’s own account takes, by the account’s order (states.ts).
with counted as (
  select
    register.child_no, register.pos, register.urn, register.main,
    row_number() over (
      partition by register.child_no, register.pos
      order by fact.rule, case when register.main then 0 else 1 end, register.urn
    ) as nth,
    count(*) over (partition by register.child_no, register.pos) as schools,
    sum(case when register.main then 1 else 0 end) over (partition by register.child_no, register.pos) as mains
  from register_session as register
  join code_rule as fact on fact.letter = register.letter
  where register.own and fact.possible and register.child_no in (select child_no from several_schools)
)
select
  child.upn, counted.pos, min(case when counted.nth = 1 then counted.urn end) as decided,
  min(case when counted.nth = 2 then counted.urn end) as other
from counted join child on child.child_no = counted.child_no
where counted.schools > 1 and counted.mains < 2
group by child.upn, counted.pos
