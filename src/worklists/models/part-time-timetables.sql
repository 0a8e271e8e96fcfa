-- One row: a part-time timetable of a child at a school, as far as the register tells: sessions marked C2 (letter 2) with fewer
-- than a week's worth of sessions attended between one and the next. Files say neither when it was agreed nor its end.
-- `running`: still on that roll, and not yet a week's worth of sessions attended since the last C2. Other absence, holidays
-- and registers not taken end nothing.
-- `counted`: days the school opened from the first C2 to the last, or to the as-of day while it runs.
-- Comparable weeks: whole weeks of the timetable without other absence, with as many sessions as its fullest such week.
with part_time as (
  select distinct child_no, urn from register_session where letter = '2' and own
),
marked as (
  select
    session.child_no, session.urn, session.pos, coalesce(session.letter, cast('?' as letter)) as letter, coalesce(fact.rule, 9) as rule,
    sum(case when fact.rule = 1 then 1 else 0 end) over (
      partition by session.child_no, session.urn order by session.pos
    ) as attended
  from register_session as session
  join part_time on part_time.child_no = session.child_no and part_time.urn = session.urn
  left join code_rule as fact on fact.letter = session.letter
  where session.own
),
followed as (
  select
    child_no, urn, pos, attended,
    attended - lag(attended) over (partition by child_no, urn order by pos) as attended_between
  from marked
  where letter = '2'
),
numbered as (
  select
    followed.*,
    sum(case when attended_between >= threshold.part_time_over_sessions then 1 else 0 end) over (
      partition by child_no, urn order by pos
    ) as nth
  from followed cross join threshold
),
timetable as (
  select
    child_no, urn, nth, min(pos) as first_pos, max(pos) as last_pos, max(attended) as attended,
    count(*) as sessions, count(distinct cast(floor(pos / 2) as integer)) as days
  from numbered
  group by child_no, urn, nth
),
told as (
  select
    timetable.*, stay.left_on, stay.on_roll and ever.attended - timetable.attended < threshold.part_time_over_sessions as running,
    question.first_day + cast(floor(first_pos / 2) as integer) as since,
    question.first_day + cast(floor(last_pos / 2) as integer) as last_date,
    question.as_of
  from timetable
  join (select child_no, urn, max(attended) as attended from marked group by child_no, urn) as ever
    on ever.child_no = timetable.child_no and ever.urn = timetable.urn
  join stay on stay.child_no = timetable.child_no and stay.urn = timetable.urn
  cross join threshold cross join question
),
spans as (
  select *, case when running then as_of else last_date end as until from told
),
week as (
  select
    spans.child_no, spans.urn, spans.nth,
    cast(floor((marked.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
    count(*) filter (where marked.rule = 1) as attended,
    count(*) filter (where marked.rule = 1 or marked.letter = '2') as offered,
    count(*) filter (where marked.rule in (2, 3, 5, 6, 9)) as otherwise
  from spans
  join marked on marked.child_no = spans.child_no and marked.urn = spans.urn
  cross join question
  where question.first_day + cast(floor(marked.pos / 2) as integer) between spans.since - 6 and spans.until + 6
  group by 1, 2, 3, 4
),
whole_week as (
  select week.*, max(week.offered) over (partition by week.child_no, week.urn, week.nth) as most
  from week
  join spans on spans.child_no = week.child_no and spans.urn = week.urn and spans.nth = week.nth
  cross join question
  where week.otherwise = 0
    and question.first_day - cast(isodow(question.first_day) - 1 as integer) + week.week_no * 7 >= spans.since
    and question.first_day - cast(isodow(question.first_day) - 1 as integer) + week.week_no * 7 + 4 <= spans.until
),
compared as (
  select
    child_no, urn, nth, count(*) as weeks, max(most) as week_sessions,
    min_by(attended, week_no) as first_week, max_by(attended, week_no) as last_week
  from whole_week
  where offered = most
  group by child_no, urn, nth
  having count(*) >= 2
),
anywhere as (
  select child_no, count(*) as sessions from register_session where letter = '2' and own group by child_no
),
here as (
  select child_no, urn, sum(sessions) as sessions from timetable group by child_no, urn
)
select
  spans.child_no, spans.urn, spans.since, spans.until,
  cast((
    case when spans.running then latest.n else last_day.n end
  ) - first_day.n + 1 as integer) as counted,
  cast(null as date) as due, spans.since as entered_on,
  spans.running, cast(spans.sessions as integer) as sessions, cast(spans.days as integer) as days,
  compared.last_week > compared.first_week as rising,
  cast(compared.first_week as integer) as first_week, cast(compared.last_week as integer) as last_week,
  cast(compared.week_sessions as integer) as week_sessions,
  spans.left_on, cast(anywhere.sessions - here.sessions as integer) as elsewhere
from spans
join (select urn, max(n) as n from school_day_number group by urn) as latest on latest.urn = spans.urn
join school_day_number as first_day on first_day.urn = spans.urn and first_day.date = spans.since
join school_day_number as last_day on last_day.urn = spans.urn and last_day.date = spans.last_date
join anywhere on anywhere.child_no = spans.child_no
join here on here.child_no = spans.child_no and here.urn = spans.urn
left join compared
  on compared.child_no = spans.child_no and compared.urn = spans.urn and compared.nth = spans.nth
