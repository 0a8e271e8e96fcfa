-- One row: an entry on a school's roll, or a deletion from it, of the last weeks that its return to the authority belongs to
-- (SI 2024/208 reg. 13). Not those of the school's usual first-year children at the start of a year, nor of its leavers at
-- the end of its last year or of year 11, from the last Friday in June to the end of August of the year they left in, which
-- on a day in September is the year before; nor where one spell of a child at a school follows another without a day between.
with registered as (
  select child.child_no, child.upn, spell.urn, spell.entry_date, spell.last_date, spell.leaving_ground, spell.year_group
  from spell join child on child.upn = spell.upn
  where spell.enrolled
),
school_year as (
  select
    registered.urn,
    min(case when registered.year_group >= 0 then registered.year_group end) as youngest, max(registered.year_group) as oldest
  from registered cross join question
  where registered.entry_date <= question.last_day and registered.last_date >= question.first_day
  group by registered.urn
),
june as (
  select distinct
    last_date,
    make_date(year(last_date) + case when month(last_date) >= 9 then 1 else 0 end, 6, 30) as end_day
  from registered cross join question
  where last_date <= question.as_of
),
opening as (
  select open_day.urn, min(open_day.date) as date
  from open_day cross join question
  where open_day.date >= question.first_day
  group by open_day.urn
)
select
  entered.child_no, entered.urn, 'new-pupil' as kind, entered.entry_date as since,
  entered.entry_date + threshold.new_pupil_days as due, cast(null as varchar) as leaving_ground
from registered as entered
cross join question cross join threshold
join school_year on school_year.urn = entered.urn
left join opening on opening.urn = entered.urn
left join registered as before on before.child_no = entered.child_no and before.urn = entered.urn
  and before.entry_date < entered.entry_date and before.last_date >= entered.entry_date - 1
where entered.entry_date <= question.as_of
  and entered.entry_date + threshold.new_pupil_days + threshold.return_told_days >= question.as_of
  and before.child_no is null
  and not coalesce(
    entered.entry_date <= opening.date and entered.entry_date >= question.first_day - 31
      and entered.year_group <= school_year.youngest,
    false
  )
union all
select
  left_roll.child_no, left_roll.urn, 'deletion' as kind, left_roll.last_date as since,
  left_roll.last_date as due, left_roll.leaving_ground
from registered as left_roll
cross join question cross join threshold
join school_year on school_year.urn = left_roll.urn
join june on june.last_date = left_roll.last_date
left join registered as after on after.child_no = left_roll.child_no and after.urn = left_roll.urn
  and after.entry_date > left_roll.entry_date and after.entry_date <= left_roll.last_date + 1
where left_roll.last_date <= question.as_of and left_roll.last_date + threshold.return_told_days >= question.as_of
  and after.child_no is null
  and not coalesce(
    (left_roll.year_group >= school_year.oldest or left_roll.year_group = 11)
      and left_roll.last_date >= june.end_day - cast((isodow(june.end_day) + 2) % 7 as integer),
    false
  )
