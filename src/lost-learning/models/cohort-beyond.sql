-- One row: sessions of a term that no absence figure holds, of an enrolment of the published measures' cohort
-- (enrolment_cohort), by the rule of their state: 6 access failure and 9 no register taken in its school's own register, and
-- 10 off roll, which is with the school last left.
with session as (
  select register.child_no, register.urn, register.pos, coalesce(fact.rule, 9) as rule
  from register_session as register
  left join code_rule as fact on fact.letter = register.letter
  where register.enrolled and (register.letter is null or fact.rule = 6)
  union all
  select off_roll.child_no, off_roll.urn, off_roll.pos, state.rule
  from off_roll_session as off_roll
  join child_session as state on state.child_no = off_roll.child_no and state.pos = off_roll.pos
  where state.rule = 10
)
select session.child_no, session.urn, half_term.term_no, session.rule, count(*) as sessions
from session
join enrolment_cohort as cohort
  on cohort.child_no = session.child_no and cohort.urn = session.urn and session.pos <= cohort.last_pos
cross join question
join half_term
  on question.first_day + cast(floor(session.pos / 2) as integer) >= half_term.first_day
  and question.first_day + cast(floor(session.pos / 2) as integer) <= half_term.last_day
group by 1, 2, 3, 4
