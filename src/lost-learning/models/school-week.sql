-- One row: a child's sessions of one week in one school's own register, in one state with one cause.
select
  session.child_no, session.urn,
  cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
  session.rule, session.letter, count(*) as sessions, cast(sum(session.minutes) as bigint) as minutes
from school_session as session cross join question
group by 1, 2, 3, 4, 5
