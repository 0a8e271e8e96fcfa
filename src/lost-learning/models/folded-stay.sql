-- One row: a child at one school in the year, guest spells too: its spells as `from:to:flags` (days from 1 September; flags 1
-- makes a calendar, 2 single or main, 4 counted by the published measures), and the last day that those count (`counts_to`;
-- null where they leave the enrolment out).
select
  child.child_no, spell.urn,
  string_agg(
    cast(greatest(spell.entry_date, question.first_day) - question.first_day as integer) || ':'
      || cast(least(spell.last_date, question.last_day) - question.first_day as integer) || ':'
      || (case when spell.own then 1 else 0 end + case when spell.main then 2 else 0 end
        + case when spell.enrolled then 4 else 0 end),
    ' ' order by spell.entry_date
  ) as spells,
  max(cast(floor(cohort.last_pos / 2) as integer)) as counts_to
from spell
join child on child.upn = spell.upn
cross join question
left join enrolment_cohort as cohort on cohort.child_no = child.child_no and cohort.urn = spell.urn
where spell.entry_date <= question.last_day and spell.last_date >= question.first_day
group by child.child_no, spell.urn
