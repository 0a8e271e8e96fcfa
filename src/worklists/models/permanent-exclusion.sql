-- One row: a permanent exclusion, of any year, and the days for which it holds: from the day it began until the child is
-- seen in that school's own register again, enters another school's roll or is permanently excluded anew (`to_date`, null
-- while none of these is known). A review that reinstates is known by what follows it, a withdrawn record by its absence.
with begun as (
  select
    child_no, urn, start_date, n, lead(start_date) over (partition by child_no, urn order by start_date) as again
  from known_exclusion
  where category = 'PERM'
),
back as (
  select begun.child_no, begun.urn, begun.start_date, min(open_day.date) as date
  from begun
  join register_session as mark on mark.child_no = begun.child_no and mark.urn = begun.urn
  join open_day on open_day.urn = mark.urn and open_day.day = cast(floor(mark.pos / 2) as integer)
  where mark.letter in ('/', '.', 'L') and open_day.date > begun.start_date
  group by begun.child_no, begun.urn, begun.start_date
),
entered as (
  select begun.child_no, begun.urn, begun.start_date, min(spell.entry_date) as date
  from begun
  join child on child.child_no = begun.child_no
  join spell on spell.upn = child.upn and spell.own and spell.urn <> begun.urn and spell.entry_date > begun.start_date
  group by begun.child_no, begun.urn, begun.start_date
)
select
  begun.child_no, begun.urn, begun.start_date, begun.n, least(begun.again, back.date, entered.date) as to_date
from begun
left join back on back.child_no = begun.child_no and back.urn = begun.urn and back.start_date = begun.start_date
left join entered
  on entered.child_no = begun.child_no and entered.urn = begun.urn and entered.start_date = begun.start_date
