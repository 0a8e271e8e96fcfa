-- One row: an enrolment on roll that is persistently absent by the published measure's own rule (enrolment.sql): 10 % or more
-- of its own possible sessions missed, from the start of the year; `severe` 50 % or more.
-- `since`: the Monday of the first week from whose end on that has held at every week's end; `entered_on`: the first day from
-- which on it has held every day. `counted`: sessions missed.
-- `rate` is rounded down, so that nobody is shown at a threshold that was not reached.
with cohort as (
  select enrolment.*, enrolment_cohort.last_pos
  from enrolment
  join enrolment_cohort on enrolment_cohort.child_no = enrolment.child_no and enrolment_cohort.urn = enrolment.urn
  join stay on stay.child_no = enrolment.child_no and stay.urn = enrolment.urn and stay.on_roll
  where enrolment.persistent = 1
),
daily as (
  select
    cohort.child_no, cohort.urn, cast(floor(session.pos / 2) as integer) as day,
    cast(floor((session.pos + (isodow(question.first_day) - 1) * 2) / 14) as integer) as week_no,
    count(*) as possible,
    count(*) filter (where fact.absence is not null) as missed
  from cohort
  join register_session as session on session.child_no = cohort.child_no and session.urn = cohort.urn and session.enrolled
  join code_rule as fact on fact.letter = session.letter
  cross join question
  where session.pos <= cohort.last_pos and fact.possible
  group by 1, 2, 3, 4
),
running as (
  select
    child_no, urn, day, week_no,
    lead(week_no) over (partition by child_no, urn order by day) is distinct from week_no as ends_week,
    sum(possible) over (partition by child_no, urn order by day) as possible,
    sum(missed) over (partition by child_no, urn order by day) as missed
  from daily
),
standing as (
  select
    running.*,
    max(case when missed * 10 < possible then day else -1 end) over (partition by child_no, urn) as last_day_below,
    max(case when ends_week and missed * 10 < possible then week_no else -1 end) over (partition by child_no, urn)
      as last_below,
    max(case when ends_week and missed * 2 < possible then week_no else -1 end) over (partition by child_no, urn)
      as last_not_severe
  from running
),
begun as (
  select
    child_no, urn,
    min(case when week_no > last_below then week_no end) as week_no,
    min(case when day > last_day_below then day end) as entered_day,
    min(case when week_no > last_not_severe then week_no end) as severe_week_no
  from standing
  group by child_no, urn
),
monday as (
  select first_day, as_of, first_day - cast(isodow(first_day) - 1 as integer) as date from question
)
select
  cohort.child_no, cohort.urn, monday.date + begun.week_no * 7 as since, monday.as_of as until,
  cast(cohort.overall as integer) as counted,
  cast(null as date) as due, monday.first_day + begun.entered_day as entered_on,
  cast(cohort.possible as integer) as possible, floor(cohort.overall * 1000 / cohort.possible) / 10 as rate,
  cohort.severe = 1 as severe,
  case when cohort.severe = 1 then monday.date + begun.severe_week_no * 7 end as severe_since
from cohort
join begun on begun.child_no = cohort.child_no and begun.urn = cohort.urn
cross join monday
