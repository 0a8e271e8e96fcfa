-- One row: a set of values that some children share in everything the account groups children by, numbered from 0. Of all
-- rolls ever received, corrected or not: a number that no child has any more does no harm, and the others keep theirs.
select
  cast(row_number() over (order by year_group, sex, ethnicity, fsm, sen) - 1 as integer) as likeness,
  year_group, sex, ethnicity, fsm, sen
from (
  select distinct year_group, sex, ethnicity, fsm, sen
  from received_spell
  where urn in (select urn from school) and recorded_at <= (select known_at from question)
)
