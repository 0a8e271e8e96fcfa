-- Restriction of processing (UK GDPR article 18), and what an objection that was upheld comes to (article 21): while one
-- stands, the child is kept and shown to nobody but those whose role may read what is restricted, for that purpose. Why
-- these, and what is counted on: docs/decisions/0029.

-- A child whose use is restricted, beside the class itself: to the family and for their requests, in an emergency, and for
-- the data protection officer’s own work.
insert into access.role_grant (role, purpose, class) values
  ('area-administrator', 'rights', 'restricted'),
  ('data-protection-officer', 'oversight', 'restricted'),
  ('data-protection-officer', 'rights', 'restricted'),
  ('virtual-school', 'safeguarding-emergency', 'restricted'),
  ('head', 'safeguarding-emergency', 'restricted'),
  ('inclusion-lead', 'safeguarding-emergency', 'restricted'),
  ('senco', 'safeguarding-emergency', 'restricted'),
  ('clinician', 'safeguarding-emergency', 'restricted'),
  ('parent', 'own-record', 'restricted'),
  ('young-person', 'own-record', 'restricted');

create table rights.restriction (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  -- A UPN, or what took its place when the child was taken out.
  upn text not null check (upn <> ''),
  -- Article 18(1)(a) to (d), and 21(1). Chosen, never typed.
  because text not null check (because in ('accuracy', 'unlawful', 'legal-claim', 'objection', 'objection-upheld')),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null
);
create index on rights.restriction (upn);
-- Lifted. The person is told before (article 18(3)).
create table rights.restriction_end (
  restriction text primary key references rights.restriction (id) on delete cascade,
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  told_on date not null
);
alter table rights.restriction enable row level security;
alter table rights.restriction force row level security;
alter table rights.restriction_end enable row level security;
alter table rights.restriction_end force row level security;
grant select, insert on rights.restriction, rights.restriction_end to kith_app;
grant update (upn) on rights.restriction to kith_app;

-- Whose rows this transaction leaves out: nobody’s where who acts may read what is restricted. What a publisher writes is
-- stored, and shown to nobody by that.
create function access.restricted_upns() returns text[] language sql stable
  return case when access.may('restricted') or access.publishes() then '{}' else array(
    select upn from rights.restriction as r
    where not exists (select from rights.restriction_end as e where e.restriction = r.id)
  ) end;

-- Policies leave out only what they know of, so whoever reads children and may not read these knows which they are: the
-- UPN, and no more than that. By agreement, of those one works with.
create policy heeding on rights.restriction for select to kith_app using (
  not (select access.may('restricted')) and (select access.purpose()) is not null
  and case (select access.reach())
        when 'area' then true
        when 'ties' then true
        when 'agreed' then upn = any ((select access.worked_with())::text[])
        else false
      end
);
-- Who sees the child all the same is told that it is, and since when.
create policy telling on rights.restriction for select to kith_app using (
  (select access.may('restricted')) and upn = any ((select access.keys())::text[])
  and (select access.kind()) in ('child', 'who-can-see')
);
create policy answering on rights.restriction for select to kith_app using ((select access.answers()));
create policy recording on rights.restriction for insert to kith_app with check (
  (select access.answers()) and (select access.kind()) = 'child' and upn = any ((select access.keys())::text[])
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
);
-- (It names no child; and the policy below asks it, so it asks nothing.)
create policy directory on rights.restriction_end for select to kith_app using ((select access.me()) is not null);
create policy lifting on rights.restriction_end for insert to kith_app with check (
  (select access.answers()) and actor = (select access.me()) and actor_name = (select access.my_name())
  and at = (select access.at()) and exists (select from rights.restriction as r where r.id = restriction)
);
-- What stands is lifted first: it may be there so that nothing is erased (article 18(1)(b) and (c)).
create policy erasing on rights.restriction for update to kith_app
  using (
    (select access.erases()) and upn = any ((select access.keys())::text[])
    and exists (select from rights.restriction_end as e where e.restriction = id)
  )
  with check ((select access.erases()) and upn = (select (access.keys())[2]) and access.is_stand_in(upn));

-- ---------------------------------------------------------------- what is left out

-- Each binds every other policy of its table. The array is made once a statement, and is empty nearly always.
create policy restricted on account.child_year as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on account.card as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on account.membership as restrictive for select to kith_app using (
  (select access.purpose()) is not null and upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on worklist.entry as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on worklist.departed as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on access.consent as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on access.competence as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
create policy restricted on access.note as restrictive for select to kith_app using (
  upn <> all ((select access.restricted_upns())::text[])
);
-- Nothing new is written about the child either by those who do not see it.
create policy restricted_writing on access.note as restrictive for insert to kith_app with check (
  upn <> all ((select access.restricted_upns())::text[])
);
-- What was counted, or gathered in words, when it was published counts all: beside lists that leave somebody out it would
-- tell of them. Pages count the rows that are seen instead.
create policy restricted on account.word as restrictive for select to kith_app using (
  (select cardinality(access.restricted_upns())) = 0
);
create policy restricted on worklist.tally as restrictive for select to kith_app using (
  (select cardinality(access.restricted_upns())) = 0
);
create policy restricted on worklist.total as restrictive for select to kith_app using (
  (select cardinality(access.restricted_upns())) = 0
);
