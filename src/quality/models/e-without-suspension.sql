-- One row: a session marked E in a run of them (in the school’s own order of sessions) that no recorded suspension or
-- exclusion of that school explains: none began in the run or in the week before it, and none was permanent.
with numbered as (
  select
    register.child_no, register.urn, register.pos, code.code,
    row_number() over (partition by register.child_no, register.urn order by register.pos) as nth
  from register_session as register
  left join code_letter as code on code.letter = register.letter
  where register.own and register.child_no in (
    select child_no from register_session where letter = (select letter from code_letter where code = 'E')
  )
),
suspended as (
  select
    child_no, urn, pos,
    nth - row_number() over (partition by child_no, urn order by nth) as run
  from numbered
  where code = 'E'
),
run as (
  select
    suspended.child_no, suspended.urn, suspended.run, child.upn,
    question.first_day + cast(floor(min(suspended.pos) / 2) as integer) as first_day,
    question.first_day + cast(floor(max(suspended.pos) / 2) as integer) as last_day
  from suspended join child on child.child_no = suspended.child_no cross join question
  group by suspended.child_no, suspended.urn, suspended.run, child.upn, question.first_day
),
explained as (
  select distinct run.child_no, run.urn, run.run
  from run
  join suspension on suspension.upn = run.upn and suspension.urn = run.urn
    and suspension.start_date <= run.last_day
    and (suspension.start_date >= run.first_day - 7 or suspension.category = 'PERM')
)
select child.upn, suspended.urn, suspended.pos, cast(run.first_day - question.first_day as integer) as part
from suspended
join run on run.child_no = suspended.child_no and run.urn = suspended.urn and run.run = suspended.run
join child on child.child_no = suspended.child_no
cross join question
left join explained on explained.child_no = suspended.child_no and explained.urn = suspended.urn
  and explained.run = suspended.run
-- Where no record of suspensions has come in at all, nothing is held against their absence.
where explained.child_no is null and (select count(*) from received_suspension) > 0
