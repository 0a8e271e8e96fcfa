-- Who may act, who looked, and the account of lost learning as published.
-- Every table that holds something about a person has row security enabled and forced: without an actor, no rows.
-- The settings that policies read (kith.actor, kith.purpose, kith.kind, kith.keys) are set by `access`, for one
-- transaction only. What a transaction may see is bounded by actor, purpose and the subject written in its trace.

do $$
begin
  if not exists (select from pg_roles where rolname = 'kith_app') then
    create role kith_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end
$$;
-- The login that migrates may take the role; any other login needs the same grant.
grant kith_app to current_user;

create schema access;
create schema account;
revoke all on schema access, account, kith from public;
grant usage on schema access, account, kith to kith_app;
grant select on kith.migration to kith_app;

-- ---------------------------------------------------------------- settings of this transaction

-- Unset is null; a setting that an earlier transaction made local reads as '' afterwards.
create function access.me() returns text language sql stable
  return nullif(current_setting('kith.actor', true), '');
create function access.purpose() returns text language sql stable
  return nullif(current_setting('kith.purpose', true), '');
-- area | school | child | publication
create function access.kind() returns text language sql stable
  return nullif(current_setting('kith.kind', true), '');
-- One URN for a school, UPNs for children, empty otherwise.
create function access.keys() returns text[] language sql stable
  return string_to_array(coalesce(current_setting('kith.keys', true), ''), ',');

-- ---------------------------------------------------------------- actors and ties

create table access.actor (
  id text primary key check (id <> ''),
  name text not null,
  role text not null check (role in ('area-administrator', 'area-officer', 'school-lead')),
  -- area: every child of the area. ties: only the schools and children it is tied to.
  scope text not null check (scope in ('area', 'ties')),
  since timestamptz not null,
  ended_at timestamptz,
  check (scope = 'ties' or role <> 'school-lead')
);

create table access.tie (
  id integer generated always as identity primary key,
  actor text not null references access.actor (id),
  urn integer,
  upn text,
  since timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(urn, upn) = 1)
);
create index on access.tie (actor);

-- Who acts until sign-in exists. An area that has sign-in ends this row.
insert into access.actor (id, name, role, scope, since)
values ('single-user', 'Single user', 'area-administrator', 'area', '1970-01-01T00:00:00Z');

alter table access.actor enable row level security;
alter table access.actor force row level security;
alter table access.tie enable row level security;
alter table access.tie force row level security;

grant select, insert on access.actor, access.tie to kith_app;
grant update (ended_at) on access.actor, access.tie to kith_app;

-- Colleagues’ names and roles are a directory that anyone who acts may read. (This policy must not call a function
-- that reads access.actor: it would call itself.)
create policy directory on access.actor for select to kith_app using (access.me() is not null);

create function access.scope() returns text language sql stable
  return (select scope from access.actor where id = access.me() and ended_at is null);
create function access.manages() returns boolean language sql stable
  return access.purpose() = 'access-management' and access.scope() = 'area';
create function access.tied_urns() returns integer[] language sql stable
  return array(select urn from access.tie where actor = access.me() and ended_at is null and urn is not null);
create function access.tied_upns() returns text[] language sql stable
  return array(select upn from access.tie where actor = access.me() and ended_at is null and upn is not null);

create policy managed_insert on access.actor for insert to kith_app with check ((select access.manages()));
create policy managed_update on access.actor for update to kith_app using ((select access.manages()));
create policy own on access.tie for select to kith_app using (actor = access.me());
create policy managed_select on access.tie for select to kith_app using ((select access.manages()));
create policy managed_insert on access.tie for insert to kith_app with check ((select access.manages()));
create policy managed_update on access.tie for update to kith_app using ((select access.manages()));

-- ---------------------------------------------------------------- the account, as published

create table account.publication (
  version integer generated always as identity primary key,
  state text not null check (state in ('writing', 'published', 'abandoned')),
  created_at timestamptz not null,
  published_at timestamptz,
  -- What was recorded up to then is in it; null: all that had been received.
  known_at timestamptz,
  child_years integer not null default 0
);
-- One publisher at a time: who begins takes over, and the one before can neither write nor flip.
create unique index one_writing on account.publication (state) where state = 'writing';

-- The one pointer. A publication becomes visible when this row changes.
create table account.current_publication (
  the_one boolean primary key default true check (the_one),
  version integer not null references account.publication (version)
);

create table account.child_year (
  version integer not null references account.publication (version),
  upn text not null,
  academic_year text not null,
  given_name text,
  family_name text,
  year_group integer,
  sex text,
  -- Schools with a spell of this child in the year.
  urns integer[] not null,
  -- Sessions, by the one state each is in, and their sums (lost-learning defines them); minutes_lost in minutes.
  calendar integer not null,
  attended integer not null,
  suspended integer not null,
  unauthorised integer not null,
  part_time integer not null,
  authorised integer not null,
  access_failure integer not null,
  unrecorded_dual integer not null,
  not_required integer not null,
  unmarked integer not null,
  off_roll integer not null,
  possible integer not null,
  lost_headline integer not null,
  lost_absence integer not null,
  lost_extended integer not null,
  minutes_lost integer not null,
  -- The child’s whole year in a packed, compressed row whose format is lost-learning’s: compressing again is waste.
  sessions bytea not null,
  facts jsonb not null,
  primary key (version, upn, academic_year)
);
alter table account.child_year alter column sessions set storage external;

alter table account.publication enable row level security;
alter table account.publication force row level security;
alter table account.current_publication enable row level security;
alter table account.current_publication force row level security;
alter table account.child_year enable row level security;
alter table account.child_year force row level security;

grant select, insert, update on account.publication, account.current_publication to kith_app;
grant select, insert, delete on account.child_year to kith_app;

create policy acting on account.publication for select to kith_app using (access.me() is not null);
create policy acting on account.current_publication for select to kith_app using (access.me() is not null);

create function account.current_version() returns integer language sql stable
  return (select version from account.current_publication);
create function account.writing_version() returns integer language sql stable
  return (select version from account.publication where state = 'writing');
-- Only the publishing door sets this kind.
create function access.publishes() returns boolean language sql stable
  return access.purpose() = 'import-and-data-quality' and access.kind() = 'publication' and access.scope() = 'area';

create policy publish_insert on account.publication for insert to kith_app with check ((select access.publishes()));
create policy publish_update on account.publication for update to kith_app using ((select access.publishes()));
create policy publish_insert on account.current_publication for insert to kith_app
  with check ((select access.publishes()));
create policy publish_update on account.current_publication for update to kith_app
  using ((select access.publishes()));

-- Each (select …) is worked out once a statement, not once a row.
create policy reading on account.child_year for select to kith_app using (
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
        when 'child' then upn = any ((select access.keys())::text[])
        else false
      end
);
-- The publisher writes only the version it began, and clears only versions that nobody reads.
create policy publish_select on account.child_year for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on account.child_year for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on account.child_year for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);

-- ---------------------------------------------------------------- looks

-- Every look, and every refusal, with names as they were. Append-only: the app may neither change nor remove.
create table access.look (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  role text not null,
  purpose text not null,
  subject_kind text not null check (subject_kind in ('area', 'school', 'child', 'publication')),
  -- UPN of a child, URN of a school, otherwise ''.
  subject_key text not null,
  permitted boolean not null,
  -- Why it was refused; '' where it was permitted.
  reason text not null
);
create index on access.look (subject_kind, subject_key, at);

alter table access.look enable row level security;
alter table access.look force row level security;
grant select, insert on access.look to kith_app;

-- The schools of the children looked at, and whether the actor may see any of them.
create function access.subject_urns() returns text[] language sql stable
  return array(
    select distinct unnest(urns)::text from account.child_year
    where access.kind() = 'child' and upn = any (access.keys())
  );
create function access.sees_subject() returns boolean language sql stable
  return exists (select from account.child_year where access.kind() = 'child' and upn = any (access.keys()));

create policy own_insert on access.look for insert to kith_app with check (actor = access.me());
-- Who may see a child may see who looked at it: at the child, at its school, or at the whole area.
create policy oversight on access.look for select to kith_app using (
  (select access.purpose()) = 'oversight'
  and case
        when (select access.kind()) = 'area' then (select access.scope()) = 'area'
        when (select access.kind()) = 'child' and ((select access.scope()) = 'area' or (select access.sees_subject()))
          then case subject_kind
                 when 'area' then true
                 when 'child' then subject_key = any ((select access.keys())::text[])
                 when 'school' then subject_key = any ((select access.subject_urns())::text[])
                 else false
               end
        else false
      end
);
