-- Seals over the record of looks: looks are sealed in batches after they are committed, so that who looks never waits.
-- What is sealed, and how it is checked: docs/decisions/0023 and src/access/seals/README.md.

-- A number nobody can guess goes into what is sealed of each look. Where a look’s words have to be taken out one day,
-- its digest can stay without telling, by trying, whose child it was.
alter table access.look add column salt uuid not null default gen_random_uuid();

create table access.seal (
  number integer primary key check (number > 0),
  sealed_at timestamptz not null,
  -- The ids of the looks in it. Ids are given before transactions commit, so a batch may leave one out for a later one.
  looks int8multirange not null,
  counted integer not null check (counted > 0),
  -- True: when it was made, no other committed look was waiting for a seal.
  emptied boolean not null,
  -- The highest id in this seal and those before it: where the next search for looks without a seal begins.
  highest bigint not null,
  -- SHA-256 over the digests of its looks, in the order of their ids, in hexadecimal.
  rows_digest text not null,
  -- The first six bytes of each look’s digest, in base64: which look was changed, not only in which batch.
  marks text not null,
  -- The digest of the seal before; '' for the first.
  previous text not null,
  -- Which key signed it.
  key text not null,
  digest text not null,
  signature text not null
);

alter table access.seal enable row level security;
alter table access.seal force row level security;
-- Never changed, never removed.
grant select, insert on access.seal to kith_app;

-- Only the sealer and the verifier set this kind, and nobody acts then: a transaction of an actor never seals, whoever
-- it is and whatever else it sets. They read all looks, and leave none.
create function access.seals() returns boolean language sql stable
  return access.me() is null and access.purpose() = 'oversight' and access.kind() = 'sealing';

create policy sealing on access.look for select to kith_app using ((select access.seals()));
create policy sealing_select on access.seal for select to kith_app using ((select access.seals()));
create policy sealing_insert on access.seal for insert to kith_app with check ((select access.seals()));
-- A seal names nobody: who may ask who looked may see up to when it is sealed.
create policy oversight on access.seal for select to kith_app using ((select access.may('looks')));

-- ---------------------------------------------------------------- who can see a child

-- Only the door sets this kind, in a transaction that has been shown the child: whoever may see who looked may see who
-- can look. Of ties to single children it shows those to this one. (No policy here may ask whether the child is seen:
-- that is worked out from ties and memberships.)
create function access.tells() returns boolean language sql stable
  return access.may('looks') and access.kind() = 'who-can-see';
create policy who_can_see on access.tie for select to kith_app using (
  (select access.tells()) and (upn is null or upn = any ((select access.keys())::text[]))
);
create policy who_can_see on account.membership for select to kith_app using (
  version = (select account.current_version())
  and (select access.tells()) and upn = any ((select access.keys())::text[])
);
