-- One row: a mark that can be used and looks wrong for the child's age (SI 2024/208: X is for children not of compulsory
-- school age; C2 for those who are), and schools that have marks and no sessions.
with known as (
  select received_mark.file_no, received_mark.line, received_mark.date, received_mark.am, received_mark.pm,
    received_mark.date between child.compulsory_from and child.compulsory_to as compulsory
  from received_mark
  join child on child.upn = received_mark.upn
  where received_mark.recorded_at <= (select known_at from question) and not received_mark.withdrawn
    and (received_mark.am in ('X', 'C2') or received_mark.pm in ('X', 'C2'))
),
cells as (
  select file_no, line, 'am' as column_name, am as value, compulsory from known
  union all
  select file_no, line, 'pm' as column_name, pm as value, compulsory from known
)
select file_no, line, column_name, value, 'x-of-compulsory-age' as warning from cells where value = 'X' and compulsory
union all
select file_no, line, column_name, value, 'c2-not-of-compulsory-age' from cells where value = 'C2' and not compulsory
union all
select min(file_no), min(line), 'urn', cast(urn as varchar), 'school-without-sessions'
from received_mark
where urn in (select urn from school) and urn not in (select urn from school_day)
group by urn
