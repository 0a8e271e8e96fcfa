-- One row: a child in one school's register, and how many marks win their cells there up to the as-of day.
select mark_day.child_no, mark_day.urn, count(mark_day.am) + count(mark_day.pm) as cells
from mark_day cross join question
where mark_day.day <= question.as_of - question.first_day
group by mark_day.child_no, mark_day.urn
