-- What somebody sees who is tied to schools or to single children is found by them, not by looking at every row of the area:
-- `urns && …` serves no index beside the other conditions of a policy. The policies judge each row found, as before.

-- The card that stands for a child, by UPN.
create index on account.card (version, academic_year, upn) where leads;
-- Entries about a child, whatever the list.
create index on worklist.entry (version, upn);
-- The school with which an entry stands sees it: so what is counted for a school is what its people are shown. (0: no school.)
alter table worklist.entry add constraint seen_by_its_school check (urn = 0 or urn = any (urns));
-- The few entries that people of another school see too.
alter table worklist.entry add column elsewhere boolean not null generated always as (urns <> array[urn]) stored;
create index on worklist.entry (version, list, nth) where elsewhere;

-- How many stand in each list of each school: a tally tells besides when they came, and there are many more of them.
create table worklist.school_total (
  version integer not null references account.publication (version),
  list text not null,
  urn integer not null,
  entries integer not null,
  overdue integer not null,
  primary key (version, list, urn)
);
create index on worklist.school_total (version, urn);
-- What is published now is counted from its tallies; the policies, which bind the owner too, wait for a moment.
alter table worklist.tally no force row level security;
insert into worklist.school_total (version, list, urn, entries, overdue)
select version, list, urn, sum(entries), sum(overdue) from worklist.tally group by version, list, urn;
alter table worklist.tally force row level security;
alter table worklist.school_total enable row level security;
alter table worklist.school_total force row level security;
grant select, insert, delete on worklist.school_total to kith_app;
-- The rule of worklist.tally.
create policy reading on worklist.school_total for select to kith_app using (
  version = (select account.current_version())
  and (select access.may('lists'))
  and case (select access.reach())
        when 'area' then true
        when 'ties' then urn = any ((select access.tied_urns())::integer[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urn = any ((select access.keys())::integer[])
        else false
      end
);
create policy restricted on worklist.school_total as restrictive for select to kith_app using (
  (select cardinality(access.restricted_upns())) = 0
);
create policy publish_select on worklist.school_total for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on worklist.school_total for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on worklist.school_total for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);

-- The same rules (0017), planned in less time: how many rows `unnest` of a call gives is worked out while a statement is
-- planned, which for someone tied to thousands of children takes longer than finding a child. Of an answer that is asked for
-- in a `select` of its own it is not.
do $$
declare
  policy record;
begin
  for policy in
    select schemaname, tablename, policyname, qual from pg_policies where qual like '%unnest(access.tied_upns())%'
  loop
    execute format('alter policy %I on %I.%I using (%s)', policy.policyname, policy.schemaname, policy.tablename,
      replace(policy.qual, 'unnest(access.tied_upns())', 'unnest((select access.tied_upns()))'));
  end loop;
end $$;
