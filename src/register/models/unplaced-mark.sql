-- One row: a mark that wins its cell and is used nowhere, since the child is not on that school's roll that day or the school
-- does not open that session. `#` and `Z` there are simply ignored, as in mark_fault.
-- Most children have none: only where marks and used marks differ in number are they held against each other.
with year_mark as (
  select mark_day.*
  from mark_day join school on school.urn = mark_day.urn cross join question
  where mark_day.day <= question.as_of - question.first_day
),
marked as (
  select child_no, urn, count(am) + count(pm) as cells from year_mark group by child_no, urn
),
used as (
  select child_no, urn, count(letter) as cells from register_session group by child_no, urn
),
differing as (
  select marked.child_no, marked.urn
  from marked left join used on used.child_no = marked.child_no and used.urn = marked.urn
  where marked.cells <> coalesce(used.cells, 0)
),
cell as (
  select year_mark.child_no, year_mark.urn, year_mark.day * 2 + half.session as pos,
    case when half.session = 0 then year_mark.am else year_mark.pm end as letter
  from year_mark
  join differing on differing.child_no = year_mark.child_no and differing.urn = year_mark.urn
  cross join (select 0 as session union all select 1 as session) as half
),
used_cell as (
  select session.child_no, session.urn, session.pos
  from register_session as session
  join differing on differing.child_no = session.child_no and differing.urn = session.urn
)
select cell.child_no, cell.urn, cell.pos, cell.letter
from cell
left join used_cell on used_cell.child_no = cell.child_no and used_cell.urn = cell.urn and used_cell.pos = cell.pos
where cell.letter is not null and cell.letter not in ('#', 'Z') and used_cell.child_no is null
