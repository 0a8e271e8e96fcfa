-- One row: a child at a school where the published measures could count it (an enrolment, however many spells), with its age
-- on 31 August before the year and the first rule that leaves it out, or null.
-- DfE, pupil absence statistics methodology: no boarders; not first enrolled in the sixth half term (on or after 1 June);
-- aged 5 to 15. Age is from the latest such spell at the school; earliest entry and boarding are from all of them.
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
    enrolled.*, question.last_day,
    year(question.first_day) - year(birth_date) - case when month(birth_date) > 8 then 1 else 0 end as age
  from enrolled cross join question
)
select
  child_no, urn, age,
  case
    when boarder then 'boarder'
    when first_entry > make_date(year(last_day), 5, 31) then 'sixth-half-term'
    when age < 5 then 'under-5'
    when age > 15 then 'over-15'
  end as left_out
from aged
