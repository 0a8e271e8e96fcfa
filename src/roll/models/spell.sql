-- One row: a spell of a child on a school's roll, as known at the question's moment.
-- A spell is named by child, school and entry date; the row recorded last wins, then the later one in reading order.
-- `own`: a spell that makes a calendar (a guest spell does not). `main`: the single or main school's.
-- `enrolled`: a registration that the published measures count.
select
  upn, urn, status, entry_date, leaving_date, leaving_ground, destination_urn, birth_date, year_group, sex, ethnicity,
  language, fsm, sen, in_care, boarder, given_name, family_name, class,
  coalesce(leaving_date, date '9999-12-31') as last_date,
  status <> 'G' as own,
  status in ('C', 'M') as main,
  status in ('C', 'M', 'S') as enrolled,
  file_no, line
from (
  select *, row_number() over (partition by upn, urn, entry_date order by recorded_at desc, seq desc) as nth
  from received_spell
  where recorded_at <= (select known_at from question)
    and urn in (select urn from school)
)
where nth = 1 and not withdrawn
