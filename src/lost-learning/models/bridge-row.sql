-- One row: sessions of a child in one school's register that leave an absence figure by the same rule: by the rules of the
-- published measures (`published_step`) and by those of the account (`account_step`). A session leaves by the first rule that
-- fits; 14 is none, so it is counted. Steps as in bridge-steps.ts: 2 rejected, 3 guest, 4 other provider, 5 boarder, 6 sixth
-- half term, 7 under 5, 8 over 15, 9 after 31 May at 15, 10 due at the other school, 11 access, 12 not required, 13 unmarked.
-- `first_possible` and `first_absent` are the same sessions as they were first recorded, `corrected` those changed since.
-- Sessions alike in all of that are gathered first: rules are judged once for each kind of them, not for every session.
with cell as (
  select child_no, urn, pos, own, enrolled, letter, true as placed from register_session
  union all
  select child_no, urn, pos, false as own, false as enrolled, letter, false as placed from unplaced_mark
),
alike as (
  select
    cell.child_no, cell.urn, cell.own, cell.enrolled, cell.placed, cell.letter,
    cell.pos > (make_date(year(question.last_day), 5, 31) - question.first_day) * 2 + 1 as late_in_year,
    correction.first_letter, correction.child_no is not null as corrected,
    count(*) as sessions
  from cell
  cross join question
  left join correction
    on correction.child_no = cell.child_no and correction.urn = cell.urn and correction.pos = cell.pos
  group by all
),
judged as (
  select
    alike.child_no, alike.urn, alike.own, alike.enrolled, alike.placed, alike.sessions, alike.corrected, cohort.left_out,
    cohort.age = 15 and alike.late_in_year as after_may,
    coalesce(now_fact.possible, false) as possible,
    now_fact.absence is not null as absent,
    case when alike.corrected then first_fact.possible else coalesce(now_fact.possible, false) end as first_possible,
    case when alike.corrected then first_fact.absence else now_fact.absence end is not null as first_absent,
    case
      when not alike.placed then 2
      when alike.letter is null then 13
      when now_fact.rule = 11 then 10
      when now_fact.rule = 6 then 11
      when now_fact.rule = 8 then 12
      else 14
    end as mark_step
  from alike
  left join code_rule as now_fact on now_fact.letter = alike.letter
  left join cohort_rule as cohort on cohort.child_no = alike.child_no and cohort.urn = alike.urn
  left join code_rule as first_fact on first_fact.letter = alike.first_letter
),
stepped as (
  select
    *,
    case
      when mark_step = 2 then 2
      when not own then 3
      when not enrolled then 4
      when left_out = 'boarder' then 5
      when left_out = 'sixth-half-term' then 6
      when left_out = 'under-5' then 7
      when left_out = 'over-15' then 8
      when after_may then 9
      else mark_step
    end as published_step,
    case when mark_step = 2 then 2 when not own then 3 else mark_step end as account_step
  from judged
)
select
  child_no, urn, published_step, account_step,
  cast(sum(sessions) as bigint) as sessions,
  cast(coalesce(sum(sessions) filter (where possible), 0) as bigint) as possible,
  cast(coalesce(sum(sessions) filter (where absent), 0) as bigint) as absent,
  cast(coalesce(sum(sessions) filter (where first_possible), 0) as bigint) as first_possible,
  cast(coalesce(sum(sessions) filter (where first_absent), 0) as bigint) as first_absent,
  cast(coalesce(sum(sessions) filter (where corrected), 0) as bigint) as corrected
from stepped
group by child_no, urn, published_step, account_step
