-- One row: a row or value that is not used, whatever year it is of, and that no other rule names. A roll row that a later
-- file put right (the same child and school, and the same entry date where it could be read) is not here.
with rejected as (
  select file_no, line, upn, urn, column_name, value, fault, problem, kind, entry_date
  from kept_rejection
  where not (kind = 'marks' and fault in ('unknown-code', 'not-in-force') and date is not null)
  union all
  select file_no, line, null as upn, null as urn, column_name, value, fault, null as problem, 'roll' as kind, null as entry_date
  from spell_fault
  union all
  select file_no, line, null as upn, null as urn, column_name, value, fault, null as problem, 'removals' as kind, null as entry_date
  from removal_fault
  union all
  select file_no, line, upn, null as urn, column_name, value, fault, null as problem, 'marks' as kind, null as entry_date
  from mark_fault
  where fault = 'unknown-school'
),
mended as (
  select distinct rejected.file_no, rejected.line
  from rejected
  join spell on spell.upn = rejected.upn and spell.urn = rejected.urn and spell.file_no > rejected.file_no
    and spell.entry_date = coalesce(rejected.entry_date, spell.entry_date)
  where rejected.kind = 'roll'
)
select
  school.urn, rejected.upn, rejected.file_no, rejected.line, rejected.column_name, rejected.value, rejected.fault,
  rejected.problem
from rejected
left join mended on mended.file_no = rejected.file_no and mended.line = rejected.line
left join school on school.urn = rejected.urn
where mended.file_no is null
