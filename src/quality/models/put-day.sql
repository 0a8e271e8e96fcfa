-- One row: a session a school would open if the marks it made then were right.
select distinct 'session-not-open.open' as scenario, urn, date, session
from refused_mark
where fault = 'session-not-open'
