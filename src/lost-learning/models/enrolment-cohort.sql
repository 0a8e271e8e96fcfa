-- One row: an enrolment of the cohort that the published measures count: a child at a school, however many spells, and the
-- last session of the year that counts for it (`last_pos`).
-- DfE, pupil absence statistics methodology: aged 5 to 15 on 31 August before the year; no boarders; not first enrolled in
-- the sixth half term (on or after 1 June); sessions after 31 May dropped at age 15.
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
    child_no, urn, question.first_day, question.last_day,
    make_date(year(question.last_day), 5, 31) as end_of_may,
    year(question.first_day) - year(birth_date)
      - case when month(birth_date) > 8 then 1 else 0 end as age
  from enrolled cross join question
  where not boarder and first_entry <= make_date(year(question.last_day), 5, 31)
)
select
  child_no, urn,
  cast(case when age < 15 then last_day - first_day else end_of_may - first_day end as integer) * 2 + 1 as last_pos
from aged
where age between 5 and 15
