-- One row: a spell with a ground for deletion and no leaving date, which goes on counting. `last_marked` is the last day its
-- register has a mark; `sessions` are those after it: the child may have left.
with warned as (
  select year_spell.*
  from spell_warning
  join year_spell on year_spell.file_no = spell_warning.file_no and year_spell.line = spell_warning.line
  where spell_warning.warning = 'ground-without-leaving-date'
),
marked as (
  select
    warned.child_no, warned.urn, warned.entry_date,
    max(case when register.letter is not null and register.letter <> '#' then register.pos end) as last_pos
  from warned
  cross join question
  left join register_session as register on register.child_no = warned.child_no and register.urn = warned.urn
    and register.pos >= (warned.entry_date - question.first_day) * 2
  group by warned.child_no, warned.urn, warned.entry_date
)
select
  warned.urn, warned.upn, warned.entry_date, warned.leaving_ground as value, warned.file_no, warned.line,
  case when marked.last_pos is null then greatest(warned.entry_date, question.first_day)
    else question.first_day + cast(floor(marked.last_pos / 2) as integer) end as last_marked,
  count(register.pos) as sessions
from warned
join marked on marked.child_no = warned.child_no and marked.urn = warned.urn and marked.entry_date = warned.entry_date
cross join question
left join register_session as register on register.child_no = warned.child_no and register.urn = warned.urn
  and register.pos > coalesce(marked.last_pos, (warned.entry_date - question.first_day) * 2 - 1)
group by warned.urn, warned.upn, warned.entry_date, warned.leaving_ground, warned.file_no, warned.line, marked.last_pos,
  question.first_day
