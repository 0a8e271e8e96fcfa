-- One row: a child whose school's register still says N (reason not yet known) five school days or more after the session.
-- The day of the session is not counted: an N of Monday is here from the next Monday on, the last day for putting it right.
-- `counted`: school days since the first of these sessions. `due`: the fifth school day after it.
-- A child who has left is kept: the entry in the register is still wrong, and where the child went may be the reason.
with latest as (
  select urn, max(n) as n from school_day_number group by urn
),
waiting as (
  select session.child_no, session.urn, session.pos, day.date, day.n, latest.n as now
  from register_session as session
  join school_day_number as day
    on day.urn = session.urn and day.day = cast(floor(session.pos / 2) as integer)
  join latest on latest.urn = session.urn
  cross join threshold
  where session.letter = 'N' and session.own and latest.n - day.n >= threshold.reason_days
),
first_waiting as (
  select
    child_no, urn, min(date) as since, max(date) as last_date, min(n) as n, min(now) as now, count(*) as sessions
  from waiting
  group by child_no, urn
)
select
  waits.child_no, waits.urn, waits.since, question.as_of as until, waits.now - waits.n as counted,
  due_day.date as due, due_day.date as entered_on,
  cast(waits.sessions as integer) as sessions, waits.last_date, stay.left_on
from first_waiting as waits
cross join question cross join threshold
join school_day_number as due_day on due_day.urn = waits.urn and due_day.n = waits.n + threshold.reason_days
left join stay on stay.child_no = waits.child_no and stay.urn = waits.urn
