-- One row: a run of days on which a child, once on a roll, is on none; `next_entry` is null where no arrival is known.
-- With it: the school last left (of the subsidiary ones only where the child has no other kind), and what the gap comes to:
-- `counted`, or why it is not.
with own as (
  select child_no, urn, status, entry_date, last_date, leaving_ground, destination_urn
  from spell join child using (upn)
  where own
),
reached as (
  select
    child_no,
    max(last_date) over (
      partition by child_no order by entry_date, urn rows between unbounded preceding and current row
    ) as last_day_on_roll,
    lead(entry_date) over (partition by child_no order by entry_date, urn) as next_entry
  from own
),
gaps as (
  select child_no, last_day_on_roll + 1 as first_day, next_entry
  from reached
  where last_day_on_roll < date '9999-12-31' and (next_entry is null or next_entry > last_day_on_roll + 1)
),
only_subsidiary as (
  select child_no, min(case when status = 'S' then 1 else 0 end) = 1 as only_subsidiary
  from own
  group by child_no
),
last_left as (
  select
    gaps.child_no, gaps.first_day, own.urn, own.leaving_ground, own.destination_urn,
    row_number() over (
      partition by gaps.child_no, gaps.first_day order by own.last_date desc, own.entry_date desc, own.urn desc
    ) as nth
  from gaps
  join own on own.child_no = gaps.child_no and own.last_date < gaps.first_day
  join only_subsidiary on only_subsidiary.child_no = gaps.child_no
  where own.status <> 'S' or only_subsidiary.only_subsidiary
),
open_days as (
  select gaps.child_no, gaps.first_day, count(*) as open_days
  from gaps
  join last_left on last_left.child_no = gaps.child_no and last_left.first_day = gaps.first_day and last_left.nth = 1
  join school_day on school_day.urn = last_left.urn
    and school_day.date >= gaps.first_day and school_day.date < gaps.next_entry
    and (school_day.am or school_day.pm)
  group by gaps.child_no, gaps.first_day
)
select
  gaps.child_no, gaps.first_day, gaps.next_entry, last_left.urn, last_left.leaving_ground, last_left.destination_urn,
  case
    when last_left.urn is null then 'no-school-left'
    when last_left.leaving_ground in ('e', 'f', 'j', 'k', 'l') then 'ground'
    when last_left.destination_urn is not null and school.urn is null then 'destination-outside'
    when last_left.leaving_ground in ('a', 'c') and last_left.destination_urn is null then 'destination-unknown'
    when gaps.next_entry is not null and coalesce(open_days.open_days, 0) <= 5 then 'short'
    else 'counted'
  end as outcome
from gaps
left join last_left on last_left.child_no = gaps.child_no and last_left.first_day = gaps.first_day and last_left.nth = 1
left join school on school.urn = last_left.destination_urn
left join open_days on open_days.child_no = gaps.child_no and open_days.first_day = gaps.first_day
