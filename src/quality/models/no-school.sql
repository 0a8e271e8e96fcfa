-- One row: a child of compulsory school age who is on no school’s roll on the as-of date, and the spell after which that is
-- so. Left out: whose ground says that no school is waited for. `sessions` are those the account counts as off roll.
with without as (
  select gap.child_no, gap.first_day, gap.urn, gap.outcome, child.upn
  from gap join child on child.child_no = gap.child_no cross join question
  where gap.outcome in ('counted', 'destination-outside', 'destination-unknown')
    and gap.first_day <= question.as_of and (gap.next_entry is null or gap.next_entry > question.as_of)
    and question.as_of between child.compulsory_from and child.compulsory_to
),
left_spell as (
  select
    without.*, spell.entry_date, spell.file_no, spell.line,
    row_number() over (
      partition by without.child_no order by spell.last_date desc, spell.entry_date desc
    ) as nth
  from without
  join spell on spell.upn = without.upn and spell.urn = without.urn and spell.own and spell.last_date < without.first_day
)
select
  left_spell.urn, left_spell.upn, left_spell.entry_date, left_spell.first_day, left_spell.outcome, left_spell.file_no,
  left_spell.line, count(state.pos) as sessions
from left_spell
cross join question
left join child_session as state on state.child_no = left_spell.child_no and state.letter = '~'
  and state.pos >= (left_spell.first_day - question.first_day) * 2
where left_spell.nth = 1
group by left_spell.urn, left_spell.upn, left_spell.entry_date, left_spell.first_day, left_spell.outcome,
  left_spell.file_no, left_spell.line
