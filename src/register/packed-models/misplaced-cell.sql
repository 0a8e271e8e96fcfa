-- As models/misplaced-cell.sql, from packed registers.
with cell as (
  select packed.child_no, packed.urn,
    unnest(range(length(packed.marks))) as pos, unnest(string_split(packed.marks, '')) as letter
  from packed_mark as packed
  join misplaced on misplaced.child_no = packed.child_no and misplaced.urn = packed.urn
)
select cell.child_no, cell.urn, cast(cell.pos as integer) as pos, cast(cell.letter as letter) as letter
from cell cross join question
where cell.letter <> ' ' and cell.pos <= (question.as_of - question.first_day) * 2 + 1
