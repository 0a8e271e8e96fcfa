-- One row: the mean length in days of suspensions in England in 2015/16, the last year carried by length, over
-- lengths with a known count. `46 or more` counts as 46. Columns: days, suspensions.
select
  sum(fixed_excl::double * replace(duration_days_fixed_exclusions, ' or more', '')::double) / sum(fixed_excl::double) as days,
  sum(fixed_excl::double) as suspensions
from suspension_duration
where "Year" = '201516'
  and school_type = 'Total'
  and duration_days_fixed_exclusions <> 'Total'
  and fixed_excl <> 'x'
