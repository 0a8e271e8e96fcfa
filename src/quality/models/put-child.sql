-- One row: whose a child’s spells and marks at a school would be if UPNs were mended (`scenario`).
select distinct 'two-upns-one-child.one' as scenario, spell.upn, spell.urn, found.other_upn as new_upn
from two_upns_one_child as found
join spell on spell.upn = found.upn
union all
select distinct 'one-upn-two-children.two', upn, urn, upn || '+' || cast(urn as varchar)
from one_upn_two_children
where urn <> other
