-- One row: a child on roll on the as-of date under a temporary UPN (it ends in a letter), whose first spell under it began
-- more than six weeks before. That a permanent one is asked for within six weeks is an assumption of ours: DfE’s guide to
-- UPNs says only “as soon as possible”.
select urn, upn, first_entry as first_day, file_no, line
from (
  select
    year_spell.urn, year_spell.upn, year_spell.file_no, year_spell.line, question.as_of, year_spell.last_date,
    min(year_spell.entry_date) over (partition by year_spell.upn) as first_entry,
    row_number() over (
      partition by year_spell.upn order by year_spell.last_date desc, year_spell.main desc, year_spell.entry_date desc,
        year_spell.urn
    ) as nth
  from year_spell cross join question
  where right(year_spell.upn, 1) not between '0' and '9'
)
where nth = 1 and last_date >= as_of and first_entry < as_of - 42
