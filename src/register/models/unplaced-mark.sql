-- One row: a mark that wins its cell and is used nowhere, since the child is not on that school's roll that day or the school
-- does not open that session. `#` and `Z` there are simply ignored, as in mark_fault.
with used as (
  select session.child_no, session.urn, session.pos
  from register_session as session
  join misplaced on misplaced.child_no = session.child_no and misplaced.urn = session.urn
)
select cell.child_no, cell.urn, cell.pos, cell.letter
from misplaced_cell as cell
left join used on used.child_no = cell.child_no and used.urn = cell.urn and used.pos = cell.pos
where cell.letter not in ('#', 'Z') and used.child_no is null
