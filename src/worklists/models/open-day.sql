-- One row: a day on which a school opens, in any year that its days are known of. `n` counts a school's days, so that the
-- school days between two dates are a difference, also over a summer; `opened` counts its sessions up to and with this day.
-- `day` counts dates from the first of this academic year, as `register_session.pos / 2` does (below 0 before it): joined on
-- an integer of its own, not on a date worked out with `question`, or the engine would compare all with all.
select
  open_day.urn, open_day.date, cast(open_day.date - question.first_day as integer) as day, open_day.opens,
  cast(row_number() over (partition by open_day.urn order by open_day.date) as integer) as n,
  cast(sum(open_day.opens) over (partition by open_day.urn order by open_day.date) as integer) as opened
from (
  select urn, date, case when am then 1 else 0 end + case when pm then 1 else 0 end as opens
  from school_day
  where am or pm
) as open_day
cross join question
