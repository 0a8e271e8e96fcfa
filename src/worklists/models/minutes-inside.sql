-- One row: a child on a school's roll who lost a session's worth of minutes or more inside sessions that school marked as
-- attended. Whose minutes: the school's own removals and late marks, as in its rows of the account (minutes.sql): lateness to a
-- lesson does not count beside an L, and a session counts 180 minutes at most, filled in the order of the kinds.
-- `counted`: minutes of the year. `entered_on`: the day of the session that made them enough.
with kind as (
  select * from (values
    ('internal-exclusion', 1), ('removed-from-lesson', 2), ('left-lesson', 3), ('detention-in-lesson-time', 4),
    ('late-to-lesson', 5)
  ) as t(kind, kind_no)
),
lost as (
  select child_no, urn, pos, 6 as kind_no, late as minutes from register_session where own and letter = 'L' and late > 0
  union all
  select removal.child_no, removal.urn, removal.pos, kind.kind_no, removal.minutes
  from removal
  join kind on kind.kind = removal.kind
  join register_session as session
    on session.child_no = removal.child_no and session.urn = removal.urn and session.pos = removal.pos
  join code_rule as fact on fact.letter = session.letter
  where session.own and fact.rule = 1 and (removal.kind <> 'late-to-lesson' or session.letter <> 'L')
),
filled as (
  select
    child_no, urn, pos, kind_no, minutes,
    sum(minutes) over (
      partition by child_no, urn, pos order by kind_no rows between unbounded preceding and current row
    ) as so_far
  from lost
),
part as (
  select
    child_no, urn, pos, kind_no, cast(least(180, so_far) - least(180, so_far - minutes) as integer) as minutes
  from filled
),
session as (
  select
    child_no, urn, pos, minutes,
    sum(minutes) over (partition by child_no, urn order by pos rows between unbounded preceding and current row) as so_far
  from (select child_no, urn, pos, sum(minutes) as minutes from part group by child_no, urn, pos)
),
enough as (
  select
    session.child_no, session.urn, sum(session.minutes) as minutes, count(*) as sessions,
    min(session.pos) as first_pos, max(session.pos) as last_pos,
    min(case when session.so_far >= threshold.minutes_inside then session.pos end) as entered_pos
  from session cross join threshold
  group by session.child_no, session.urn
  having sum(session.minutes) >= max(threshold.minutes_inside)
),
now as (
  select max(half_term.first_day) as first_day
  from half_term cross join question
  where half_term.first_day <= question.as_of
),
told as (
  select
    part.child_no, part.urn,
    sum(case when question.first_day + cast(floor(part.pos / 2) as integer) >= now.first_day then part.minutes else 0 end) as half_term,
    sum(case when part.kind_no = 1 then part.minutes else 0 end) as internal_exclusion,
    sum(case when part.kind_no = 2 then part.minutes else 0 end) as removed,
    sum(case when part.kind_no = 3 then part.minutes else 0 end) as left_lesson,
    sum(case when part.kind_no = 4 then part.minutes else 0 end) as detention,
    sum(case when part.kind_no = 5 then part.minutes else 0 end) as late_to_lesson,
    sum(case when part.kind_no = 6 then part.minutes else 0 end) as late_mark
  from part
  join enough on enough.child_no = part.child_no and enough.urn = part.urn
  cross join question cross join now
  group by part.child_no, part.urn
)
select
  enough.child_no, enough.urn,
  question.first_day + cast(floor(enough.first_pos / 2) as integer) as since,
  question.first_day + cast(floor(enough.last_pos / 2) as integer) as until,
  cast(enough.minutes as integer) as counted,
  cast(null as date) as due, question.first_day + cast(floor(enough.entered_pos / 2) as integer) as entered_on,
  cast(told.half_term as integer) as half_term,
  cast(told.internal_exclusion as integer) as internal_exclusion, cast(told.removed as integer) as removed,
  cast(told.left_lesson as integer) as left_lesson, cast(told.detention as integer) as detention,
  cast(told.late_to_lesson as integer) as late_to_lesson, cast(told.late_mark as integer) as late_mark,
  cast(enough.sessions as integer) as sessions
from enough
join stay on stay.child_no = enough.child_no and stay.urn = enough.urn
join told on told.child_no = enough.child_no and told.urn = enough.urn
cross join question
where stay.on_roll
