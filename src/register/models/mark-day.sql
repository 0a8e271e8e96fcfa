-- One row: a child's day in one school's register as known at the question's moment: the winning code of each session
-- as its letter (decision 0007), null where there is none. Validity in the roll is judged later, in register_session.
-- Most days have one row: only contested ones pay for the contest. Cells are contested one by one.
with known as (
  select
    child.child_no, mark.urn, cast(mark.date - question.first_day as integer) as day, mark.am, mark.pm,
    mark.am_minutes_late, mark.pm_minutes_late, mark.withdrawn, mark.recorded_at, mark.seq
  from received_mark as mark
  join child on child.upn = mark.upn
  cross join question
  where mark.recorded_at <= question.known_at and mark.date >= question.first_day and mark.date <= question.last_day
),
contested_key as (
  select child_no, urn, day from known group by child_no, urn, day having count(*) > 1
),
contested as (
  select known.*
  from known
  join contested_key as key on key.child_no = known.child_no and key.urn = known.urn and key.day = known.day
),
single as (
  select known.child_no, known.urn, known.day, known.am, known.pm, known.am_minutes_late, known.pm_minutes_late
  from known
  left join contested_key as key on key.child_no = known.child_no and key.urn = known.urn and key.day = known.day
  where key.day is null and not known.withdrawn
),
cells as (
  select child_no, urn, day, 0 as session, am as code, am_minutes_late as late, withdrawn, recorded_at, seq
  from contested
  where am is not null or withdrawn
  union all
  select child_no, urn, day, 1 as session, pm as code, pm_minutes_late as late, withdrawn, recorded_at, seq
  from contested
  where pm is not null or withdrawn
),
winners as (
  select child_no, urn, day, session, code, late
  from (
    select *, row_number() over (partition by child_no, urn, day, session order by recorded_at desc, seq desc) as nth
    from cells
  )
  where nth = 1 and not withdrawn
),
settled as (
  select child_no, urn, day, am, pm, am_minutes_late, pm_minutes_late from single
  union all
  select
    child_no, urn, day,
    max(case when session = 0 then code end), max(case when session = 1 then code end),
    max(case when session = 0 then late end), max(case when session = 1 then late end)
  from winners
  group by child_no, urn, day
)
select settled.child_no, settled.urn, settled.day, a.letter as am, p.letter as pm, am_minutes_late, pm_minutes_late
from settled
left join code_letter as a on a.code = settled.am
left join code_letter as p on p.code = settled.pm
where settled.am is not null or settled.pm is not null
