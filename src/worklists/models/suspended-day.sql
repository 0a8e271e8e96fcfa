-- One row: a school day, of any year, on which a suspension holds, and how many of its sessions. Its length is counted
-- over the sessions that the school opens, from the day on which it began, to its end, which may lie after the as-of day.
-- Where no length is recorded, it holds while the register marks E without a day between. A lunchtime is half a day
-- (statutory guidance on suspension and permanent exclusion); a record of several lunchtimes is one a day.
with begun as (
  select
    suspension.*, suspension.category = 'LNCH' as lunchtime,
    case when suspension.category = 'LNCH' then greatest(coalesce(suspension.sessions, 1), 1)
      else suspension.sessions end as length
  from known_exclusion as suspension
  where suspension.category <> 'PERM'
),
marked_run as (
  select child_no, urn, min(n) as first_n, max(n) as last_n
  from (
    select child_no, urn, n, n - row_number() over (partition by child_no, urn order by n) as run
    from (select distinct child_no, urn, n from excluded_session)
  )
  group by child_no, urn, run
),
marked_day as (
  select child_no, urn, n, date, count(*) as sessions from excluded_session group by child_no, urn, n, date
)
select
  begun.child_no, begun.urn, begun.category, begun.start_date, day.n, day.date,
  least(day.opens, begun.length - (day.opened - day.opens - began.opened + began.opens)) as sessions
from begun
join open_day as began on began.urn = begun.urn and began.n = begun.n
join open_day as day on day.urn = begun.urn and day.n >= begun.n and day.n < begun.n + begun.length
where not begun.lunchtime and day.opened - day.opens - began.opened + began.opens < begun.length
union all
select begun.child_no, begun.urn, begun.category, begun.start_date, day.n, day.date, 1
from begun
join open_day as day on day.urn = begun.urn and day.n >= begun.n and day.n < begun.n + begun.length
where begun.lunchtime
union all
select begun.child_no, begun.urn, begun.category, begun.start_date, marked_day.n, marked_day.date, marked_day.sessions
from begun
join marked_run as run on run.child_no = begun.child_no and run.urn = begun.urn
  and begun.n >= run.first_n and begun.n <= run.last_n
join marked_day on marked_day.child_no = begun.child_no and marked_day.urn = begun.urn
  and marked_day.n >= begun.n and marked_day.n <= run.last_n
where begun.length is null
