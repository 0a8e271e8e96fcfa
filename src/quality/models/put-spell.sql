-- One row: a spell as it would stand if what a rule found were mended (`scenario`): changed, taken back, or new.
with outside as (
  select distinct upn, urn, date from refused_mark where fault = 'outside-spell'
),
-- The days after are what they were: the ground is that of the spell before, and where there is none, nothing is counted.
ended as (
  select
    outside.upn, outside.urn, outside.date, spell.leaving_ground, spell.destination_urn,
    row_number() over (
      partition by outside.upn, outside.urn, outside.date order by spell.last_date desc, spell.entry_date desc, spell.urn desc
    ) as nth
  from outside join spell on spell.upn = outside.upn and spell.own and spell.last_date < outside.date
),
status as (
  select upn, urn, max(status) as status from spell group by upn, urn
)
select
  'mark-outside-spell.on-roll' as scenario, outside.upn, outside.urn, outside.date as entry_date,
  coalesce(status.status, 'C') as status, outside.date as leaving_date,
  case when ended.upn is null then 'f' else ended.leaving_ground end as leaving_ground, ended.destination_urn,
  false as withdrawn
from outside
left join ended on ended.upn = outside.upn and ended.urn = outside.urn and ended.date = outside.date and ended.nth = 1
left join status on status.upn = outside.upn and status.urn = outside.urn
union all
select
  'overlapping-spells.earlier-ended', spell.upn, spell.urn, spell.entry_date, spell.status, found.next_entry - 1,
  spell.leaving_ground, spell.destination_urn, found.next_entry <= spell.entry_date
from overlapping_spells as found
join spell on spell.upn = found.upn and spell.urn = found.urn and spell.entry_date = found.entry_date
union all
select
  'no-school.elsewhere', spell.upn, spell.urn, spell.entry_date, spell.status, spell.leaving_date, 'a', 0, false
from no_school as found
join spell on spell.upn = found.upn and spell.urn = found.urn and spell.entry_date = found.entry_date
union all
select
  'no-school.without', spell.upn, spell.urn, spell.entry_date, spell.status, spell.leaving_date, null, null, false
from no_school as found
join spell on spell.upn = found.upn and spell.urn = found.urn and spell.entry_date = found.entry_date
union all
select
  'ground-without-leaving-date.left', spell.upn, spell.urn, spell.entry_date, spell.status,
  greatest(found.last_marked, spell.entry_date), spell.leaving_ground, spell.destination_urn, false
from ground_without_leaving_date as found
join spell on spell.upn = found.upn and spell.urn = found.urn and spell.entry_date = found.entry_date
union all
select
  'spell-after-death.not-there', spell.upn, spell.urn, spell.entry_date, spell.status, spell.leaving_date,
  spell.leaving_ground, spell.destination_urn, true
from spell_after_death as found
join spell on spell.upn = found.upn and spell.urn = found.urn and spell.entry_date = found.entry_date
