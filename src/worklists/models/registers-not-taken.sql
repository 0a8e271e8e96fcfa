-- One row: a school and a day on which it opened, with a register that was not taken, of a class or of the whole school; or,
-- as one row, all days after the last of which its register has a mark. `counted`: sessions of children. `due`: the day itself.
with untaken as (
  select
    register.urn, register.pos, register.class, register.children,
    question.first_day + cast(floor(register.pos / 2) as integer) as date, told.date as marked_until
  from untaken_register as register
  cross join question
  left join marked_until as told on told.urn = register.urn
),
placed as (
  select
    *, marked_until is null or date > marked_until as silent,
    case when marked_until is null or date > marked_until then date '9999-12-31' else date end as day
  from untaken
),
told as (
  select
    urn, silent, min(date) as since, max(date) as until, cast(sum(children) as integer) as sessions,
    count(distinct date) as days, bool_or(class is null) as whole_school,
    string_agg(distinct class, ', ' order by class) as classes,
    bool_or(pos % 2 = 0) as morning, bool_or(pos % 2 = 1) as afternoon
  from placed
  group by urn, silent, day
),
elapsed as (
  select told.urn, told.since, count(*) as days
  from told
  cross join question
  join open_day on open_day.urn = told.urn and open_day.date > told.since and open_day.date <= question.as_of
  group by told.urn, told.since
)
select
  told.urn, told.since, told.until, told.sessions as counted, told.since as due, told.since as entered_on,
  case when told.silent then 'silent' when told.whole_school then 'school' else 'classes' end as missing,
  case when told.morning and told.afternoon then 'day' when told.morning then 'morning' else 'afternoon' end as part,
  told.classes, cast(told.days as integer) as days, cast(coalesce(elapsed.days, 0) as integer) as days_since
from told
left join elapsed on elapsed.urn = told.urn and elapsed.since = told.since
