-- One row: a spell as it would stand if what a rule found were mended (`scenario`): changed, taken back, or new.
select
  'mark-outside-spell.on-roll' as scenario, mark.upn, mark.urn, mark.date as entry_date,
  coalesce(max(spell.status), 'C') as status, mark.date as leaving_date, null as leaving_ground, null as destination_urn,
  false as withdrawn
from refused_mark as mark
left join spell on spell.upn = mark.upn and spell.urn = mark.urn
where mark.fault = 'outside-spell'
group by mark.upn, mark.urn, mark.date
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
