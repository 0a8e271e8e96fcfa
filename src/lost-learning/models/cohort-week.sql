-- One row: an enrolment’s possible sessions of one week in one state, as the published measures count them (enrolment.sql:
-- DfE’s cohort, and no session after 31 May at age 15), with the half term and the term that the week lies in.
-- A week lies in one half term (term-week.sql).
with aged as (
  select
    child.child_no, spell.urn,
    year(question.first_day) - year(spell.birth_date)
      - case when month(spell.birth_date) > 8 then 1 else 0 end as age
  from (
    select *, row_number() over (partition by upn, urn order by entry_date desc) as nth from spell where enrolled
  ) as spell
  join child on child.upn = spell.upn
  cross join question
  where spell.nth = 1
),
week as (
  select
    session.child_no, session.urn,
    cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
    fact.rule, count(*) as sessions
  from enrolment
  join aged on aged.child_no = enrolment.child_no and aged.urn = enrolment.urn
  join register_session as session
    on session.child_no = enrolment.child_no and session.urn = enrolment.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  cross join question
  where fact.possible
    and (aged.age < 15 or session.pos <= (make_date(year(question.last_day), 5, 31) - question.first_day) * 2 + 1)
  group by 1, 2, 3, 4
)
select week.child_no, week.urn, term_week.term_no, term_week.half_no, cast(term_week.monday as date) as monday, week.rule, week.sessions
from week
join term_week on term_week.week_no = week.week_no
