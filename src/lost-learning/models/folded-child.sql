-- One row: a child of a part of the folded register with time at a school or off roll in the year, and its place there.
with place as (
  select stay.child_no, school.school_no
  from folded_stay as stay join folded_school as school on school.urn = stay.urn
  union all
  select gap.child_no, school.school_no
  from (select child_no, cast(split_part(unnest(string_split(gaps, ' ')), ':', 1) as integer) as urn from folded_gap) as gap
  join folded_school as school on school.urn = gap.urn
),
home as (
  select child_no, min(school_no) as school_no from place group by child_no
)
select
  home.child_no, child.upn, likeness.likeness,
  cast(row_number() over (order by home.school_no, home.child_no) - 1 as integer) as nth
from home
join child on child.child_no = home.child_no
join folded_likeness as likeness
  on likeness.year_group is not distinct from child.year_group and likeness.sex is not distinct from child.sex
  and likeness.ethnicity is not distinct from child.ethnicity and likeness.fsm is not distinct from child.fsm
  and likeness.sen is not distinct from child.sen
