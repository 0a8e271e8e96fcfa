-- One row: a subsidiary spell without a main one on any of its days in the year. Where another school has the child as its
-- single school on those days, that one is named: it should be main.
with alone as (
  select a.*
  from year_spell as a
  left join year_spell as b on b.child_no = a.child_no and b.urn <> a.urn and b.status = 'M'
    and b.entry_date <= a.last_date and a.entry_date <= b.last_date
  where a.status = 'S' and b.child_no is null
),
beside as (
  select
    alone.*, c.urn as single_urn, c.entry_date as single_entry, c.file_no as single_file_no, c.line as single_line,
    c.status as single_status,
    row_number() over (
      partition by alone.child_no, alone.urn, alone.entry_date order by c.entry_date desc, c.urn
    ) as nth
  from alone
  left join year_spell as c on c.child_no = alone.child_no and c.urn <> alone.urn and c.status = 'C'
    and c.entry_date <= alone.last_date and alone.entry_date <= c.last_date
)
select
  coalesce(beside.single_urn, beside.urn) as urn, beside.upn,
  case when beside.single_urn is not null then beside.urn end as other,
  coalesce(beside.single_file_no, beside.file_no) as file_no, coalesce(beside.single_line, beside.line) as line,
  coalesce(beside.single_status, beside.status) as value,
  greatest(beside.entry_date, question.first_day) as first_day, least(beside.last_date, question.as_of) as last_day
from beside cross join question
where beside.nth = 1
