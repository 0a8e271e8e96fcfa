-- One row: a spell whose birth date, sex or both names differ from those of an earlier spell under the same UPN: two
-- children under one number, or one child with details that cannot both be right.
select urn, upn, entry_date, other, file_no, line, column_name, value
from (
  select
    b.urn, b.upn, b.entry_date, a.urn as other, b.file_no, b.line,
    case
      when a.birth_date <> b.birth_date then 'birth_date'
      when a.sex <> b.sex then 'sex'
      else 'given_name'
    end as column_name,
    case
      when a.birth_date <> b.birth_date then cast(b.birth_date as varchar)
      when a.sex <> b.sex then b.sex
      else b.given_name
    end as value,
    row_number() over (partition by b.upn, b.urn, b.entry_date order by a.entry_date, a.urn) as nth
  from year_spell as a
  join year_spell as b on b.child_no = a.child_no
    and (b.entry_date > a.entry_date or (b.entry_date = a.entry_date and b.urn > a.urn))
  where a.birth_date <> b.birth_date or a.sex <> b.sex
    or (lower(trim(a.given_name)) <> lower(trim(b.given_name)) and lower(trim(a.family_name)) <> lower(trim(b.family_name)))
)
where nth = 1
