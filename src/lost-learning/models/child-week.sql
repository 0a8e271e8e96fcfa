-- One row: a child's sessions of one week in one state with one cause, and the minutes lost inside them. Every sum of the
-- account is a sum over these, so that the sessions themselves are counted once.
-- Weeks count from 0, the Monday on or before 1 September.
select
  session.child_no, cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
  session.rule, session.letter, count(*) as sessions, cast(sum(session.minutes) as bigint) as minutes
from child_session as session cross join question
group by 1, 2, 3, 4
