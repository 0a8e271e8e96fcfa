-- One row: an enrolment’s possible sessions of one week in one state, as the published measures count them
-- (enrolment_cohort), with the half term and the term that the week lies in. A week lies in one half term (term-week.sql).
with week as (
  select
    session.child_no, session.urn,
    cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
    fact.rule, count(*) as sessions
  from enrolment_cohort as cohort
  join register_session as session
    on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled and session.pos <= cohort.last_pos
  join code_rule as fact on fact.letter = session.letter
  cross join question
  where fact.possible
  group by 1, 2, 3, 4
)
select week.child_no, week.urn, term_week.term_no, term_week.half_no, cast(term_week.monday as date) as monday, week.rule, week.sessions
from week
join term_week on term_week.week_no = week.week_no
