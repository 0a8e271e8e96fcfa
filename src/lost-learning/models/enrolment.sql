-- One row: an enrolment the published measures count: a child at a school, however many spells, with its own register.
-- DfE, pupil absence statistics methodology: the cohort is cohort_rule's; sessions after 31 May are dropped at age 15; none
-- without possible sessions.
with counted as (
  select
    cohort.child_no, cohort.urn,
    count(*) filter (where fact.possible) as possible,
    count(*) filter (where fact.absence = 'authorised') as authorised,
    count(*) filter (where fact.absence = 'unauthorised') as unauthorised
  from cohort_rule as cohort
  cross join question
  join register_session as session on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  where cohort.left_out is null
    and (cohort.age < 15 or session.pos <= (make_date(year(question.last_day), 5, 31) - question.first_day) * 2 + 1)
  group by cohort.child_no, cohort.urn
)
select
  child_no, urn, possible, authorised, unauthorised, authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe
from counted
where possible > 0
