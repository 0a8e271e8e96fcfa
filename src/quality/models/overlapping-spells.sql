-- One row: a single or main spell that goes on after the child’s next single or main spell has begun. The earlier one is
-- named: its school is the one that has to end it. `sessions` are those that stand in both schools’ registers.
with pair as (
  select
    a.child_no, a.upn, a.urn, a.entry_date, a.leaving_date, a.file_no, a.line, b.urn as other, b.entry_date as next_entry,
    row_number() over (
      partition by a.child_no, a.urn, a.entry_date order by b.entry_date, b.urn
    ) as nth,
    greatest(b.entry_date, question.first_day) as first_day,
    least(a.last_date, b.last_date, question.as_of) as last_day
  from year_spell as a
  join year_spell as b on b.child_no = a.child_no
    and (b.entry_date > a.entry_date or (b.entry_date = a.entry_date and b.urn > a.urn)) and b.entry_date <= a.last_date
  cross join question
  where a.main and b.main
),
register as (
  select child_no, urn, pos
  from register_session
  where own and child_no in (select child_no from pair)
),
twice as (
  select pair.child_no, pair.urn, pair.entry_date, count(distinct ours.pos) as sessions
  from pair
  cross join question
  join register as ours on ours.child_no = pair.child_no and ours.urn = pair.urn
    and ours.pos between (pair.first_day - question.first_day) * 2 and (pair.last_day - question.first_day) * 2 + 1
  join register as theirs on theirs.child_no = pair.child_no and theirs.urn = pair.other and theirs.pos = ours.pos
  where pair.nth = 1 and pair.urn <> pair.other
  group by pair.child_no, pair.urn, pair.entry_date
)
select
  pair.urn, pair.upn, pair.entry_date, pair.next_entry, pair.first_day, pair.last_day,
  coalesce(twice.sessions, 0) as sessions, pair.other, pair.file_no, pair.line,
  coalesce(cast(pair.leaving_date as varchar), '') as value
from pair
left join twice on twice.child_no = pair.child_no and twice.urn = pair.urn and twice.entry_date = pair.entry_date
where pair.nth = 1
