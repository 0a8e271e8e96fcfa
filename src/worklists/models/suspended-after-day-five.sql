-- One row: a run of suspension or exclusion in which a child was without education after its fifth school day: sessions
-- still marked E from the sixth on, or, once permanently excluded, on no roll. Running ones, and those whose last such day
-- lies in the last four school weeks. `counted`: such school days of this academic year. `due`: the sixth school day.
with unmet as (
  select child_no, urn, n, date, false as off_roll from excluded_session where unmet
  union all
  select session.child_no, session.urn, open_day.n, open_day.date, true as off_roll
  from off_roll_session as session
  join child_session as state
    on state.child_no = session.child_no and state.pos = session.pos and state.rule = 10
  join open_day on open_day.urn = session.urn and open_day.day = cast(floor(session.pos / 2) as integer)
  where session.child_no in (select child_no from permanent_exclusion)
),
without as (
  select
    run.child_no, run.urn, run.permanent, run.first_n,
    count(distinct unmet.n) as days, count(*) as sessions, min(unmet.n) as first_unmet, max(unmet.n) as last_unmet
  from exclusion_run as run
  cross join threshold
  join unmet on unmet.child_no = run.child_no and unmet.urn = run.urn
  where unmet.n >= run.first_n + threshold.provision_days and unmet.n <= run.last_n
    and (run.permanent or not unmet.off_roll) and unmet.date < coalesce(run.to_date, date '9999-12-31')
  group by run.child_no, run.urn, run.permanent, run.first_n
),
record as (
  select without.child_no, without.urn, without.first_n, count(*) as records
  from without
  join known_exclusion as exclusion on exclusion.child_no = without.child_no and exclusion.urn = without.urn
    and exclusion.n >= without.first_n and exclusion.n <= without.last_unmet and exclusion.category <> 'LNCH'
    and (exclusion.category = 'PERM') = without.permanent
  group by without.child_no, without.urn, without.first_n
)
select
  without.child_no, without.urn, began.date as since, ended.date as until, cast(without.days as integer) as counted,
  sixth.date as due, entered.date as entered_on,
  case when without.permanent then 'authority' else 'school' end as arranged_by,
  without.last_unmet >= told.n as running, cast(without.sessions as integer) as sessions,
  cast(coalesce(record.records, 0) as integer) as records
from without
cross join threshold
join marked_until as told on told.urn = without.urn
join open_day as began on began.urn = without.urn and began.n = without.first_n
join open_day as sixth on sixth.urn = without.urn and sixth.n = without.first_n + threshold.provision_days
join open_day as entered on entered.urn = without.urn and entered.n = without.first_unmet
join open_day as ended on ended.urn = without.urn and ended.n = without.last_unmet
left join record
  on record.child_no = without.child_no and record.urn = without.urn and record.first_n = without.first_n
where told.n - without.last_unmet < threshold.recent_days
