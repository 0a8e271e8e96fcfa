-- One row: a child of a share of all, and the part of the folded register that it stands in: the authority of its schools in
-- the year, `across` where they are of several; without one in the year, the authority of the school it was at last.
select
  upn,
  case
    when min(la) filter (where of_year) is null then max(struct_pack(last_date, entry_date, urn, la)).la
    when min(la) filter (where of_year) = max(la) filter (where of_year) then min(la) filter (where of_year)
    else 'across'
  end as part
from (
  select
    spell.upn, spell.urn, spell.entry_date, spell.last_date, school.la,
    spell.entry_date <= question.last_day and spell.last_date >= question.first_day as of_year
  from shared_spell as spell join school on school.urn = spell.urn cross join question
)
group by upn
