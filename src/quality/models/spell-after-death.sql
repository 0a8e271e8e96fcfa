-- One row: a spell that begins after an earlier spell of the same UPN ended with ground k (died).
select
  year_spell.urn, year_spell.upn, year_spell.entry_date, year_spell.file_no, year_spell.line, count(register.pos) as sessions
from spell_warning
join year_spell on year_spell.file_no = spell_warning.file_no and year_spell.line = spell_warning.line
left join register_session as register on register.child_no = year_spell.child_no and register.urn = year_spell.urn
where spell_warning.warning = 'after-death'
group by year_spell.urn, year_spell.upn, year_spell.entry_date, year_spell.file_no, year_spell.line
