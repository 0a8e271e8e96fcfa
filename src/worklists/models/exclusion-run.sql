-- One row: a run of school days on which a child is suspended or excluded from a school, without a school day between. A
-- day belongs to it where a suspension holds or the register marks E, for any part of the day: suspensions that follow each
-- other are one run. A permanent exclusion is a run of its own, from its own first day. `first_n`, `last_n`: its school days.
with excluded_day as (
  select child_no, urn, n, date from excluded_session
  union
  select suspended_day.child_no, suspended_day.urn, suspended_day.n, suspended_day.date
  from suspended_day
  where suspended_day.category <> 'LNCH'
),
apart as (
  select excluded_day.child_no, excluded_day.urn, excluded_day.n
  from excluded_day
  where not exists (
    select 1 from permanent_exclusion as permanent
    where permanent.child_no = excluded_day.child_no and permanent.urn = excluded_day.urn
      and excluded_day.date >= permanent.start_date
      and excluded_day.date < coalesce(permanent.to_date, date '9999-12-31')
  )
),
numbered as (
  select child_no, urn, n, n - row_number() over (partition by child_no, urn order by n) as run from apart
)
select child_no, urn, false as permanent, min(n) as first_n, max(n) as last_n, cast(null as date) as to_date
from numbered
group by child_no, urn, run
union all
select child_no, urn, true as permanent, n as first_n, 2147483647 as last_n, to_date
from permanent_exclusion
