-- One row: the spell after which a child of compulsory school age is nowhere known to be: gone to a school that is not
-- named, or not of this area, and no arrival known. Such time is not counted as off roll, so it must be listed.
select spell.file_no, spell.line, 'destination_urn' as column_name,
  coalesce(cast(gap.destination_urn as varchar), '') as value, 'destination-unconfirmed' as warning
from gap
join child on child.child_no = gap.child_no
join spell on spell.upn = child.upn and spell.urn = gap.urn and spell.own and spell.last_date < gap.first_day
where gap.outcome in ('destination-outside', 'destination-unknown') and gap.next_entry is null
  and gap.first_day >= child.compulsory_from and gap.first_day <= child.compulsory_to
qualify row_number() over (
  partition by gap.child_no, gap.first_day order by spell.last_date desc, spell.entry_date desc
) = 1
