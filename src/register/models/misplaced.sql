-- One row: a child in one known school's register where more marks win their cells than sessions use (register_session).
-- Most children have none: only these are looked at mark by mark.
with used as (
  select child_no, urn, count(letter) as cells from register_session group by child_no, urn
)
select marked.child_no, marked.urn
from marked
join school on school.urn = marked.urn
left join used on used.child_no = marked.child_no and used.urn = marked.urn
where marked.cells <> coalesce(used.cells, 0)
