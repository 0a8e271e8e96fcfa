-- Who is asking: sessions, identities at providers, passkeys, invitations, and the record of signing in.
-- Before anyone acts there is no actor, so these tables are guarded by what the browser or the provider has shown:
-- `access` puts the SHA-256 of it into kith.held for one transaction, and the transaction sees only rows with such a
-- key. Secrets themselves are stored nowhere. Beyond that only management (access-management) reads and ends.

-- Keys of what was shown in this transaction; empty outside the threshold (src/access/threshold.ts).
create function access.held() returns text[] language sql stable
  return string_to_array(coalesce(current_setting('kith.held', true), ''), ',');
-- The threshold that clears away shows this word, which is no key.
create function access.clears() returns boolean language sql stable
  return 'expired' = any (access.held());

create table access.session (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  actor text not null references access.actor (id),
  -- The provider’s id in the configuration, `passkey`, or `demonstration`.
  provider text not null,
  second_factor boolean not null,
  -- Keys of the subject and of the session at the provider, by which the provider may end this one.
  subject text,
  provider_session text,
  begun_at timestamptz not null,
  -- Last asked with, to within a minute.
  seen_at timestamptz not null,
  -- However busy, it ends then.
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out', 'replaced', 'revoked', 'provider')),
  check ((ended_at is null) = (ended_because is null))
);
create index on access.session (actor);
create index on access.session (subject);
create index on access.session (provider_session);

-- An invitation: whoever shows its code says how this actor will sign in from now on. Once.
create table access.invitation (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  actor text not null references access.actor (id),
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
-- Of two at once, the second would still open when the first has been used.
create unique index one_open_invitation on access.invitation (actor) where used_at is null and ended_at is null;

-- A provider’s subject is this actor. The key is made of issuer and subject: pointing a provider’s id to another
-- issuer makes nobody someone else.
create table access.identity (
  id integer generated always as identity primary key,
  subject text not null check (subject ~ '^[0-9a-f]{64}$'),
  provider text not null,
  actor text not null references access.actor (id),
  tied_by text not null,
  since timestamptz not null,
  ended_at timestamptz
);
create unique index one_open_identity on access.identity (subject) where ended_at is null;

create table access.passkey (
  -- Of the credential’s id.
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  credential text not null,
  actor text not null references access.actor (id),
  public_key bytea not null,
  counter bigint not null,
  tied_by text not null,
  since timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);

-- A sign-in that has begun and not come back: at most ten minutes, and bound to one browser by its cookie.
create table access.pending_sign_in (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  provider text not null,
  state text not null,
  -- The nonce of the provider’s token, or the challenge of a passkey.
  nonce text not null,
  verifier text not null,
  return_to text not null,
  -- Key of the invitation that was shown before.
  invitation text,
  made_at timestamptz not null,
  expires_at timestamptz not null
);

-- Every sign-in and every refusal, and what administrators did about someone’s ways in. No token, no name: the subject is
-- hashed with its issuer. Append-only.
create table access.sign_in (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  provider text not null,
  outcome text not null,
  actor text,
  subject text,
  -- The administrator who invited, or ended ways in; null for who signed in or tried to.
  done_by text,
  check ((done_by is not null) = (outcome in ('invited', 'ways-ended')))
);
create index on access.sign_in (at);
create index on access.sign_in (actor, at);

alter table access.session enable row level security;
alter table access.session force row level security;
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
alter table access.identity enable row level security;
alter table access.identity force row level security;
alter table access.passkey enable row level security;
alter table access.passkey force row level security;
alter table access.pending_sign_in enable row level security;
alter table access.pending_sign_in force row level security;
alter table access.sign_in enable row level security;
alter table access.sign_in force row level security;

grant select, insert, delete on access.session, access.pending_sign_in to kith_app;
grant update (seen_at, ended_at, ended_because) on access.session to kith_app;
grant select, insert on access.invitation, access.identity, access.passkey, access.sign_in to kith_app;
grant update (used_at, ended_at) on access.invitation to kith_app;
grant update (ended_at) on access.identity to kith_app;
grant update (counter, used_at, ended_at) on access.passkey to kith_app;

-- The actor whom a held invitation, still open, is for.
create function access.invited() returns text[] language sql stable
  return array(
    select actor from access.invitation
    where key = any (access.held()) and used_at is null and ended_at is null
  );

create policy held_select on access.session for select to kith_app using (
  key = any ((select access.held())::text[])
  or subject = any ((select access.held())::text[])
  or provider_session = any ((select access.held())::text[])
);
create policy held_insert on access.session for insert to kith_app with check (key = any ((select access.held())::text[]));
create policy held_update on access.session for update to kith_app using (
  key = any ((select access.held())::text[])
  or subject = any ((select access.held())::text[])
  or provider_session = any ((select access.held())::text[])
);
create policy managed_select on access.session for select to kith_app using ((select access.manages()));
create policy managed_update on access.session for update to kith_app using ((select access.manages()));
create policy clear_select on access.session for select to kith_app
  using ((select access.clears()) and ends_at < now() - interval '1 day');
create policy clear_delete on access.session for delete to kith_app
  using ((select access.clears()) and ends_at < now() - interval '1 day');

create policy held_select on access.invitation for select to kith_app using (key = any ((select access.held())::text[]));
create policy held_update on access.invitation for update to kith_app using (key = any ((select access.held())::text[]));
create policy managed_select on access.invitation for select to kith_app using ((select access.manages()));
-- Whoever holds an invitation becomes its actor: so in one’s own name, and for nobody who has a way in already.
create policy managed_insert on access.invitation for insert to kith_app with check (
  (select access.manages())
  and made_by = (select access.me())
  and not exists (select from access.identity as i where i.actor = invitation.actor and i.ended_at is null)
  and not exists (select from access.passkey as p where p.actor = invitation.actor and p.ended_at is null)
);
create policy managed_update on access.invitation for update to kith_app using ((select access.manages()));

-- Shown by its provider it is seen; tied it is with an invitation in hand, and by nobody else.
create policy held_select on access.identity for select to kith_app
  using (subject = any ((select access.held())::text[]));
create policy invited_insert on access.identity for insert to kith_app with check (
  subject = any ((select access.held())::text[]) and actor = any ((select access.invited())::text[])
);
create policy managed_select on access.identity for select to kith_app using ((select access.manages()));
create policy managed_update on access.identity for update to kith_app using ((select access.manages()));

create policy held_select on access.passkey for select to kith_app using (key = any ((select access.held())::text[]));
create policy held_update on access.passkey for update to kith_app using (key = any ((select access.held())::text[]));
create policy invited_insert on access.passkey for insert to kith_app with check (
  key = any ((select access.held())::text[]) and actor = any ((select access.invited())::text[])
);
create policy managed_select on access.passkey for select to kith_app using ((select access.manages()));
create policy managed_update on access.passkey for update to kith_app using ((select access.manages()));

create policy held_select on access.pending_sign_in for select to kith_app
  using (key = any ((select access.held())::text[]) or (select access.clears()) and expires_at < now());
create policy held_insert on access.pending_sign_in for insert to kith_app
  with check (key = any ((select access.held())::text[]));
create policy held_delete on access.pending_sign_in for delete to kith_app
  using (key = any ((select access.held())::text[]) or (select access.clears()) and expires_at < now());

create policy threshold_insert on access.sign_in for insert to kith_app
  with check ((select cardinality(access.held())) > 0 and done_by is null);
create policy managed_insert on access.sign_in for insert to kith_app
  with check ((select access.manages()) and done_by = (select access.me()));
create policy overseen_select on access.sign_in for select to kith_app
  using ((select access.may('sign-ins')) and (select access.scope()) = 'area');

-- Whoever has shown a session sees what is tied to them, where they are signed in and what was done about it, and may
-- end their own sessions.
create function access.shows_self() returns boolean language sql stable
  return access.me() is not null and cardinality(access.held()) > 0;
create policy own_select on access.session for select to kith_app
  using ((select access.shows_self()) and actor = (select access.me()));
create policy own_update on access.session for update to kith_app
  using ((select access.shows_self()) and actor = (select access.me()));
create policy own_select on access.identity for select to kith_app
  using ((select access.shows_self()) and actor = (select access.me()));
create policy own_select on access.passkey for select to kith_app
  using ((select access.shows_self()) and actor = (select access.me()));
create policy own_select on access.sign_in for select to kith_app
  using ((select access.shows_self()) and actor = (select access.me()));
