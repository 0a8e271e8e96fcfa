-- One row: a child for whom a school owes the authority a return, by the day on which it came to be owed; where several
-- came on one day they are named together. `counted`: school days since. Kith reads no returns: it cannot see one sent.
with owed as (
  select child_no, urn, kind, since, due, leaving_ground, cast(null as integer) as sessions from roll_return
  union all
  select sick.child_no, sick.urn, 'sickness', sick.date, sick.date, null, sick.sessions
  from long_sickness as sick
  cross join question cross join threshold
  where sick.date + threshold.return_told_days >= question.as_of
  union all
  select absence.child_no, absence.urn, 'attendance', tenth.date, tenth.date, null, absence.sessions
  from continuous_absence as absence
  join open_day as tenth on tenth.urn = absence.urn and tenth.n = absence.tenth_n
  left join marked_until as told on told.urn = absence.urn
  cross join question cross join threshold
  where tenth.date + threshold.return_told_days >= question.as_of or absence.last_n >= told.n
),
waited as (
  select owed.child_no, owed.urn, owed.since, count(distinct open_day.n) as days
  from owed
  cross join question
  join open_day on open_day.urn = owed.urn and open_day.date > owed.since and open_day.date <= question.as_of
  group by owed.child_no, owed.urn, owed.since
)
select
  owed.child_no, owed.urn, owed.since, min(question.as_of) as until,
  cast(coalesce(min(waited.days), 0) as integer) as counted, min(owed.due) as due, owed.since as entered_on,
  string_agg(distinct owed.kind, ', ' order by owed.kind) as returns,
  max(owed.leaving_ground) as leaving_ground, max(owed.sessions) as sessions
from owed
cross join question
left join waited on waited.child_no = owed.child_no and waited.urn = owed.urn and waited.since = owed.since
group by owed.child_no, owed.urn, owed.since
