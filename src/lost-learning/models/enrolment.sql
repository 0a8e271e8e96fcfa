-- One row: an enrolment the published measures count: a child at a school, however many spells, with its own register.
-- DfE, pupil absence statistics methodology: the cohort and the last session that counts are enrolment_cohort's; none without
-- possible sessions.
with counted as (
  select
    cohort.child_no, cohort.urn,
    count(*) filter (where fact.possible) as possible,
    count(*) filter (where fact.absence = 'authorised') as authorised,
    count(*) filter (where fact.absence = 'unauthorised') as unauthorised
  from enrolment_cohort as cohort
  join register_session as session
    on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled and session.pos <= cohort.last_pos
  join code_rule as fact on fact.letter = session.letter
  group by cohort.child_no, cohort.urn
)
select
  child_no, urn, possible, authorised, unauthorised, authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe
from counted
where possible > 0
