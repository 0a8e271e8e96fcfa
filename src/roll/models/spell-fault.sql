-- One row: a roll row that cannot be used in this view, because its school is not in schools.csv.
select file_no, line, 'urn' as column_name, cast(urn as varchar) as value, 'unknown-school' as fault
from received_spell
where recorded_at <= (select known_at from question) and urn not in (select urn from school)
