-- One row: a spell that can be used and looks wrong.
with ordered as (
  select
    *,
    max(case when leaving_ground = 'k' then last_date end) over (
      partition by upn order by entry_date, urn rows between unbounded preceding and 1 preceding
    ) as died,
    max(case when status = 'C' then last_date end) over (
      partition by upn order by entry_date, urn rows between unbounded preceding and 1 preceding
    ) as single_until
  from spell
)
select file_no, line, 'entry_date' as column_name, cast(entry_date as varchar) as value, 'after-death' as warning
from ordered where died < entry_date
union all
select file_no, line, 'entry_date', cast(entry_date as varchar), 'overlapping-single-spells'
from ordered where status = 'C' and single_until >= entry_date
union all
select file_no, line, 'leaving_ground', leaving_ground, 'ground-without-leaving-date'
from ordered where leaving_ground is not null and leaving_date is null
