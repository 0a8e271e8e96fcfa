-- One row: a gap in which a child of compulsory school age stands on the as-of day, on no roll and not known to be lawfully
-- elsewhere (`roll/models/gap.sql`). `since`: the first day of the gap.
-- `days`: days since, of compulsory school age, on which the school last left opens, in every year whose days are known; in
-- a year of which that school lists none, those on which more than half of all schools open (`off-roll-session.sql`).
-- `first_school_day`: the first of those days, on which the child first stands in the list.
-- `last_seen`: the last day of this year on which any school marked the child as attending, as a guest too.
with open_gap as (
  select
    gap.child_no, child.upn, gap.urn, gap.outcome, gap.next_entry, gap.leaving_ground, gap.destination_urn,
    gap.first_day, greatest(gap.first_day, child.compulsory_from) as counts_from, question.as_of
  from gap
  join child on child.child_no = gap.child_no
  cross join question
  where gap.outcome in ('counted', 'destination-outside', 'destination-unknown')
    and gap.first_day <= question.as_of and (gap.next_entry is null or gap.next_entry > question.as_of)
    and question.as_of between child.compulsory_from and child.compulsory_to
),
year_day as (
  select urn, date, am or pm as opens, year(date) - case when month(date) < 9 then 1 else 0 end as year_no from school_day
),
listed as (
  select distinct urn, year_no from year_day
),
usual_day as (
  select date, year_no from year_day where opens group by date, year_no
  having count(*) * 2 > (select count(*) from school)
),
elsewhere as (
  select open_gap.*, years.year_no
  from open_gap
  cross join (select distinct year_no from usual_day) as years
  left join listed on listed.urn = open_gap.urn and listed.year_no = years.year_no
  where listed.urn is null
),
day as (
  select open_gap.child_no, year_day.date
  from open_gap join year_day on year_day.urn = open_gap.urn
  where year_day.opens and year_day.date between open_gap.counts_from and open_gap.as_of
  union all
  select elsewhere.child_no, usual_day.date
  from elsewhere join usual_day on usual_day.year_no = elsewhere.year_no
  where usual_day.date between elsewhere.counts_from and elsewhere.as_of
),
waited as (
  select child_no, count(*) as days, min(date) as first_school_day from day group by child_no
),
seen_this_year as (
  select session.child_no, max(session.pos) as pos
  from child_session as session
  join open_gap on open_gap.child_no = session.child_no
  where session.rule = 1
  group by session.child_no
)
select
  open_gap.child_no, open_gap.urn, open_gap.outcome, open_gap.first_day as since, cast(waited.days as integer) as days,
  waited.first_school_day, open_gap.next_entry, open_gap.leaving_ground, open_gap.destination_urn,
  question.first_day + cast(floor(seen_this_year.pos / 2) as integer) as last_seen
from open_gap
join waited on waited.child_no = open_gap.child_no
left join seen_this_year on seen_this_year.child_no = open_gap.child_no
cross join question
