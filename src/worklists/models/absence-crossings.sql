-- One row: an enrolment on roll that came into persistent or severe absence with the school's last week, or out of it: its
-- sessions from the start of the year to the end of that week, against those to the end of the week before.
-- Nobody counts as persistently absent here before a number of possible sessions: in the first fortnight a day of illness is
-- 10 %. `counted`: sessions missed. Weeks are those of last-week.sql; a school closed in the area's last one has its own.
with school_last as (
  select
    day.urn, max(cast(floor((day.day + isodow(question.first_day) - 1) / 7) as integer)) as week_no, max(day.date) as last_open
  from school_day_number as day cross join last_week cross join question
  where floor((day.day + isodow(question.first_day) - 1) / 7) <= last_week.week_no
  group by day.urn
),
cohort as (
  select
    enrolment.child_no, enrolment.urn, school_last.week_no, school_last.last_open,
    (school_last.week_no * 7 - isodow(question.first_day) + 1) * 2 as first_pos,
    least(enrolment.last_pos, (school_last.last_open - question.first_day) * 2 + 1) as last_pos
  from enrolment_cohort as enrolment
  join stay on stay.child_no = enrolment.child_no and stay.urn = enrolment.urn and stay.on_roll
  join school_last on school_last.urn = enrolment.urn
  cross join question
),
held as (
  select
    cohort.child_no, cohort.urn, min(cohort.week_no) as week_no, min(cohort.last_open) as last_open,
    count(*) as possible,
    count(*) filter (where fact.absence is not null) as missed,
    count(*) filter (where session.pos < cohort.first_pos) as possible_before,
    count(*) filter (where session.pos < cohort.first_pos and fact.absence is not null) as missed_before
  from cohort
  join register_session as session on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  where fact.possible and session.pos <= cohort.last_pos
  group by cohort.child_no, cohort.urn
),
placed as (
  select
    held.*,
    case
      when possible < threshold.crossing_possible or missed * 10 < possible then 0
      when missed * 2 < possible then 1
      else 2
    end as level,
    case
      when possible_before < threshold.crossing_possible or missed_before * 10 < possible_before then 0
      when missed_before * 2 < possible_before then 1
      else 2
    end as level_before,
    possible_before >= threshold.crossing_possible as counted_before
  from held cross join threshold
)
select
  child_no, urn,
  question.first_day - cast(isodow(question.first_day) - 1 as integer) + week_no * 7 as since,
  last_open as until, cast(missed as integer) as counted,
  cast(null as date) as due, last_open as entered_on,
  case
    when level = 2 then 'into-severe'
    when level = 1 and level_before = 0 then 'into-persistent'
    when level = 1 then 'out-of-severe'
    else 'out-of-persistent'
  end as change,
  cast(possible as integer) as possible,
  floor(missed * 1000 / possible) / 10 as rate,
  case when counted_before then floor(missed_before * 1000 / possible_before) / 10 end as rate_before
from placed cross join question
where level <> level_before
