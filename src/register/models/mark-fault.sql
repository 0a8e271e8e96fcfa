-- One row: a cell of a marks row that cannot be used in this view (the row, where its school is unknown), of the year asked
-- for, or of any where none is.
-- `#` and `Z` outside a spell or an open session are ignored. Marks that lost their spell to a rejected roll row are told
-- of with that row, not here. The first fault of a cell is the one named: outside every spell, then session not open.
with known as (
  select upn, urn, date, am, pm, recorded_at, file_no, line
  from received_mark
  where recorded_at <= (select known_at from question) and not withdrawn
    and date >= (select coalesce(first_day, date '0001-01-01') from question)
    and date <= (select coalesce(last_day, date '9999-12-31') from question)
),
placed as (
  select known.*, school.urn is not null as school_known,
    coalesce(school_day.am, false) as am_open, coalesce(school_day.pm, false) as pm_open
  from known
  left join school on school.urn = known.urn
  left join school_day on school_day.urn = known.urn and school_day.date = known.date
),
-- Nearly every mark is right: what is looked at further is what is not.
suspect as (
  select distinct placed.*, spell.upn is not null as covered
  from placed
  left join spell on spell.upn = placed.upn and spell.urn = placed.urn
    and spell.entry_date <= placed.date and spell.last_date >= placed.date
  where spell.upn is null or not placed.school_known or (placed.am is not null and not placed.am_open)
    or (placed.pm is not null and not placed.pm_open)
),
judged as (
  select suspect.*, lost_spell.file_no is not null as lost
  from suspect
  left join (
    select distinct suspect.file_no, suspect.line, suspect.date
    from suspect
    join rejected_spell on rejected_spell.upn = suspect.upn and rejected_spell.urn = suspect.urn
      and (rejected_spell.entry_date is null or rejected_spell.entry_date <= suspect.date)
      and (rejected_spell.leaving_date is null or rejected_spell.leaving_date >= suspect.date)
  ) as lost_spell on lost_spell.file_no = suspect.file_no and lost_spell.line = suspect.line
    and lost_spell.date = suspect.date
),
cells as (
  select upn, urn, date, recorded_at, file_no, line, 'am' as column_name, am as value, covered, lost, am_open as is_open
  from judged where school_known and am is not null and am not in ('#', 'Z')
  union all
  select upn, urn, date, recorded_at, file_no, line, 'pm' as column_name, pm as value, covered, lost, pm_open as is_open
  from judged where school_known and pm is not null and pm not in ('#', 'Z')
)
select file_no, line, 'urn' as column_name, cast(urn as varchar) as value, 'unknown-school' as fault,
  upn, urn, date, recorded_at
from judged where not school_known
union all
select file_no, line, column_name, value, case when not covered then 'outside-spell' else 'session-not-open' end as fault,
  upn, urn, date, recorded_at
from cells
where (not covered and not lost) or (covered and not is_open)
union all
-- What is withdrawn at a school that is not known takes nothing back: its URN is wrong, and it must be said.
select file_no, line, 'urn', cast(urn as varchar), 'unknown-school', upn, urn, date, recorded_at
from received_mark
where recorded_at <= (select known_at from question) and withdrawn and urn not in (select urn from school)
  and date >= (select coalesce(first_day, date '0001-01-01') from question)
  and date <= (select coalesce(last_day, date '9999-12-31') from question)
