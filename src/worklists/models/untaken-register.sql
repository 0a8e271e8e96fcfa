-- One row: a session for which a school that was open has no mark for a whole class, or (`class` null) for anyone, and the
-- children on its roll of whom it says nothing. A class of fewer than three without marks may be single children missed.
with expected as (
  select
    child.child_no, spell.urn, spell.class,
    row_number() over (partition by child.child_no, spell.urn order by spell.entry_date desc) as nth
  from spell join child on child.upn = spell.upn cross join question
  where spell.own and spell.entry_date <= question.as_of and spell.last_date >= question.first_day
),
missing as (
  select mark.urn, mark.pos, expected.class, count(*) as children
  from register_session as mark
  join expected on expected.child_no = mark.child_no and expected.urn = mark.urn and expected.nth = 1
  where mark.own and mark.letter is null
  group by mark.urn, mark.pos, expected.class
),
taken as (
  select mark.urn, mark.pos, mark.child_no
  from register_session as mark
  join (select distinct urn, pos from missing) as some_missing
    on some_missing.urn = mark.urn and some_missing.pos = mark.pos
  where mark.letter is not null
),
taken_session as (
  select distinct urn, pos from taken
),
taken_class as (
  select distinct taken.urn, taken.pos, expected.class
  from taken
  join expected on expected.child_no = taken.child_no and expected.urn = taken.urn and expected.nth = 1
)
select missing.urn, missing.pos, cast(null as varchar) as class, cast(sum(missing.children) as integer) as children
from missing
left join taken_session on taken_session.urn = missing.urn and taken_session.pos = missing.pos
where taken_session.urn is null
group by missing.urn, missing.pos
union all
select missing.urn, missing.pos, missing.class, cast(missing.children as integer) as children
from missing
cross join threshold
join taken_session on taken_session.urn = missing.urn and taken_session.pos = missing.pos
left join taken_class on taken_class.urn = missing.urn and taken_class.pos = missing.pos
  and taken_class.class = missing.class
where missing.class is not null and taken_class.urn is null and missing.children >= threshold.class_children
