-- Registers counted by text: cut into pieces of a week and laid beside the text of a child who was there all the time. Nine in
-- ten are that text and are never looked at again; the others are counted once for each different text.

-- step: pieces
create temp table piece as
select stay_no, unit_no, text, contested, after_may,
  case when is_whole = 1 then mask
    else mask & ((1 << cast(least(places, (last_day + 1) * 2 - first_place) as integer))
      - (1 << cast(greatest(0, first_day * 2 - first_place) as integer))) end as mask
from (
  select reg.stay_no, reg.contested, reg.first_day, reg.last_day, unit.unit_no, unit.first_place, unit.places, unit.mask, unit.present,
    case when reg.cohort = 1 and unit.first_place >= 546 then 1 else 0 end as after_may,
    substr(reg.marks, unit.first_place + 1, unit.places) as text,
    case when unit.first_place >= reg.first_day * 2 and unit.first_place + unit.places <= reg.last_day * 2 + 2 then 1 else 0 end as is_whole
  from reg join unit on unit.calendar_no = reg.calendar_no
  where reg.own = 1 and unit.first_place < reg.last_day * 2 + 2 and unit.first_place + unit.places > reg.first_day * 2
) as cut
where text <> present or is_whole = 0;

-- step: texts by week
create temp table text_count as
select unit_no / 3 as week_no, mask, text, contested, count(*) as n from piece group by unit_no / 3, mask, text, contested;

-- step: every text counted
create temp table text_cell as
select seen.mask, seen.text, ten.place, coalesce(code_rule.letter, '?') as letter,
  case when code_rule.rule is null then 9 when code_rule.rule = 11 then 8 else code_rule.rule end as rule
from (select distinct mask, text from text_count) as seen
cross join ten
left join code_rule on code_rule.letter = substr(seen.text, ten.place + 1, 1)
where ((seen.mask >> ten.place) & 1) = 1;

-- step: counts of texts
create temp table text_sum as
select mask, text, sum(case when rule = 2 then 1 else 0 end) as c2, sum(case when rule = 3 then 1 else 0 end) as c3,
  sum(case when rule = 4 then 1 else 0 end) as c4, sum(case when rule = 5 then 1 else 0 end) as c5,
  sum(case when rule = 6 then 1 else 0 end) as c6, sum(case when rule = 8 then 1 else 0 end) as c8,
  sum(case when rule = 9 then 1 else 0 end) as c9
from text_cell group by mask, text;

-- step: counts of stays
create temp table stay_sum as
select piece.stay_no, sum(c2) as s2, sum(c3) as s3, sum(c4) as s4, sum(c5) as s5, sum(c6) as s6, sum(c8) as s8, sum(c9) as s9,
  sum(c2 * after_may) as j2, sum(c3 * after_may) as j3, sum(c4 * after_may) as j4, sum(c5 * after_may) as j5,
  sum(c6 * after_may) as j6, sum(c8 * after_may) as j8, sum(c9 * after_may) as j9
from piece join text_sum on text_sum.mask = piece.mask and text_sum.text = piece.text
group by piece.stay_no;

-- step: weeks of texts
create temp table week_part as
select week_no, sum(n * c2) as s2, sum(n * c3) as s3, sum(n * c4) as s4, sum(n * c5) as s5, sum(n * c6) as s6, sum(n * c8) as s8,
  sum(n * c9) as s9
from text_count join text_sum on text_sum.mask = text_count.mask and text_sum.text = text_count.text
where contested = 0 group by week_no;

-- step: letters of texts
-- What is not looked at was attended: each place looked at takes its own mark away, and puts its letter there.
create temp table letter_part as
with counted as (
  select mask, text, sum(n) as n from text_count where contested = 0 group by mask, text
), cell as (
  select text_cell.letter, case when text_cell.place % 2 = 0 then '/' else '.' end as present, sum(counted.n) as n
  from counted join text_cell on text_cell.mask = counted.mask and text_cell.text = counted.text
  group by text_cell.letter, case when text_cell.place % 2 = 0 then '/' else '.' end
)
select letter, n from cell
union all
select present as letter, -n as n from cell;
