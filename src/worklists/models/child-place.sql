-- One row: a child on a roll on the as-of day, with the school that an entry about all its schools stands with: the single or
-- main one, else the one entered last.
select child_no, urn
from (
  select
    child.child_no, spell.urn,
    row_number() over (
      partition by child.child_no
      order by case when spell.main then 0 else 1 end, spell.entry_date desc, spell.urn
    ) as nth
  from spell join child on child.upn = spell.upn cross join question
  where spell.own and spell.entry_date <= question.as_of and spell.last_date >= question.as_of
)
where nth = 1
