-- Lists of the working day: children, and schools, for whom something is to be done. They are published with the account,
-- in the same version, under the same rule of who sees which row. Nothing here is a judgement of a child: an entry says
-- since when, how long and what is due.

create schema worklist;
revoke all on schema worklist from public;
grant usage on schema worklist to kith_app;

create table worklist.entry (
  version integer not null references account.publication (version),
  list text not null,
  -- Its place in the order of its list: by what is due, or by how long.
  nth integer not null,
  -- '' where the entry is about a school.
  upn text not null,
  -- The school with which the entry stands.
  urn integer not null,
  -- Schools whose people see it: those with a spell of this child in the year.
  urns integer[] not null,
  academic_year text not null,
  given_name text,
  family_name text,
  year_group integer,
  class text,
  sex text,
  fsm boolean,
  sen text,
  in_care boolean,
  since date not null,
  until date not null,
  -- In the unit of the list: school days, sessions, weeks or minutes.
  counted integer not null,
  due date,
  -- Due before the day up to which the list was worked out.
  overdue boolean not null,
  -- The first day on which the rule of the list was met.
  entered_on date not null,
  -- What else the list tells, as JSON.
  detail jsonb not null,
  -- When this entry first stood in a published list; carried from version to version.
  listed_at timestamptz not null,
  primary key (version, list, upn, urn, since)
);
create index in_order on worklist.entry (version, list, nth);
create index of_school on worklist.entry (version, urn, list, nth);

-- How many entries stand in a list, by school and by when they came, so that no page counts them one by one.
create table worklist.tally (
  version integer not null references account.publication (version),
  list text not null,
  urn integer not null,
  listed_at timestamptz not null,
  entries integer not null,
  overdue integer not null,
  primary key (version, list, urn, listed_at)
);

-- Entries that stood in a list and no longer do. Kept for some weeks, so that who looks again learns what went.
-- Each publication judges them anew: `urns` are those of the version that readers see, and of a child that is in it no
-- longer nothing is kept.
create table worklist.departed (
  list text not null,
  upn text not null,
  urn integer not null,
  urns integer[] not null,
  given_name text,
  family_name text,
  year_group integer,
  since date not null,
  counted integer not null,
  listed_at timestamptz not null,
  left_at timestamptz not null,
  primary key (list, upn, urn, since, left_at)
);
create index on worklist.departed (left_at);

-- Up to when someone has said to have seen the lists of the area ('') or of a school (its URN).
create table worklist.seen (
  actor text not null references access.actor (id),
  subject_key text not null,
  at timestamptz not null,
  primary key (actor, subject_key)
);

alter table worklist.entry enable row level security;
alter table worklist.entry force row level security;
alter table worklist.tally enable row level security;
alter table worklist.tally force row level security;
alter table worklist.departed enable row level security;
alter table worklist.departed force row level security;
alter table worklist.seen enable row level security;
alter table worklist.seen force row level security;

grant select, insert, delete on worklist.entry, worklist.tally, worklist.departed to kith_app;
grant update (urns) on worklist.departed to kith_app;
grant select, insert, update on worklist.seen to kith_app;

-- The rule of account.child_year (0001), for a row that has a child and schools. Each (select …) is worked out once a
-- statement, not once a row.
create policy reading on worklist.entry for select to kith_app using (
  version = (select account.current_version())
  and (select access.purpose() in ('attendance-and-inclusion-support', 'import-and-data-quality', 'oversight'))
  and case (select access.scope())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns @> (select access.keys())::integer[]
        when 'child' then upn <> '' and upn = any ((select access.keys())::text[])
        else false
      end
);
create policy reading on worklist.departed for select to kith_app using (
  (select access.purpose() in ('attendance-and-inclusion-support', 'import-and-data-quality', 'oversight'))
  and case (select access.scope())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns @> (select access.keys())::integer[]
        when 'child' then upn <> '' and upn = any ((select access.keys())::text[])
        else false
      end
);
-- A tally counts children of one school: who is tied to it may read it, and who works for the area.
create policy reading on worklist.tally for select to kith_app using (
  version = (select account.current_version())
  and (select access.purpose() in ('attendance-and-inclusion-support', 'import-and-data-quality', 'oversight'))
  and case (select access.scope())
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

-- The publisher reads what stands now, to know since when each entry has stood; it writes only the version it began.
create policy publish_select on worklist.entry for select to kith_app using ((select access.publishes()));
create policy publish_insert on worklist.entry for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on worklist.entry for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_select on worklist.tally for select to kith_app using ((select access.publishes()));
create policy publish_insert on worklist.tally for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on worklist.tally for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_select on worklist.departed for select to kith_app using ((select access.publishes()));
create policy publish_insert on worklist.departed for insert to kith_app with check ((select access.publishes()));
create policy publish_update on worklist.departed for update to kith_app using ((select access.publishes()));
create policy publish_delete on worklist.departed for delete to kith_app using ((select access.publishes()));

-- What someone has seen is their own.
create policy own_select on worklist.seen for select to kith_app using (actor = (select access.me()));
create policy own_insert on worklist.seen for insert to kith_app with check (
  actor = (select access.me()) and (select access.purpose()) = 'attendance-and-inclusion-support'
);
create policy own_update on worklist.seen for update to kith_app using (
  actor = (select access.me()) and (select access.purpose()) = 'attendance-and-inclusion-support'
);
