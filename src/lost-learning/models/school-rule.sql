-- One row: a child's sessions of the year in one school's own register, in one state: school_week without weeks and causes.
select child_no, urn, rule, cast(sum(sessions) as bigint) as sessions, cast(sum(minutes) as bigint) as minutes
from school_week
group by child_no, urn, rule
