-- One row: a set of values that some children share in everything the account groups children by, numbered from 0.
select
  cast(row_number() over (order by year_group, sex, ethnicity, fsm, sen) - 1 as integer) as likeness,
  year_group, sex, ethnicity, fsm, sen
from (select distinct year_group, sex, ethnicity, fsm, sen from child)
