-- One row: a session of a child's calendar, the rule (1 to 10) that decides its state, and the letter of what decided it:
-- a code's letter, or `?` register not taken, `=` neither school has a record, `~` off roll.
-- The deciding mark: the first rule that fits; of several, the main or single school's, then the lowest URN.
-- One number holds rule, school kind, URN and code in that order, so that its minimum is the answer. A child of one school
-- has one mark a session at most, and needs no contest.
with alone as (
  select session.child_no, session.pos, session.own as on_roll, fact.rule as mark_rule, session.letter
  from register_session as session
  left join code_rule as fact on fact.letter = session.letter
  where session.child_no not in (select child_no from several_schools)
),
heard as (
  select
    session.child_no, session.pos, bool_or(session.own) as on_roll,
    min(case when fact.rule is null then null
      else fact.rule * 200000000000 + case when session.main then 0 else 100000000000 end
        + cast(session.urn as bigint) * 100 + fact.code_no end) as decided
  from register_session as session
  left join code_rule as fact on fact.letter = session.letter
  where session.child_no in (select child_no from several_schools)
  group by session.child_no, session.pos
),
decided as (
  select child_no, pos, on_roll, mark_rule, letter from alone
  union all
  select heard.child_no, heard.pos, heard.on_roll, fact.rule as mark_rule, fact.letter
  from heard left join code_rule as fact on fact.code_no = heard.decided % 100
),
placed as (
  select
    decided.child_no, decided.pos, decided.letter,
    case
      when decided.mark_rule is null then 9
      when decided.mark_rule < 11 then decided.mark_rule
      when dual_day.day is not null then 7
      else 8
    end as rule
  from decided
  left join dual_day
    on dual_day.child_no = decided.child_no and dual_day.day = cast(floor(decided.pos / 2) as integer)
  where decided.on_roll
  union all
  select
    off_roll.child_no, off_roll.pos, guest.letter,
    case when guest.mark_rule < 11 then guest.mark_rule else 10 end as rule
  from off_roll_session as off_roll
  left join decided as guest on guest.child_no = off_roll.child_no and guest.pos = off_roll.pos
)
select child_no, pos, rule,
  case rule
    when 7 then cast('=' as letter) when 9 then cast('?' as letter) when 10 then cast('~' as letter) else letter
  end as letter
from placed
