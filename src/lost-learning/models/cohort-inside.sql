-- One row: minutes of one kind that an enrolment of the published measures' cohort (enrolment_cohort) lost inside a session
-- that it attended, as its school's own register counts them (lost_inside, school_session), and the term of the day.
-- At most 180 a session, as in the account: the register's lateness counts first, then the kind that took the most.
with inside as (
  select distinct child_no, urn, pos from lost_inside
),
attended as (
  select session.child_no, session.urn, session.pos
  from inside
  join register_session as session
    on session.child_no = inside.child_no and session.urn = inside.urn and session.pos = inside.pos and session.enrolled
  join enrolment_cohort as cohort
    on cohort.child_no = session.child_no and cohort.urn = session.urn and session.pos <= cohort.last_pos
  join code_rule as fact on fact.letter = session.letter
  where fact.rule = 1
),
lost as (
  select
    lost_inside.child_no, lost_inside.urn, lost_inside.pos, lost_inside.kind, lost_inside.own_minutes as minutes,
    sum(lost_inside.own_minutes) over (
      partition by lost_inside.child_no, lost_inside.urn, lost_inside.pos
      order by case when lost_inside.kind = 'late' then 0 else 1 end, lost_inside.own_minutes desc, lost_inside.kind
      rows between unbounded preceding and current row
    ) as so_far
  from lost_inside
  join attended
    on attended.child_no = lost_inside.child_no and attended.urn = lost_inside.urn and attended.pos = lost_inside.pos
)
select
  lost.child_no, lost.urn, lost.pos, half_term.term_no, lost.kind,
  cast(least(180, lost.so_far) - least(180, lost.so_far - lost.minutes) as bigint) as minutes
from lost
cross join question
join half_term
  on question.first_day + cast(floor(lost.pos / 2) as integer) >= half_term.first_day
  and question.first_day + cast(floor(lost.pos / 2) as integer) <= half_term.last_day
where lost.minutes > 0 and lost.so_far - lost.minutes < 180
