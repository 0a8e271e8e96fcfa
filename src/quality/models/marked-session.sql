-- One row: a mark that stands in a school’s register and looks wrong for the child: X while of compulsory school age, C2
-- while not (SI 2024/208 reg. 10), and N five school days old or older (DfE, “Working together to improve school
-- attendance”, 2024: the reason is entered within five school days).
with numbered_day as (
  select
    school_day.urn, cast(school_day.date - question.first_day as integer) as day,
    row_number() over (partition by school_day.urn order by school_day.date) as nth,
    count(*) over (partition by school_day.urn) as days
  from school_day cross join question
  where (school_day.am or school_day.pm) and school_day.date >= question.first_day
    and school_day.date <= question.as_of
),
marked as (
  select
    register.child_no, register.urn, register.pos, code.code,
    question.first_day + cast(floor(register.pos / 2) as integer) as date
  from register_session as register
  join code_letter as code on code.letter = register.letter
  cross join question
  where register.own and code.code in ('X', 'C2', 'N')
)
select
  case marked.code when 'X' then 'x-of-compulsory-age' else 'c2-not-of-compulsory-age' end as rule, child.upn,
  marked.urn, marked.pos
from marked join child on child.child_no = marked.child_no
where (marked.code = 'X' and marked.date between child.compulsory_from and child.compulsory_to)
  or (marked.code = 'C2' and marked.date not between child.compulsory_from and child.compulsory_to)
union all
select 'reason-never-given' as rule, child.upn, marked.urn, marked.pos
from marked
join child on child.child_no = marked.child_no
join numbered_day on numbered_day.urn = marked.urn and numbered_day.day = cast(floor(marked.pos / 2) as integer)
where marked.code = 'N' and numbered_day.days - numbered_day.nth >= 5
