-- One row: a child on a roll that has attended no session for five school days or more, up to the as-of day, over all its
-- schools. `counted`: days after the last session attended on which a session was missed. Days on which nothing was required,
-- on study leave (S), or with no register taken are not counted and end nothing.
-- `reached`: the highest of the three numbers of days that was reached. `codes`: those of the missed sessions, with `off-roll`
-- and `unrecorded-dual` as `kith ledger --by cause` names them.
with last_attended as (
  select child_no, max(case when rule = 1 then cast(floor(pos / 2) as integer) end) as day
  from child_session
  group by child_no
),
missed as (
  select session.child_no, cast(floor(session.pos / 2) as integer) as day, session.letter, last_attended.day as last_attended
  from child_session as session
  join last_attended on last_attended.child_no = session.child_no
  where session.pos >= coalesce(last_attended.day + 1, 0) * 2
    and session.rule in (2, 3, 4, 5, 6, 7, 10) and session.letter <> 'S'
),
numbered as (
  select child_no, day, row_number() over (partition by child_no order by day) as nth
  from (select distinct child_no, day from missed)
),
away as (
  select
    numbered.child_no, min(numbered.day) as first_day, max(numbered.day) as last_day, count(*) as days,
    max(case when numbered.nth = threshold.away_days then numbered.day end) as entered_day,
    max(threshold.away_days) as away_days, max(threshold.away_days_second) as second, max(threshold.away_days_third) as third
  from numbered cross join threshold
  group by numbered.child_no
  having count(*) >= max(threshold.away_days)
),
own_spell as (
  select child.child_no, spell.urn, spell.entry_date, spell.last_date
  from spell join child on child.upn = spell.upn cross join question
  where spell.own and spell.entry_date <= question.as_of
),
-- From when on the child is on the roll it is listed at: where one spell follows another there, from the first of them.
placed as (
  select child_place.child_no, child_place.urn, max(spell.entry_date) as date
  from child_place
  join own_spell as spell on spell.child_no = child_place.child_no and spell.urn = child_place.urn
  left join own_spell as before on before.child_no = spell.child_no and before.urn = spell.urn
    and before.entry_date < spell.entry_date and before.last_date >= spell.entry_date - 1
  where before.child_no is null
  group by child_place.child_no, child_place.urn
),
-- The first day the school opens then.
started as (
  select away.child_no, min(opened.date) as date
  from away
  join placed on placed.child_no = away.child_no
  join school_day_number as opened on opened.urn = placed.urn and opened.date >= placed.date
  group by away.child_no
),
seen as (
  select missed.child_no, missed.letter, count(*) as sessions, max(missed.last_attended) as last_attended
  from missed join away on away.child_no = missed.child_no
  group by missed.child_no, missed.letter
),
told as (
  select
    seen.child_no, cast(sum(seen.sessions) as integer) as sessions, max(seen.last_attended) as last_attended,
    string_agg(
      case seen.letter when '=' then 'unrecorded-dual' when '~' then 'off-roll' else code_letter.code end, ', '
      order by seen.sessions desc, seen.letter
    ) as codes
  from seen left join code_letter on code_letter.letter = seen.letter
  group by seen.child_no
)
select
  away.child_no, child_place.urn, question.first_day + away.first_day as since, question.as_of as until,
  cast(away.days as integer) as counted,
  cast(null as date) as due, greatest(question.first_day + away.entered_day, started.date) as entered_on,
  case when away.days >= away.third then away.third when away.days >= away.second then away.second else away.away_days end
    as reached,
  told.sessions, told.codes,
  question.first_day + told.last_attended as last_attended
from away
join child_place on child_place.child_no = away.child_no
join told on told.child_no = away.child_no
left join started on started.child_no = away.child_no
cross join question
