-- One row: an enrolment the published measures count: a child at a school, however many spells, with its own register.
-- DfE, pupil absence statistics methodology: aged 5 to 15 on 31 August before the year; no boarders; not first enrolled in
-- the sixth half term (on or after 1 June); sessions after 31 May dropped at age 15; none without possible sessions.
with enrolled as (
  select
    child.child_no, spell.urn, min(spell.entry_date) as first_entry, bool_or(coalesce(spell.boarder, false)) as boarder,
    max(case when spell.nth = 1 then spell.birth_date end) as birth_date
  from (
    select *, row_number() over (partition by upn, urn order by entry_date desc) as nth from spell where enrolled
  ) as spell
  join child on child.upn = spell.upn
  group by child.child_no, spell.urn
),
aged as (
  select
    child_no, urn, question.first_day,
    make_date(year(question.last_day), 5, 31) as end_of_may,
    year(question.first_day) - year(birth_date)
      - case when month(birth_date) > 8 then 1 else 0 end as age
  from enrolled cross join question
  where not boarder and first_entry <= make_date(year(question.last_day), 5, 31)
),
counted as (
  select
    aged.child_no, aged.urn,
    count(*) filter (where fact.possible) as possible,
    count(*) filter (where fact.absence = 'authorised') as authorised,
    count(*) filter (where fact.absence = 'unauthorised') as unauthorised
  from aged
  join register_session as session on session.child_no = aged.child_no and session.urn = aged.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  where aged.age between 5 and 15
    and (aged.age < 15 or session.pos <= (aged.end_of_may - aged.first_day) * 2 + 1)
  group by aged.child_no, aged.urn
)
select
  child_no, urn, possible, authorised, unauthorised, authorised + unauthorised as overall,
  case when (authorised + unauthorised) * 10 >= possible then 1 else 0 end as persistent,
  case when (authorised + unauthorised) * 2 >= possible then 1 else 0 end as severe
from counted
where possible > 0
