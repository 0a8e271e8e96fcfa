-- One row: an enrolment the published measures count (enrolment-cohort.sql), with its own register: possible sessions and
-- those missed, authorised and not. Enrolments without possible sessions are left out.
with counted as (
  select
    cohort.child_no, cohort.urn,
    count(*) filter (where fact.possible) as possible,
    count(*) filter (where fact.absence = 'authorised') as authorised,
    count(*) filter (where fact.absence = 'unauthorised') as unauthorised
  from enrolment_cohort as cohort
  join register_session as session on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  where session.pos <= cohort.last_pos
  group by cohort.child_no, cohort.urn
)
select
  child_no, urn, possible, authorised, unauthorised, authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe
from counted
where possible > 0
