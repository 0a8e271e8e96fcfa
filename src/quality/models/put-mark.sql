-- One row: a mark as it would stand if what a rule found were mended, by the end of what is possible (`scenario`). Where
-- nobody can know what the mark should be, there are two: the child was there, or was not.
with cell as (
  select session_cell.*, question.first_day + cast(floor(session_cell.pos / 2) as integer) as date,
    case session_cell.pos % 2 when 0 then 'AM' else 'PM' end as session
  from session_cell cross join question
),
bound as (
  select rule, upn, urn, date, session from cell where rule in ('neither-school-has-record', 'x-of-compulsory-age')
  union all
  select
    case fault when 'unknown-code' then 'unknown-code' else 'code-not-in-force' end as rule, upn, urn, date, session
  from refused_mark
  where fault in ('unknown-code', 'not-in-force')
  union all
  select
    'main-without-subsidiary' as rule, alone.upn, alone.urn,
    question.first_day + cast(floor(register.pos / 2) as integer) as date,
    case register.pos % 2 when 0 then 'AM' else 'PM' end as session
  from main_without_subsidiary as alone
  cross join question
  join child on child.upn = alone.upn
  join register_session as register on register.child_no = child.child_no and register.urn = alone.urn
    and register.letter = (select letter from code_letter where code = 'D')
    and register.pos between (alone.first_day - question.first_day) * 2 and (alone.last_day - question.first_day) * 2 + 1
)
select rule || '.present' as scenario, upn, urn, date, session, case session when 'AM' then '/' else '\' end as code from bound
union all
select rule || '.absent', upn, urn, date, session, 'O' from bound
union all
select 'both-schools-count.one-d', upn, other, date, session, 'D' from cell where rule = 'both-schools-count'
union all
select 'c2-not-of-compulsory-age.not-required', upn, urn, date, session, 'X' from cell where rule = 'c2-not-of-compulsory-age'
union all
select 'reason-never-given.authorised', upn, urn, date, session, 'I' from cell where rule = 'reason-never-given'
union all
select 'suspension-without-e.suspended', upn, urn, date, session, 'E' from cell where rule = 'suspension-without-e'
