-- One row: a child's sessions of the year in one state, and the minutes lost inside them: child_week without weeks and causes.
-- Sums of the year by what a child is (sex, year group) read these few rows, not every week.
select child_no, rule, cast(sum(sessions) as bigint) as sessions, cast(sum(minutes) as bigint) as minutes
from child_week
group by child_no, rule
