-- One row: a child at a school that had it on roll at some time of the year, up to the as-of day (guest spells apart):
-- whether it is there on that day, and else the last day it was.
select
  child.child_no, spell.urn, bool_or(spell.last_date >= question.as_of) as on_roll,
  case when bool_or(spell.last_date >= question.as_of) then null else max(spell.last_date) end as left_on
from spell join child on child.upn = spell.upn cross join question
where spell.own and spell.entry_date <= question.as_of and spell.last_date >= question.first_day
group by child.child_no, spell.urn
