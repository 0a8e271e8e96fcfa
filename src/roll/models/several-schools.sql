-- One row: a child with spells (guest ones too) at more than one school in the year.
select child.child_no
from spell join child on child.upn = spell.upn cross join question
where spell.entry_date <= question.as_of and spell.last_date >= question.first_day
group by child.child_no
having count(distinct spell.urn) > 1
