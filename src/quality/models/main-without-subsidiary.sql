-- One row: a main spell of a dual registration without a subsidiary one at any other school of the area on any of its days
-- in the year. `sessions` are those it marked D: the other school has them, and its register is not here.
with alone as (
  select a.*
  from year_spell as a
  left join year_spell as b on b.child_no = a.child_no and b.urn <> a.urn and b.status = 'S'
    and b.entry_date <= a.last_date and a.entry_date <= b.last_date
  where a.status = 'M' and b.child_no is null
)
select
  alone.urn, alone.upn, alone.entry_date, alone.file_no, alone.line,
  greatest(alone.entry_date, question.first_day) as first_day, least(alone.last_date, question.as_of) as last_day,
  count(register.pos) as sessions
from alone
cross join question
left join register_session as register
  on register.child_no = alone.child_no and register.urn = alone.urn
  and register.letter = (select letter from code_letter where code = 'D')
  and register.pos >= (alone.entry_date - question.first_day) * 2
  and register.pos <= (alone.last_date - question.first_day) * 2 + 1
group by alone.urn, alone.upn, alone.entry_date, alone.last_date, alone.file_no, alone.line, question.first_day,
  question.as_of
