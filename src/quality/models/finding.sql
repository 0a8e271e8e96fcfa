-- One row: one thing to mend in the system it came from: which rule found it, the school that can mend it (null where the
-- row does not say), the child (null where it is about a register or a day), when, how many sessions it touches (null where
-- it is not about sessions), and where it stands in the files (null for marks: see placed_finding).
select
  'register-not-taken' as rule, urn, null as upn, first_day, first_day as last_day, session, class, null as weekday, sessions,
  of_sessions, null as other, null as other_upn, null as fault, null as file_no, null as line, null as column_name,
  null as value, null as problem
from register_not_taken
union all
select
  'mark-outside-spell', urn, upn, min(date), max(date), null, null, null, count(*), null, null, null, fault,
  min(file_no), min_by(line, file_no * 4294967296 + line), min_by(column_name, file_no * 4294967296 + line),
  min_by(value, file_no * 4294967296 + line), null
from refused_mark
where fault = 'outside-spell'
group by urn, upn, fault
union all
select
  case fault when 'unknown-code' then 'unknown-code' else 'code-not-in-force' end, urn, upn, date, date, session, null, null,
  1, null, null, null, fault, file_no, line, column_name, value, null
from refused_mark
where fault in ('unknown-code', 'not-in-force')
union all
select
  'session-not-open', urn, null, date, date, session, null, null, count(*), null, null, null, fault, min(file_no),
  min_by(line, file_no * 4294967296 + line), min_by(column_name, file_no * 4294967296 + line),
  min_by(value, file_no * 4294967296 + line), null
from refused_mark
where fault = 'session-not-open'
group by urn, date, session, fault
union all
select
  cell.rule, cell.urn, cell.upn, question.first_day + cast(floor(min(cell.pos) / 2) as integer),
  question.first_day + cast(floor(max(cell.pos) / 2) as integer),
  case min(cell.pos) % 2 when 0 then 'AM' else 'PM' end, null,
  case when min(isodow(question.first_day + cast(floor(cell.pos / 2) as integer)))
    = max(isodow(question.first_day + cast(floor(cell.pos / 2) as integer)))
    then min(isodow(question.first_day + cast(floor(cell.pos / 2) as integer))) end,
  count(*), null, cell.other, null, null, null, null, null, null, null
from session_cell as cell cross join question
group by cell.rule, cell.urn, cell.upn, cell.part, cell.other, question.first_day
union all
select
  'overlapping-spells', urn, upn, first_day, last_day, null, null, null, sessions, null, other, null, null, file_no, line,
  'leaving_date', value, null
from overlapping_spells
union all
select
  'one-upn-two-children', urn, upn, entry_date, null, null, null, null, null, null, other, null, null, file_no, line,
  column_name, value, null
from one_upn_two_children
union all
select
  'two-upns-one-child', urn, upn, first_day, last_day, null, null, null, null, null, other, other_upn, null, file_no, line,
  'upn', upn, null
from two_upns_one_child
union all
select
  'temporary-upn', urn, upn, first_day, null, null, null, null, null, null, null, null, null, file_no, line, 'upn', upn, null
from temporary_upn
union all
select
  'main-without-subsidiary', urn, upn, first_day, last_day, null, null, null, sessions, null, null, null, null, file_no, line,
  'status', 'M', null
from main_without_subsidiary
union all
select
  'subsidiary-without-main', urn, upn, first_day, last_day, null, null, null, null, null, other, null, null, file_no, line,
  'status', value, null
from subsidiary_without_main
union all
select
  'no-school', urn, upn, first_day, null, null, null, null, sessions, null, null, null, outcome, file_no, line,
  'leaving_date', null, null
from no_school
union all
select
  'ground-without-leaving-date', urn, upn, last_marked, null, null, null, null, sessions, null, null, null, null, file_no,
  line, 'leaving_ground', value, null
from ground_without_leaving_date
union all
select
  'spell-after-death', urn, upn, entry_date, null, null, null, null, sessions, null, null, null, null, file_no, line,
  'entry_date', cast(entry_date as varchar), null
from spell_after_death
union all
select
  'row-rejected', urn, upn, null, null, null, null, null, null, null, null, null, fault, file_no, line, column_name, value, problem
from row_rejected
