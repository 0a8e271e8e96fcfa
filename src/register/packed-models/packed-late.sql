-- One row: a session with minutes late in a packed register, which lists them as `pos:minutes`.
with entry as (
  select upn, urn, unnest(string_split(concat_ws(' ', am_late, pm_late), ' ')) as words
  from packed_register
  where am_late is not null or pm_late is not null
)
select child.child_no, entry.urn,
  cast(split_part(words, ':', 1) as integer) as pos, cast(split_part(words, ':', 2) as integer) as minutes
from entry
join child on child.upn = entry.upn
