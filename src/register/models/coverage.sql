-- One row: a day a school opens while one of its spells (guest ones too) covers a child. Several spells become one row.
-- Most children have one spell at a school: only the others pay for the grouping.
with stay as (
  select
    child.child_no, spell.urn, spell.entry_date, spell.last_date, spell.own, spell.main, spell.enrolled,
    count(*) over (partition by child.child_no, spell.urn) as spells
  from spell join child on child.upn = spell.upn cross join question
  where spell.entry_date <= question.as_of and spell.last_date >= question.first_day
),
year_day as (
  select
    school_day.urn, school_day.date, cast(school_day.date - question.first_day as integer) as day,
    school_day.am as am_open, school_day.pm as pm_open
  from school_day cross join question
  where school_day.date >= question.first_day and school_day.date <= question.as_of and (school_day.am or school_day.pm)
)
select stay.child_no, stay.urn, year_day.day, year_day.am_open, year_day.pm_open, stay.own, stay.main, stay.enrolled
from stay
join year_day on year_day.urn = stay.urn and year_day.date >= stay.entry_date and year_day.date <= stay.last_date
where stay.spells = 1
union all
select
  stay.child_no, stay.urn, year_day.day, year_day.am_open, year_day.pm_open,
  bool_or(stay.own) as own, bool_or(stay.main) as main, bool_or(stay.enrolled) as enrolled
from stay
join year_day on year_day.urn = stay.urn and year_day.date >= stay.entry_date and year_day.date <= stay.last_date
where stay.spells > 1
group by stay.child_no, stay.urn, year_day.day, year_day.am_open, year_day.pm_open
