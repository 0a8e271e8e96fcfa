-- One row: a child on a roll with ten unauthorised sessions (G N O U) in the last ten of its school weeks, over all its
-- schools; only days of compulsory school age are counted. A school week is a week, Monday to Sunday, with a session of the
-- child's calendar that was not a planned closure (#). `counted`: those sessions.
-- `since`, `entered_on`: the day of the session that made it ten, since when every ten weeks up to the end of a week held ten.
with unauthorised as (
  select
    session.child_no, session.pos, session.letter,
    cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no
  from child_session as session
  join child on child.child_no = session.child_no
  cross join question
  where session.rule = 3
    and question.first_day + cast(floor(session.pos / 2) as integer) between child.compulsory_from and child.compulsory_to
),
enough as (
  select unauthorised.child_no
  from unauthorised cross join threshold
  group by unauthorised.child_no
  having count(*) >= max(threshold.unauthorised_sessions)
),
school_week_of as (
  select child_no, week_no, row_number() over (partition by child_no order by week_no) as nth
  from (
    select distinct part.child_no, part.week_no
    from child_week as part join enough on enough.child_no = part.child_no
    where part.letter <> '#'
  )
),
in_week as (
  select child_no, week_no, count(*) as sessions from unauthorised group by child_no, week_no
),
numbered as (
  select week.child_no, week.nth, coalesce(in_week.sessions, 0) as sessions
  from school_week_of as week
  left join in_week on in_week.child_no = week.child_no and in_week.week_no = week.week_no
),
rolling as (
  select
    week.child_no, week.week_no, week.nth, cast(sum(earlier.sessions) as integer) as sessions,
    cast(sum(case when earlier.nth = week.nth then earlier.sessions else 0 end) as integer) as own_sessions
  from school_week_of as week
  cross join threshold
  join numbered as earlier
    on earlier.child_no = week.child_no and earlier.nth <= week.nth and earlier.nth > week.nth - threshold.unauthorised_weeks
  group by week.child_no, week.week_no, week.nth
),
stretch as (
  select
    rolling.child_no, max(rolling.nth) as last_nth, max_by(rolling.sessions, rolling.nth) as sessions,
    coalesce(max(case when rolling.sessions < threshold.unauthorised_sessions then rolling.nth end), 0) + 1 as first_nth
  from rolling cross join threshold
  group by rolling.child_no
),
begun as (
  select
    stretch.child_no, stretch.last_nth, stretch.sessions, rolling.week_no,
    threshold.unauthorised_sessions - (rolling.sessions - rolling.own_sessions) as needed
  from stretch
  join rolling on rolling.child_no = stretch.child_no and rolling.nth = stretch.first_nth
  cross join threshold
  where stretch.sessions >= threshold.unauthorised_sessions
),
reached as (
  select begun.child_no, nth_session.pos
  from begun
  join (
    select child_no, pos, week_no, row_number() over (partition by child_no, week_no order by pos) as nth from unauthorised
  ) as nth_session
    on nth_session.child_no = begun.child_no and nth_session.week_no = begun.week_no and nth_session.nth = begun.needed
),
told as (
  select
    begun.child_no, min(unauthorised.pos) as first_pos, max(unauthorised.pos) as last_pos,
    count(*) filter (where unauthorised.letter = 'G') as holiday,
    count(*) filter (where unauthorised.letter = 'N') as not_known,
    count(*) filter (where unauthorised.letter = 'O') as other,
    count(*) filter (where unauthorised.letter = 'U') as late
  from begun
  cross join threshold
  join school_week_of as week
    on week.child_no = begun.child_no and week.nth > begun.last_nth - threshold.unauthorised_weeks
  join unauthorised on unauthorised.child_no = week.child_no and unauthorised.week_no = week.week_no
  group by begun.child_no
)
select
  begun.child_no, child_place.urn,
  question.first_day + cast(floor(reached.pos / 2) as integer) as since, question.as_of as until,
  cast(begun.sessions as integer) as counted,
  cast(null as date) as due, question.first_day + cast(floor(reached.pos / 2) as integer) as entered_on,
  question.first_day + cast(floor(told.first_pos / 2) as integer) as first_date,
  question.first_day + cast(floor(told.last_pos / 2) as integer) as last_date,
  cast(told.holiday as integer) as holiday, cast(told.not_known as integer) as not_known,
  cast(told.other as integer) as other, cast(told.late as integer) as late
from begun
join child_place on child_place.child_no = begun.child_no
join reached on reached.child_no = begun.child_no
join told on told.child_no = begun.child_no
cross join question
