-- One row: a school week of a child that is over and in which something counts or may count. `is_full`: 1 where every session
-- of the child's calendar that counts was attended, ten of ten or as many as there were in a short week; else 0. Sessions not
-- required are passed over, and a week with nothing but such sessions does not count.
-- Null where a register was not taken: nobody knows whether such a week was full where nothing was missed, and to count it
-- only where something was would make full weeks look rarer.
with week as (
  select
    part.child_no, part.week_no,
    cast(coalesce(sum(part.sessions) filter (where part.rule = 1), 0) as integer) as attended,
    cast(coalesce(sum(part.sessions) filter (where part.rule in (2, 3, 4, 5, 6, 7, 10)), 0) as integer) as missed,
    cast(coalesce(sum(part.sessions) filter (where part.rule = 9), 0) as integer) as not_taken
  from child_week as part cross join last_week
  where part.week_no <= last_week.week_no
  group by part.child_no, part.week_no
)
select
  child_no, week_no, attended, missed,
  case when not_taken > 0 then null when missed = 0 then 1 else 0 end as is_full
from week
where attended + missed + not_taken > 0
