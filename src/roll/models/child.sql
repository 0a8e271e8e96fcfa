-- One row: a child of the area, with what grouping uses: the values of the latest spell as known, future entries included.
-- Compulsory school age: Education Act 1996 s.8; prescribed days 31 March, 31 August, 31 December (SI 1998/1607);
-- it ends on the last Friday in June of the school year in which the child turns 16 (SI 1997/1970).
select
  cast(row_number() over (order by upn) as integer) as child_no,
  upn, birth_date, year_group, sex, ethnicity, fsm, sen, in_care, given_name, family_name, class,
  case
    when month(fifth_birthday) <= 3 then make_date(year(fifth_birthday), 3, 31)
    when month(fifth_birthday) <= 8 then make_date(year(fifth_birthday), 8, 31)
    else make_date(year(fifth_birthday), 12, 31)
  end as compulsory_from,
  end_of_june - cast((isodow(end_of_june) + 2) % 7 as integer) as compulsory_to
from (
  select
    *,
    cast(birth_date + interval 5 year as date) as fifth_birthday,
    make_date(year(birth_date) + 16 + case when month(birth_date) >= 9 then 1 else 0 end, 6, 30) as end_of_june,
    row_number() over (partition by upn order by entry_date desc, urn desc) as nth
  from spell
)
where nth = 1
