-- A restriction follows a request, is seen by a second person, and is not told of by what stood beside it: docs/decisions/0029.

-- ---------------------------------------------------------------- no restriction without a request

-- Null in rows from before, and once the request was removed after its time, as the lifted restriction is.
alter table rights.restriction add column request text references rights.request (id) on delete set null;
create index on rights.restriction (request);

-- A request about this child, of a kind that leads to a restriction on this ground, that was neither refused nor taken
-- back. (The request and what happened to it are looked up under their own policies.)
alter policy recording on rights.restriction with check (
  (select access.answers()) and (select access.kind()) = 'child' and upn = any ((select access.keys())::text[])
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
  and exists (
    select from rights.request as r
    where r.id = restriction.request and r.upn = restriction.upn
      and case r.kind
            when 'restriction' then restriction.because in ('accuracy', 'unlawful', 'legal-claim', 'objection')
            when 'objection' then restriction.because in ('objection', 'objection-upheld')
            else false
          end
      and not exists (
        select from rights.request_event as e where e.request = r.id and e.kind in ('refused', 'withdrawn')
      )
  )
);

-- ---------------------------------------------------------------- seen by a second person

-- Somebody else who answers requests opened the request that it follows.
create table rights.restriction_seen (
  restriction text primary key references rights.restriction (id) on delete cascade,
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null
);
alter table rights.restriction_seen enable row level security;
alter table rights.restriction_seen force row level security;
grant select, insert on rights.restriction_seen to kith_app;
create policy answering on rights.restriction_seen for select to kith_app using ((select access.answers()));
create policy seeing on rights.restriction_seen for insert to kith_app with check (
  (select access.answers()) and actor = (select access.me()) and actor_name = (select access.my_name())
  and at = (select access.at())
  and exists (select from rights.restriction as r where r.id = restriction and r.actor <> (select access.me()))
);

-- ---------------------------------------------------------------- what looks tell

-- Who looked at the child is left out as the child is, for those from whom the child is. Whoever seals, verifies, erases
-- or removes what is past its time leaves nobody out.
create policy restricted on access.look as restrictive for select to kith_app using (
  subject_kind <> 'child' or subject_key <> all ((select access.restricted_upns())::text[])
);

-- ---------------------------------------------------------------- what groups of a school tell

-- Only the door sets this kind, and asks no more than whether there is such a row: who is left out of one school, for whom
-- figures of its groups would tell, beside the rows that are seen.
create policy left_out on account.child_year for select to kith_app using (
  version = (select account.current_version())
  and case when (select access.kind()) = 'left-out'
        then (select access.may('account')) and upn = any ((select access.restricted_upns())::text[])
          and urns && (select access.keys())::integer[]
        else false
      end
);
alter policy restricted on account.child_year using (
  (select access.kind()) is not distinct from 'left-out' or upn <> all ((select access.restricted_upns())::text[])
);
