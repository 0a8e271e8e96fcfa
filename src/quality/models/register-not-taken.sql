-- One row: the register of one class in one session that has no mark for some or all of its children. Where the class is
-- not known, all children of the school whose class is not known are one register.
with placed as (
  select child.child_no, spell.urn, max_by(spell.class, spell.entry_date) as class
  from spell join child on child.upn = spell.upn
  where spell.own
  group by child.child_no, spell.urn
),
missing as (
  select distinct urn, pos from register_session where own and letter is null
)
select
  session.urn, question.first_day + cast(floor(session.pos / 2) as integer) as first_day,
  case when session.pos % 2 = 0 then 'AM' else 'PM' end as session, placed.class,
  sum(case when session.letter is null then 1 else 0 end) as sessions, count(*) as of_sessions
from register_session as session
join missing on missing.urn = session.urn and missing.pos = session.pos
left join placed on placed.child_no = session.child_no and placed.urn = session.urn
cross join question
where session.own
group by session.urn, question.first_day, session.pos, placed.class
having sum(case when session.letter is null then 1 else 0 end) > 0
