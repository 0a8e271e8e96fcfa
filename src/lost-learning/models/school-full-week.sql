-- One row: a school week of a child in one school's own register that is over and in which something counts or may count, and
-- whether it was full: the rule of full-week.sql. What the other school of a dual-registered child has to mark is not required
-- here, and time on no roll is no school's week.
with week as (
  select
    part.child_no, part.urn, part.week_no,
    cast(coalesce(sum(part.sessions) filter (where part.rule = 1), 0) as integer) as attended,
    cast(coalesce(sum(part.sessions) filter (where part.rule in (2, 3, 4, 5, 6)), 0) as integer) as missed,
    cast(coalesce(sum(part.sessions) filter (where part.rule = 9), 0) as integer) as not_taken
  from school_week as part cross join last_week
  where part.week_no <= last_week.week_no
  group by part.child_no, part.urn, part.week_no
)
select
  child_no, urn, week_no,
  case when not_taken > 0 then null when missed = 0 then 1 else 0 end as is_full
from week
where attended + missed + not_taken > 0
