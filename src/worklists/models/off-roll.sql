-- One row: a child of compulsory school age who is on no school's roll on the as-of day, by the account's own rule of a
-- gap that counts, with the school last left. `counted`: days on which that school opened since, as in the account.
with days as (
  select
    gap.child_no, gap.urn, gap.first_day,
    count(distinct cast(floor(session.pos / 2) as integer)) as days
  from gap
  join off_roll_session as session on session.child_no = gap.child_no and session.urn = gap.urn
  cross join question
  where session.pos >= (gap.first_day - question.first_day) * 2
  group by gap.child_no, gap.urn, gap.first_day
)
select
  gap.child_no, gap.urn,
  gap.first_day as since, question.as_of as until, cast(days.days as integer) as counted,
  cast(null as date) as due, gap.first_day as entered_on,
  gap.leaving_ground, gap.destination_urn
from gap
join days on days.child_no = gap.child_no and days.urn = gap.urn and days.first_day = gap.first_day
cross join question
where gap.outcome = 'counted' and gap.first_day <= question.as_of
  and (gap.next_entry is null or gap.next_entry > question.as_of)
