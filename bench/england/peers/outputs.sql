-- The outputs: what every engine writes, from the sums of account.sql. A text in braces stands for that of its macro.
-- macro figures: sum(calendar) as calendar, sum(s1) as attended, sum(s2) as suspended, sum(s3) as unauthorised, sum(s4) as part_time, sum(s5) as authorised, sum(s6) as access_failure, sum(s7) as unrecorded_dual, sum(s8) as not_required, sum(s9) as unmarked, sum(s10) as off_roll, sum(s1 + s2 + s3 + s4 + s5) as possible, sum(s2 + s3) as lost_headline, sum(s2 + s3 + s4 + s5) as lost_absence, sum(s2 + s3 + s4 + s5 + s6 + s7 + s10) as lost_extended, sum(minutes) as minutes_lost
-- macro own: sum(calendar) as calendar, sum(s1) as attended, sum(s2) as suspended, sum(s3) as unauthorised, sum(s4) as part_time, sum(s5) as authorised, sum(s6) as access_failure, 0 as unrecorded_dual, sum(s8) as not_required, sum(s9) as unmarked, sum(s10) as off_roll, sum(s1 + s2 + s3 + s4 + s5) as possible, sum(s2 + s3) as lost_headline, sum(s2 + s3 + s4 + s5) as lost_absence, sum(s2 + s3 + s4 + s5 + s6 + s10) as lost_extended, sum(minutes) as minutes_lost
-- macro absence: count(*) as enrolments, sum(possible) as possible, sum(authorised) as authorised, sum(unauthorised) as unauthorised, sum(overall) as overall, sum(persistent) as persistent_enrolments, sum(severe) as severe_enrolments

-- output: child
select upn, calendar, s1 as attended, s2 as suspended, s3 as unauthorised, s4 as part_time, s5 as authorised, s6 as access_failure,
  s7 as unrecorded_dual, s8 as not_required, s9 as unmarked, s10 as off_roll, s1 + s2 + s3 + s4 + s5 as possible,
  s2 + s3 as lost_headline, s2 + s3 + s4 + s5 as lost_absence, s2 + s3 + s4 + s5 + s6 + s7 + s10 as lost_extended,
  minutes as minutes_lost
from child_sum;

-- output: enrolment
select urn, upn, possible, authorised, unauthorised, overall, persistent, severe from enrolled;

-- output: week
select week_name.week as week, week_sum.children as children, calendar, s1 as attended, s2 as suspended, s3 as unauthorised, s4 as part_time,
  s5 as authorised, s6 as access_failure, s7 as unrecorded_dual, s8 as not_required, s9 as unmarked, s10 as off_roll,
  s1 + s2 + s3 + s4 + s5 as possible, s2 + s3 as lost_headline, s2 + s3 + s4 + s5 as lost_absence,
  s2 + s3 + s4 + s5 + s6 + s7 + s10 as lost_extended, minutes as minutes_lost
from week_sum join week_place as week_name on week_name.week_no = week_sum.week_no;

-- output: cause
select case letter_sum.letter when '=' then 'unrecorded-dual' when '?' then 'unmarked' when '~' then 'off-roll' else code_rule.code end as code,
  letter_sum.n as sessions
from letter_sum left join code_rule on code_rule.letter = letter_sum.letter;

-- output: year_group
select attribute.year_group as year_group, count(*) as children, {figures}
from child_sum join attribute on attribute.attribute_no = child_sum.attribute_no group by attribute.year_group;

-- output: absence_year_group
select attribute.year_group as year_group, {absence}
from enrolled join attribute on attribute.attribute_no = enrolled.attribute_no group by attribute.year_group;

-- output: sex
select attribute.sex as sex, count(*) as children, {figures}
from child_sum join attribute on attribute.attribute_no = child_sum.attribute_no group by attribute.sex;

-- output: absence_sex
select attribute.sex as sex, {absence}
from enrolled join attribute on attribute.attribute_no = enrolled.attribute_no group by attribute.sex;

-- output: ethnicity
select attribute.ethnicity as ethnicity, count(*) as children, {figures}
from child_sum join attribute on attribute.attribute_no = child_sum.attribute_no group by attribute.ethnicity;

-- output: absence_ethnicity
select attribute.ethnicity as ethnicity, {absence}
from enrolled join attribute on attribute.attribute_no = enrolled.attribute_no group by attribute.ethnicity;

-- output: fsm
select attribute.fsm as fsm, count(*) as children, {figures}
from child_sum join attribute on attribute.attribute_no = child_sum.attribute_no group by attribute.fsm;

-- output: absence_fsm
select attribute.fsm as fsm, {absence}
from enrolled join attribute on attribute.attribute_no = enrolled.attribute_no group by attribute.fsm;

-- output: sen
select attribute.sen as sen, count(*) as children, {figures}
from child_sum join attribute on attribute.attribute_no = child_sum.attribute_no group by attribute.sen;

-- output: absence_sen
select attribute.sen as sen, {absence}
from enrolled join attribute on attribute.attribute_no = enrolled.attribute_no group by attribute.sen;

-- output: phase
select school.phase as phase, count(distinct child_no) as children, {own}
from school_sum join school on school.urn = school_sum.urn group by school.phase;

-- output: absence_phase
select school.phase as phase, {absence}
from enrolled join school on school.urn = enrolled.urn group by school.phase;

-- output: trust
select school.trust as trust, count(distinct child_no) as children, {own}
from school_sum join school on school.urn = school_sum.urn group by school.trust;

-- output: absence_trust
select school.trust as trust, {absence}
from enrolled join school on school.urn = enrolled.urn group by school.trust;

-- output: la
select school.la as la, count(distinct child_no) as children, {own}
from school_sum join school on school.urn = school_sum.urn group by school.la;

-- output: absence_la
select school.la as la, {absence}
from enrolled join school on school.urn = enrolled.urn group by school.la;

-- output: region
select school.region as region, count(distinct child_no) as children, {own}
from school_sum join school on school.urn = school_sum.urn group by school.region;

-- output: absence_region
select school.region as region, {absence}
from enrolled join school on school.urn = enrolled.urn group by school.region;

-- output: school
select urn, count(*) as children, {own} from school_sum group by urn;

-- output: absence_school
select urn, {absence} from enrolled group by urn;
