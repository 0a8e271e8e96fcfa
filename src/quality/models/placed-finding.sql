-- One row: a finding, with the file and line of the mark it is about where it is about one: the row that counts for the
-- first of its sessions.
with sought as (
  select distinct urn, upn, first_day, session
  from finding
  where file_no is null and upn is not null and first_day is not null
),
place as (
  select
    sought.urn, sought.upn, sought.first_day, sought.session, mark.file_no, mark.line,
    case sought.session when 'AM' then mark.am else mark.pm end as value, mark.withdrawn,
    row_number() over (
      partition by sought.urn, sought.upn, sought.first_day, sought.session order by mark.recorded_at desc, mark.seq desc
    ) as nth
  from sought
  join received_mark as mark on mark.upn = sought.upn and mark.urn = sought.urn and mark.date = sought.first_day
  cross join question
  where mark.recorded_at <= question.known_at
    and (mark.withdrawn or case sought.session when 'AM' then mark.am else mark.pm end is not null)
)
select
  finding.rule, finding.urn, finding.upn, finding.first_day, finding.last_day, finding.session, finding.class,
  finding.weekday, finding.sessions, finding.of_sessions, finding.other, finding.other_upn, finding.fault,
  coalesce(finding.file_no, place.file_no) as file_no, coalesce(finding.line, place.line) as line,
  coalesce(finding.column_name, case when place.file_no is not null then lower(finding.session) end) as column_name,
  coalesce(finding.value, place.value) as value, finding.problem
from finding
left join place on place.urn = finding.urn and place.upn = finding.upn and place.first_day = finding.first_day
  and place.session = finding.session and place.nth = 1 and not place.withdrawn
