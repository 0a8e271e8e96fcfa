-- One row: a spell that makes a calendar and covers a day of the year up to the as-of date, with the child’s number.
select child.child_no, spell.*
from spell
join child on child.upn = spell.upn
cross join question
where spell.own and spell.entry_date <= question.as_of and spell.last_date >= question.first_day
