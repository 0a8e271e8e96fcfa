-- One row: a school or other setting of the area. Schools have no history: the later row in reading order wins.
select urn, la, name, phase, trust, opened, closed
from (
  select *, row_number() over (partition by urn order by seq desc) as nth
  from received_school
)
where nth = 1
