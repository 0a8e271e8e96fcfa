-- One row: a session that a recorded suspension or exclusion covers and whose mark does not say so: there is no E at all in
-- the sessions it covers, and no education elsewhere (B, K or D: code E is for when none was made). At most ten sessions:
-- from the sixth day other education is owed (Education Act 2002 s.51A; Education and Inspections Act 2006 s.100).
with record as (
  select
    child.child_no, suspension.upn, suspension.urn, suspension.start_date,
    least(10, coalesce(nullif(suspension.sessions, 0), case suspension.category when 'PERM' then 10 else 1 end)) as expected,
    cast(suspension.start_date - question.first_day as integer) * 2 as start_pos
  from suspension
  join child on child.upn = suspension.upn
  cross join question
  where suspension.category <> 'LNCH'
),
covered as (
  select
    record.child_no, record.upn, record.urn, record.start_date, record.expected, register.pos, code.code,
    row_number() over (
      partition by record.child_no, record.urn, record.start_date order by register.pos
    ) as nth
  from record
  join register_session as register
    on register.child_no = record.child_no and register.urn = record.urn and register.pos >= record.start_pos and register.own
  left join code_letter as code on code.letter = register.letter
),
-- A suspension may begin after the morning: one session more than it lasts is looked at.
judged as (
  select
    *,
    sum(case when code in ('E', 'B', 'K', 'D') then 1 else 0 end) over (partition by child_no, urn, start_date) as said
  from covered
  where nth <= expected + 1
)
select upn, urn, pos, cast(start_date - question.first_day as integer) as part
from judged cross join question
where said = 0 and nth <= expected
