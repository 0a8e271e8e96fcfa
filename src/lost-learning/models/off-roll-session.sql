-- One row: a session in which a child of compulsory school age is on no roll, and the school last left opens.
-- Where that school lists no day in the year: both sessions of each day on which more than half of all schools open.
with counted as (
  select gap.child_no, gap.urn, gap.first_day, coalesce(gap.next_entry - 1, date '9999-12-31') as last_day,
    child.compulsory_from, child.compulsory_to
  from gap join child on child.child_no = gap.child_no
  where gap.outcome = 'counted'
),
year_day as (
  select school_day.* from school_day cross join question
  where school_day.date >= question.first_day and school_day.date <= question.last_day
),
usual_day as (
  select date
  from year_day
  where am or pm
  group by date
  having count(*) * 2 > (select count(*) from school)
),
day as (
  select counted.*, year_day.date, year_day.am, year_day.pm
  from counted join year_day on year_day.urn = counted.urn
  union all
  select counted.*, usual_day.date, true as am, true as pm
  from counted cross join usual_day
  where counted.urn not in (select urn from year_day)
),
off_roll as (
  select day.child_no, day.urn, day.am, day.pm, cast(day.date - question.first_day as integer) as day
  from day cross join question
  where day.date between day.first_day and day.last_day
    and day.date between day.compulsory_from and day.compulsory_to
    and day.date <= question.as_of
)
select child_no, urn, day * 2 as pos from off_roll where am
union all
select child_no, urn, day * 2 + 1 as pos from off_roll where pm
