-- One row: an enrolment of the cohort that the published measures count (cohort-rule.sql), and the last session of the year
-- that counts for it (`last_pos`): sessions after 31 May are dropped at age 15. The one place where that rule stands.
select
  cohort.child_no, cohort.urn,
  cast(
    case when cohort.age < 15 then question.last_day else make_date(year(question.last_day), 5, 31) end - question.first_day
    as integer
  ) * 2 + 1 as last_pos
from cohort_rule as cohort cross join question
where cohort.left_out is null
