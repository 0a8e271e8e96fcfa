-- One row: a child with fifteen school days (thirty sessions) of illness in the year, in a row or not, over all its schools.
-- Only days of compulsory school age are counted. `counted`: sessions of illness. `entered_on`, `reached_on`: the day of the
-- thirtieth. `in_a_row`: the most sessions of illness one after another; sessions not required and registers not taken are
-- passed over.
with ill as (
  select
    session.child_no, session.pos, row_number() over (partition by session.child_no order by session.pos) as nth
  from child_session as session
  join child on child.child_no = session.child_no
  cross join question
  where session.letter = 'I'
    and question.first_day + cast(floor(session.pos / 2) as integer) between child.compulsory_from and child.compulsory_to
),
long_ill as (
  select
    ill.child_no, count(*) as sessions, count(distinct cast(floor(ill.pos / 2) as integer)) as days,
    min(ill.pos) as first_pos, max(ill.pos) as last_pos,
    max(case when ill.nth = threshold.illness_sessions then ill.pos end) as reached_pos
  from ill cross join threshold
  group by ill.child_no
  having count(*) >= max(threshold.illness_sessions)
),
told as (
  select
    session.child_no, session.pos, session.letter = 'I' as is_ill,
    row_number() over (partition by session.child_no order by session.pos)
      - row_number() over (partition by session.child_no, session.letter = 'I' order by session.pos) as run
  from child_session as session
  join long_ill on long_ill.child_no = session.child_no
  where session.rule not in (8, 9)
),
runs as (
  select child_no, run, count(*) as sessions from told where is_ill group by child_no, run
),
longest as (
  select child_no, max(sessions) as sessions from runs group by child_no
),
latest as (
  select child_no, max_by(is_ill, pos) as is_ill from told group by child_no
)
select
  long_ill.child_no, child_place.urn,
  question.first_day + cast(floor(long_ill.first_pos / 2) as integer) as since,
  question.first_day + cast(floor(long_ill.last_pos / 2) as integer) as until,
  cast(long_ill.sessions as integer) as counted,
  cast(null as date) as due, question.first_day + cast(floor(long_ill.reached_pos / 2) as integer) as entered_on,
  question.first_day + cast(floor(long_ill.reached_pos / 2) as integer) as reached_on,
  cast(long_ill.days as integer) as days, cast(longest.sessions as integer) as in_a_row, latest.is_ill as ill_now
from long_ill
join child_place on child_place.child_no = long_ill.child_no
join longest on longest.child_no = long_ill.child_no
join latest on latest.child_no = long_ill.child_no
cross join question
