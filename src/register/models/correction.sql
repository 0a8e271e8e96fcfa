-- One row: a session of a school's register whose mark was changed or taken back after it was first recorded, as known: the
-- letter first recorded, and the one that counts now (null where it was withdrawn).
-- A key is its hash first, so that the millions of marks that came once cost little; the few that are left are held by key.
with known as (
  select upn, urn, date, am, pm, withdrawn, recorded_at, seq, hash(upn, urn, date) as key
  from received_mark cross join question
  where received_mark.recorded_at <= question.known_at
    and received_mark.date >= question.first_day and received_mark.date <= question.as_of
),
repeated as (
  select key from known group by key having count(*) > 1
),
cells as (
  select known.upn, known.urn, known.date, half.session, known.withdrawn, known.recorded_at, known.seq,
    case when half.session = 0 then known.am else known.pm end as code
  from known
  join repeated on repeated.key = known.key
  cross join (select 0 as session union all select 1 as session) as half
  where known.withdrawn or case when half.session = 0 then known.am else known.pm end is not null
),
settled as (
  select cells.upn, cells.urn, cells.date, cells.session,
    arg_min(cells.code, row(cells.recorded_at, cells.seq)) filter (where not cells.withdrawn and cells.code is not null) as first_code,
    arg_max(case when cells.withdrawn then '' else cells.code end, row(cells.recorded_at, cells.seq)) as last_code
  from cells
  group by cells.upn, cells.urn, cells.date, cells.session
)
select child.child_no, settled.urn,
  cast(settled.date - question.first_day as integer) * 2 + settled.session as pos,
  first_letter.letter as first_letter, last_letter.letter as letter
from settled
join child on child.upn = settled.upn
cross join question
join code_letter as first_letter on first_letter.code = settled.first_code
left join code_letter as last_letter on last_letter.code = settled.last_code
where settled.first_code <> settled.last_code
