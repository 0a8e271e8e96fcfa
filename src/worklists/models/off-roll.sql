-- One row: a child of compulsory school age who is on no school's roll on the as-of day, by the account's own rule of a
-- gap that counts, with the school last left. `counted`: school days since, in earlier years too.
select
  gap.child_no, gap.urn, gap.since, question.as_of as until, gap.days as counted,
  cast(null as date) as due, gap.first_school_day as entered_on,
  gap.leaving_ground, gap.destination_urn, gap.next_entry, gap.last_seen
from waiting_gap as gap cross join question
where gap.outcome = 'counted'
