-- One row: a day a school lists, and which of its two sessions are open for pupils. The later row in reading order wins.
select urn, date, am, pm
from (
  select urn, date, am = 1 as am, pm = 1 as pm, row_number() over (partition by urn, date order by seq desc) as nth
  from received_session
  where urn in (select urn from school)
)
where nth = 1
