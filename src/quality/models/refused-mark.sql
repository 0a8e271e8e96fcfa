-- One row: a mark of the year that is not used, as it was recorded last: its code is not one, or not in force that day, the
-- child is not on the school’s roll, or the school does not open then. What a later row of the same child, school and
-- session put right or took back is not here.
with cell as (
  select
    upn, urn, date, case column_name when 'am' then 'AM' else 'PM' end as session, column_name, value, fault,
    recorded_at, file_no, line
  from mark_fault
  where fault in ('outside-spell', 'session-not-open')
  union all
  select
    kept.upn, kept.urn, kept.date, upper(kept.cell) as session, kept.column_name, kept.value, kept.fault,
    mark.recorded_at, kept.file_no, kept.line
  from kept_rejection as kept
  join received_mark as mark
    on mark.file_no = kept.file_no and mark.line = kept.line and mark.upn = kept.upn and mark.urn = kept.urn
    and mark.date = kept.date
  where kept.kind = 'marks' and kept.fault in ('unknown-code', 'not-in-force')
    and mark.recorded_at <= (select known_at from question) and kept.urn in (select urn from school)
),
of_year as (
  select cell.*, cell.file_no * 4294967296 + cell.line as seq
  from cell cross join question
  where cell.date >= question.first_day and cell.date <= question.last_day
),
latest as (
  select *
  from (
    select
      *, row_number() over (partition by upn, urn, date, session order by recorded_at desc, seq desc) as nth
    from of_year
  )
  where nth = 1
),
settled as (
  select distinct latest.upn, latest.urn, latest.date, latest.session
  from latest
  join received_mark as mark on mark.upn = latest.upn and mark.urn = latest.urn and mark.date = latest.date
  where mark.recorded_at <= (select known_at from question)
    and (mark.recorded_at > latest.recorded_at or (mark.recorded_at = latest.recorded_at and mark.seq > latest.seq))
    and (mark.withdrawn or case latest.session when 'AM' then mark.am else mark.pm end is not null)
)
select
  latest.upn, latest.urn, latest.date, latest.session, latest.column_name, latest.value, latest.fault, latest.file_no,
  latest.line
from latest
left join settled on settled.upn = latest.upn and settled.urn = latest.urn and settled.date = latest.date
  and settled.session = latest.session
where settled.upn is null
