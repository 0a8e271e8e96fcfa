-- One row: a session a school opens while it has a child on its roll (or as a guest), with the mark's letter or null.
-- `pos` counts the sessions of the academic year from 0: 1 September morning, 1 September afternoon, 2 September morning …
select
  coverage.child_no, coverage.urn, coverage.day * 2 + half.session as pos, coverage.own, coverage.main, coverage.enrolled,
  case when half.session = 0 then mark.am else mark.pm end as letter,
  case when half.session = 0 and mark.am = 'L' then mark.am_minutes_late
    when half.session = 1 and mark.pm = 'L' then mark.pm_minutes_late end as late
from coverage
left join mark_day as mark
  on mark.child_no = coverage.child_no and mark.urn = coverage.urn and mark.day = coverage.day
cross join (select 0 as session union all select 1 as session) as half
where case when half.session = 0 then coverage.am_open else coverage.pm_open end
