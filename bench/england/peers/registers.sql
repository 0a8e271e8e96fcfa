-- The registers beside the stays they belong to, cut at the last day with a mark that counts.

-- step: last marks
create temp table last_mark as
select stay.calendar_no as calendar_no, stay.first_day as first_day, stay.last_day as last_day, register.marks as marks, length(rtrim(register.marks, ' #')) - 1 as pos
from stay join register on register.upn = stay.upn and register.urn = stay.urn;

-- step: as of
-- Where the last mark is outside the stay or its school’s sessions, the marks before it are asked.
create temp table as_of as
with placed as (
  select last_mark.*, open_place.pos as open_pos
  from last_mark
  left join open_place on open_place.calendar_no = last_mark.calendar_no and open_place.pos = last_mark.pos
    and last_mark.pos >= last_mark.first_day * 2 and last_mark.pos <= last_mark.last_day * 2 + 1
)
select max(pos) / 2 as day
from (
  select pos from placed where open_pos is not null
  union all
  select open_place.pos as pos
  from placed
  join open_place on open_place.calendar_no = placed.calendar_no
    and open_place.pos >= placed.first_day * 2 and open_place.pos <= placed.last_day * 2 + 1
  where placed.open_pos is null and substr(placed.marks, open_place.pos + 1, 1) not in (' ', '#', '')
) as candidate;

-- step: registers of stays
create temp table reg as
select stay.stay_no as stay_no, stay.child_no as child_no, stay.upn as upn, stay.urn as urn, stay.calendar_no as calendar_no, stay.first_day as first_day, least(stay.last_day, as_of.day) as last_day,
  stay.own as own, stay.main as main, stay.contested as contested, stay.alone as alone, stay.attribute_no as attribute_no, stay.cohort as cohort, stay.again as again,
  coalesce(register.marks, '') as marks, coalesce(register.am_late, '') as am_late, coalesce(register.pm_late, '') as pm_late
from stay
left join register on register.upn = stay.upn and register.urn = stay.urn
cross join as_of
where stay.first_day <= as_of.day;

-- step: days off roll
create temp table off_days as
select gap.child_no as child_no, gap.upn as upn, gap.urn as urn, gap.calendar_no as calendar_no, gap.first_day as first_day, least(gap.last_day, as_of.day) as last_day, gap.contested as contested,
  gap.attribute_no as attribute_no
from gap cross join as_of where gap.first_day <= as_of.day;
