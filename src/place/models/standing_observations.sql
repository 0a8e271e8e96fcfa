-- One row a published figure that stands: of the releases that carry the same measure, place, period, kind of school
-- and group of pupils, the one first by standing (see byStanding in release.ts). Columns as `published`. A filter on
-- the parted columns reaches the files through the window, so that one question reads a few row groups.
select published.*
from published
join releases on releases.id = published.release
qualify row_number() over (
  partition by measure, place, period_kind, year, term, week, through, label, school_type, pupils
  order by releases.standing
) = 1
