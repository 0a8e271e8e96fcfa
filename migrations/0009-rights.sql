-- The rights of those whose data is kept: requests with their clocks, holds, and what taking a child out may change.
-- Whoever may act on requests (class `requests`) does so for the purpose `rights`, for the whole area, and is traced.

-- The command line, which alone reaches the files that were received, is the area administrator’s.
insert into access.role_grant (role, purpose, class) values
  ('area-administrator', 'rights', 'account'),
  ('area-administrator', 'rights', 'lists'),
  ('area-administrator', 'rights', 'looks'),
  ('area-administrator', 'rights', 'notes'),
  ('area-administrator', 'rights', 'requests');

create schema rights;
revoke all on schema rights from public;
grant usage on schema rights to kith_app;

create function access.answers() returns boolean language sql stable
  return access.may('requests') and access.scope() = 'area';
-- Only the door of `rights` sets these kinds. Erasure: the first key is the child’s UPN, the second what stands in its place.
create function access.erases() returns boolean language sql stable
  return access.answers() and access.kind() = 'erasure';
create function access.retains() returns boolean language sql stable
  return access.answers() and access.kind() = 'retention';
-- What stands in the place of a UPN that was taken out: drawn by chance, so that nothing leads back from it.
create function access.is_stand_in(key text) returns boolean language sql immutable
  return key ~ '^erased-[0-9a-f]{32}$';

-- ---------------------------------------------------------------- requests

create table rights.request (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  kind text not null check (kind in ('access', 'erasure', 'correction', 'restriction', 'objection')),
  -- Whose data it is about: a UPN, or what took its place when the child was taken out.
  upn text not null,
  asked_by text not null check (asked_by in ('child', 'parent', 'someone-for-them')),
  received_on date not null,
  -- What was asked; null where nothing was said, and once it was taken out.
  words text check (length(words) between 1 and 2000)
);
create index on rights.request (upn);

-- Where a request stands is worked out from what happened to it (src/rights/request.ts).
create table rights.request_event (
  request text not null references rights.request (id) on delete cascade,
  number integer not null check (number > 0),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  kind text not null
    check (kind in ('identity-asked', 'identity-confirmed', 'extended', 'fulfilled', 'refused', 'withdrawn')),
  happened_on date not null,
  -- Chosen, never typed, so that no reason has to be taken out again.
  because text check (because in ('complex', 'many-requests', 'unfounded', 'excessive', 'exempt', 'law-requires-keeping',
    'not-entitled')),
  primary key (request, number),
  check ((because is not null) = (kind in ('extended', 'refused')))
);

-- ---------------------------------------------------------------- holds

-- While a hold stands, nothing of the child, or of the academic year, is taken out (UK GDPR article 17(3)(b) and (e)).
create table rights.hold (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  upn text,
  academic_year text check (academic_year ~ '^\d{4}/\d{2}$'),
  -- Null once the child was taken out.
  because text check (length(because) between 1 and 500),
  lifted_at timestamptz,
  lifted_by text,
  lifted_because text check (length(lifted_because) between 1 and 500),
  check (num_nonnulls(upn, academic_year) = 1),
  check (num_nonnulls(lifted_at, lifted_by) in (0, 2))
);

-- ---------------------------------------------------------------- what was taken out

create table rights.erasure (
  stand_in text primary key check (access.is_stand_in(stand_in)),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  because text not null check (because in ('no-longer-needed', 'consent-withdrawn', 'objection', 'unlawful',
    'legal-obligation', 'child-online-service')),
  -- How many looks have it in the place of a UPN.
  looks integer not null check (looks >= 0)
);

alter table rights.request enable row level security;
alter table rights.request force row level security;
alter table rights.request_event enable row level security;
alter table rights.request_event force row level security;
alter table rights.hold enable row level security;
alter table rights.hold force row level security;
alter table rights.erasure enable row level security;
alter table rights.erasure force row level security;

grant select, insert, delete on rights.request to kith_app;
grant update (upn, words) on rights.request to kith_app;
grant select, insert on rights.request_event, rights.hold, rights.erasure to kith_app;
grant update (upn, because, lifted_at, lifted_by, lifted_because) on rights.hold to kith_app;

create policy reading on rights.request for select to kith_app using (
  (select access.answers())
  and ((select access.kind()) in ('area', 'retention') or upn = any ((select access.keys())::text[]))
);
create policy recording on rights.request for insert to kith_app with check (
  (select access.answers()) and actor = (select access.me())
);
create policy erasing on rights.request for update to kith_app
  using ((select access.erases()))
  with check ((select access.erases()) and access.is_stand_in(upn) and words is null);
create policy retaining on rights.request for delete to kith_app using ((select access.retains()));
-- (The request is looked up under its own policy.)
create policy reading on rights.request_event for select to kith_app
  using (exists (select from rights.request where id = request));
create policy recording on rights.request_event for insert to kith_app with check (
  (select access.answers()) and actor = (select access.me())
  and exists (select from rights.request where id = request)
);
create policy reading on rights.hold for select to kith_app using ((select access.answers()));
create policy setting on rights.hold for insert to kith_app with check (
  (select access.answers()) and actor = (select access.me()) and lifted_at is null
);
-- The row as it stands before the statement that asks, so that who lifts a hold changes nothing else of it. (The policy
-- for reading asks no row.)
create function rights.stood(hold_id text, child text, year text, why text) returns boolean language sql stable
  return exists (
    select from rights.hold as h
    where h.id = hold_id and h.upn is not distinct from child and h.academic_year is not distinct from year
      and h.because is not distinct from why
  );
create policy lifting on rights.hold for update to kith_app
  using ((select access.answers()) and not (select access.erases()) and lifted_at is null)
  with check (
    not (select access.erases()) and lifted_by = (select access.me()) and rights.stood(id, upn, academic_year, because)
  );
create policy erasing on rights.hold for update to kith_app
  using ((select access.erases()) and upn = any ((select access.keys())::text[]) and lifted_at is not null)
  with check ((select access.erases()) and upn = (select (access.keys())[2]) and access.is_stand_in(upn));
create policy reading on rights.erasure for select to kith_app using ((select access.answers()));
create policy recording on rights.erasure for insert to kith_app with check (
  (select access.erases()) and actor = (select access.me()) and stand_in = any ((select access.keys())::text[])
);

-- ---------------------------------------------------------------- taking a child out of what stands

alter table access.look drop constraint look_subject_kind_check;
alter table access.look add check (
  subject_kind in ('area', 'school', 'child', 'publication', 'erasure', 'retention')
);
-- The one change to a look: the UPN goes, and what stands in its place says of no one whom it was. That it happened, when,
-- by whom and what for stays; and so does the digest of UPN and salt that its seal holds, without the salt.
alter table access.look add column taken_out text
  check (taken_out is null or taken_out ~ '^[0-9a-f]{64}$' and access.is_stand_in(subject_key));
grant update (subject_key, salt, taken_out) on access.look to kith_app;
create policy erasing_select on access.look for select to kith_app using (
  (select access.erases()) and subject_kind = 'child' and subject_key = any ((select access.keys())::text[])
);
create policy erasing_update on access.look for update to kith_app
  using ((select access.erases()) and subject_kind = 'child' and subject_key = any ((select access.keys())::text[]))
  with check ((select access.erases()) and subject_key = (select (access.keys())[2]) and access.is_stand_in(subject_key));
create policy retaining_select on access.look for select to kith_app
  using ((select access.retains()) and subject_kind = 'child');
create policy retaining_update on access.look for update to kith_app
  using ((select access.retains()) and subject_kind = 'child')
  with check ((select access.retains()) and access.is_stand_in(subject_key));

grant delete on access.tie to kith_app;
create policy rights_select on access.tie for select to kith_app using (
  (select access.answers()) and (
    upn = any ((select access.keys())::text[]) or (select access.retains()) and upn is not null and ended_at is not null
  )
);
create policy erasing_delete on access.tie for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy retaining_delete on access.tie for delete to kith_app using (
  (select access.retains()) and upn is not null and ended_at is not null
);

create policy erasing_select on account.child_year for select to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on account.child_year for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_select on account.card for select to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on account.card for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_select on account.membership for select to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on account.membership for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_select on worklist.entry for select to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on worklist.entry for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_select on worklist.departed for select to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on worklist.departed for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
