-- As models/marked.sql, from packed registers: marks are the characters that are no space.
select packed.child_no, packed.urn,
  length(replace(left(packed.marks, cast(question.as_of - question.first_day + 1 as integer) * 2), ' ', '')) as cells
from packed_mark as packed cross join question
