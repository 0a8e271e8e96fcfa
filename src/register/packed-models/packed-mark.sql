-- One row: a child's year in one school's register, as it is packed: two characters a day from 1 September.
select child.child_no, packed.urn, packed.marks
from packed_register as packed
join child on child.upn = packed.upn
