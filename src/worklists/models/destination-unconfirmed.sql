-- One row: a child of compulsory school age who left for a school that is not named (grounds a and c) or not of this area,
-- and of whom no arrival is known. The account never counts such time, so it has to be listed (`roll/models/gap.sql`).
select
  gap.child_no, gap.urn, gap.since, question.as_of as until, gap.days as counted,
  cast(null as date) as due, gap.first_school_day as entered_on,
  gap.outcome as destination, gap.destination_urn, gap.leaving_ground, gap.last_seen
from waiting_gap as gap cross join question
where gap.outcome in ('destination-outside', 'destination-unknown') and gap.next_entry is null
