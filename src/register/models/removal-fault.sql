-- One row: a removal or suspension that cannot be used in this view: school unknown, and for removals a day outside every
-- spell there or a session the school does not open.
with known as (
  select file_no, line, upn, urn, date, session
  from received_removal
  where recorded_at <= (select known_at from question) and not withdrawn
),
placed as (
  select known.file_no, known.line, known.urn, known.date, known.session, school.urn is not null as school_known,
    case known.session when 'AM' then coalesce(school_day.am, false) else coalesce(school_day.pm, false) end as is_open,
    bool_or(spell.urn is not null) as covered
  from known
  left join school on school.urn = known.urn
  left join school_day on school_day.urn = known.urn and school_day.date = known.date
  left join spell on spell.upn = known.upn and spell.urn = known.urn
    and spell.entry_date <= known.date and spell.last_date >= known.date
  group by known.file_no, known.line, known.urn, known.date, known.session, school.urn, school_day.am, school_day.pm
)
select file_no, line, 'urn' as column_name, cast(urn as varchar) as value, 'unknown-school' as fault
from placed where not school_known
union all
select file_no, line, case when covered then 'session' else 'date' end, case when covered then session else cast(date as varchar) end,
  case when covered then 'session-not-open' else 'outside-spell' end
from placed where school_known and (not covered or not is_open)
union all
-- What is withdrawn at a school that is not known takes nothing back: its URN is wrong, and it must be said.
select file_no, line, 'urn', cast(urn as varchar), 'unknown-school'
from received_removal
where recorded_at <= (select known_at from question) and withdrawn and urn not in (select urn from school)
union all
select file_no, line, 'urn', cast(urn as varchar), 'unknown-school'
from received_suspension
where recorded_at <= (select known_at from question) and urn not in (select urn from school)
union all
select cast(floor(seq / 4294967296) as integer), line, 'urn', cast(urn as varchar), 'unknown-school'
from received_session where urn not in (select urn from school)
