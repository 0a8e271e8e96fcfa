-- One row: a run of ten school days or more in which every mark of a child in one school's register is G, N, O or U. A day
-- of which nothing is known, and one with any other mark, ends it. `tenth_n`: the tenth of its school days.
-- Only days of compulsory school age are counted.
-- (Who has ten such days one after another, whatever else is marked on them, is sought first: they are few.)
with touched as (
  select child_no, urn, n, n - row_number() over (partition by child_no, urn order by n) as run
  from (
    select distinct child_no, urn, n from absence_mark where letter in ('G', 'N', 'O', 'U') and enrolled
  )
),
candidate as (
  select distinct child_no, urn
  from (
    select child_no, urn from touched group by child_no, urn, run having count(*) >= (select absence_days from threshold)
  )
),
absent_day as (
  select mark.child_no, mark.urn, cast(floor(mark.pos / 2) as integer) as day, count(*) as sessions
  from register_session as mark
  join candidate on candidate.child_no = mark.child_no and candidate.urn = mark.urn
  where mark.enrolled and mark.letter is not null
  group by mark.child_no, mark.urn, 3
  having bool_and(mark.letter in ('G', 'N', 'O', 'U'))
),
numbered as (
  select
    absent_day.child_no, absent_day.urn, absent_day.sessions, open_day.n,
    open_day.n - row_number() over (partition by absent_day.child_no, absent_day.urn order by open_day.n) as run
  from absent_day
  join open_day on open_day.urn = absent_day.urn and open_day.day = absent_day.day
  join child on child.child_no = absent_day.child_no
  where open_day.date between child.compulsory_from and child.compulsory_to
)
select
  numbered.child_no, numbered.urn, min(numbered.n) + min(threshold.absence_days) - 1 as tenth_n,
  max(numbered.n) as last_n, cast(sum(numbered.sessions) as integer) as sessions
from numbered cross join threshold
group by numbered.child_no, numbered.urn, numbered.run
having count(*) >= min(threshold.absence_days)
