-- One row a published figure that stands: of the releases that carry the same measure, place, period and kind of
-- school, the one first by standing (see byStanding in release.ts). Columns as `observations`.
select observations.*
from observations
join releases on releases.id = observations.release
qualify row_number() over (
  partition by measure, place, period_kind, year, term, week, through, school_type
  order by releases.standing
) = 1
