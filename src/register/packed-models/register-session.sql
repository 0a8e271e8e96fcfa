-- As models/register-session.sql, from packed registers: a mark is read where its session lies, so that no relation of
-- millions of days stands in between.
with session as (
  select
    coverage.child_no, coverage.urn, coverage.day * 2 + half.session as pos, coverage.own, coverage.main, coverage.enrolled,
    cast(nullif(nullif(substr(packed.marks, coverage.day * 2 + half.session + 1, 1), ' '), '') as letter) as letter
  from coverage
  left join packed_mark as packed on packed.child_no = coverage.child_no and packed.urn = coverage.urn
  cross join (select 0 as session union all select 1 as session) as half
  where case when half.session = 0 then coverage.am_open else coverage.pm_open end
)
select session.*, case when session.letter = 'L' then late.minutes end as late
from session
left join packed_late as late
  on late.child_no = session.child_no and late.urn = session.urn and late.pos = session.pos
