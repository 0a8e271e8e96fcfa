-- One row: a UPN whose child has the same names and birth date as the child of another UPN, on roll on the same days. The
-- one to correct is named: the temporary UPN, else the one that came later.
with known as (
  select
    child_no, upn, urn, entry_date, last_date, birth_date, lower(trim(given_name)) as given_name,
    lower(trim(family_name)) as family_name, file_no, line,
    case when right(upn, 1) between '0' and '9' then 0 else 1 end as is_temporary,
    min(entry_date) over (partition by upn) as first_entry
  from year_spell
  where trim(given_name) <> '' and trim(family_name) <> ''
),
pair as (
  select
    b.urn, b.upn, b.entry_date, b.file_no, b.line, a.upn as other_upn, a.urn as other,
    greatest(a.entry_date, b.entry_date, question.first_day) as first_day,
    least(a.last_date, b.last_date, question.as_of) as last_day,
    row_number() over (
      partition by b.upn order by a.is_temporary, a.first_entry, a.upn, b.entry_date, b.urn, a.entry_date, a.urn
    ) as nth
  from known as a
  join known as b on b.birth_date = a.birth_date and b.given_name = a.given_name and b.family_name = a.family_name
    and b.upn <> a.upn and b.entry_date <= a.last_date and a.entry_date <= b.last_date
  cross join question
  where b.is_temporary > a.is_temporary
    or (b.is_temporary = a.is_temporary and b.first_entry > a.first_entry)
    or (b.is_temporary = a.is_temporary and b.first_entry = a.first_entry and b.upn > a.upn)
)
select urn, upn, entry_date, other_upn, other, first_day, last_day, file_no, line
from pair
where nth = 1 and first_day <= last_day
