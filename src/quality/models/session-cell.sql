-- One row: a child’s session in one school’s register that a rule finds, with the other school where there is one. `part`
-- holds apart what is mended apart: two suspensions of one child are two records.
select
  'neither-school-has-record' as rule, upn, coalesce(main_urn, lowest_urn) as urn, pos, 0 as part,
  nullif(
    case when coalesce(main_urn, lowest_urn) = lowest_urn then highest_urn else lowest_urn end, coalesce(main_urn, lowest_urn)
  ) as other
from neither_school_has_record
union all
select 'both-schools-count' as rule, upn, decided as urn, pos, 0 as part, other from both_schools_count
union all
select rule, upn, urn, pos, 0 as part, null as other from marked_session
union all
select 'suspension-without-e' as rule, upn, urn, pos, part, null as other from suspension_without_e
union all
select 'e-without-suspension' as rule, upn, urn, pos, part, null as other from e_without_suspension
