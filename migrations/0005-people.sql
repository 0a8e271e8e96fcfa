-- Organisations, the roles of those who act, what each may read for which purpose, and ties to a class or to children in care.
-- What a role may do is data: the rows of access.role and access.role_grant are those of src/access/roles.ts, and a test
-- holds the two together. Policies ask access.may(class of data), so no policy names a purpose or a role.

create table access.organisation (
  id text primary key check (id <> ''),
  kind text not null check (kind in ('area', 'school', 'trust', 'health', 'youth', 'community', 'family')),
  name text not null check (length(name) between 1 and 200),
  -- The school that it is; null for all others.
  urn integer check ((kind = 'school') = (urn is not null)),
  since timestamptz not null,
  ended_at timestamptz
);

-- Which roles there are, and how far each can see at most.
create table access.role (
  role text not null,
  scope text not null check (scope in ('area', 'ties')),
  primary key (role, scope)
);
-- What a role may read or do, for which purpose.
create table access.role_grant (
  role text not null,
  purpose text not null,
  class text not null,
  primary key (role, purpose, class)
);

-- At which kinds of organisation there are people of a role: nobody sees the whole area for working at one school of it.
create table access.role_organisation (
  role text not null,
  kind text not null,
  primary key (role, kind)
);

insert into access.role (role, scope) values
  ('area-administrator', 'area'),
  ('area-officer', 'area'),
  ('area-officer', 'ties'),
  ('virtual-school', 'ties'),
  ('data-protection-officer', 'area'),
  ('head', 'ties'),
  ('inclusion-lead', 'ties'),
  ('senco', 'ties'),
  ('attendance-officer', 'ties'),
  ('class-teacher', 'ties'),
  ('trust-data-manager', 'ties'),
  ('clinician', 'ties'),
  ('youth-worker', 'ties'),
  ('parent', 'ties'),
  ('young-person', 'ties');

insert into access.role_organisation (role, kind) values
  ('area-administrator', 'area'),
  ('area-officer', 'area'),
  ('virtual-school', 'area'),
  ('data-protection-officer', 'area'),
  ('head', 'school'),
  ('inclusion-lead', 'school'),
  ('senco', 'school'),
  ('attendance-officer', 'school'),
  ('class-teacher', 'school'),
  ('trust-data-manager', 'trust'),
  ('clinician', 'health'),
  ('youth-worker', 'youth'),
  ('youth-worker', 'community'),
  ('parent', 'family'),
  ('young-person', 'family');

insert into access.role_grant (role, purpose, class) values
  ('area-administrator', 'attendance-and-inclusion-support', 'account'),
  ('area-administrator', 'attendance-and-inclusion-support', 'lists'),
  ('area-administrator', 'attendance-and-inclusion-support', 'notes'),
  ('area-administrator', 'import-and-data-quality', 'account'),
  ('area-administrator', 'import-and-data-quality', 'lists'),
  ('area-administrator', 'import-and-data-quality', 'publication'),
  ('area-administrator', 'oversight', 'account'),
  ('area-administrator', 'oversight', 'looks'),
  ('area-administrator', 'access-management', 'people'),
  ('area-administrator', 'access-management', 'agreements'),
  ('area-administrator', 'access-management', 'sign-ins'),
  ('area-administrator', 'place-improvement', 'place'),
  ('area-officer', 'attendance-and-inclusion-support', 'account'),
  ('area-officer', 'attendance-and-inclusion-support', 'lists'),
  ('area-officer', 'attendance-and-inclusion-support', 'notes'),
  ('area-officer', 'oversight', 'account'),
  ('area-officer', 'oversight', 'looks'),
  ('area-officer', 'place-improvement', 'place'),
  ('virtual-school', 'attendance-and-inclusion-support', 'account'),
  ('virtual-school', 'attendance-and-inclusion-support', 'lists'),
  ('virtual-school', 'attendance-and-inclusion-support', 'notes'),
  ('virtual-school', 'safeguarding-emergency', 'account'),
  ('virtual-school', 'oversight', 'account'),
  ('virtual-school', 'oversight', 'looks'),
  ('data-protection-officer', 'oversight', 'account'),
  ('data-protection-officer', 'oversight', 'looks'),
  ('data-protection-officer', 'oversight', 'emergencies'),
  ('data-protection-officer', 'oversight', 'agreements'),
  ('data-protection-officer', 'oversight', 'sign-ins'),
  ('data-protection-officer', 'rights', 'account'),
  ('data-protection-officer', 'rights', 'lists'),
  ('data-protection-officer', 'rights', 'looks'),
  ('data-protection-officer', 'rights', 'notes'),
  ('data-protection-officer', 'rights', 'requests'),
  ('head', 'attendance-and-inclusion-support', 'account'),
  ('head', 'attendance-and-inclusion-support', 'lists'),
  ('head', 'attendance-and-inclusion-support', 'notes'),
  ('head', 'safeguarding-emergency', 'account'),
  ('head', 'oversight', 'account'),
  ('head', 'oversight', 'looks'),
  ('head', 'place-improvement', 'place'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'account'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'lists'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'notes'),
  ('inclusion-lead', 'safeguarding-emergency', 'account'),
  ('inclusion-lead', 'oversight', 'account'),
  ('inclusion-lead', 'oversight', 'looks'),
  ('inclusion-lead', 'place-improvement', 'place'),
  ('senco', 'attendance-and-inclusion-support', 'account'),
  ('senco', 'attendance-and-inclusion-support', 'lists'),
  ('senco', 'attendance-and-inclusion-support', 'notes'),
  ('senco', 'safeguarding-emergency', 'account'),
  ('senco', 'oversight', 'account'),
  ('senco', 'oversight', 'looks'),
  ('attendance-officer', 'attendance-and-inclusion-support', 'account'),
  ('attendance-officer', 'attendance-and-inclusion-support', 'lists'),
  ('attendance-officer', 'oversight', 'account'),
  ('attendance-officer', 'oversight', 'looks'),
  ('class-teacher', 'attendance-and-inclusion-support', 'account'),
  ('class-teacher', 'attendance-and-inclusion-support', 'lists'),
  ('trust-data-manager', 'attendance-and-inclusion-support', 'account'),
  ('trust-data-manager', 'attendance-and-inclusion-support', 'lists'),
  ('trust-data-manager', 'import-and-data-quality', 'account'),
  ('trust-data-manager', 'import-and-data-quality', 'lists'),
  ('trust-data-manager', 'oversight', 'account'),
  ('trust-data-manager', 'oversight', 'looks'),
  ('trust-data-manager', 'place-improvement', 'place'),
  ('clinician', 'direct-care', 'account'),
  ('clinician', 'direct-care', 'notes'),
  ('clinician', 'safeguarding-emergency', 'account'),
  ('youth-worker', 'direct-care', 'account'),
  ('parent', 'own-record', 'account'),
  ('parent', 'own-record', 'looks'),
  ('parent', 'own-record', 'notes'),
  ('young-person', 'own-record', 'account'),
  ('young-person', 'own-record', 'looks'),
  ('young-person', 'own-record', 'notes');

update access.actor set role = 'inclusion-lead' where role = 'school-lead';
alter table access.actor drop constraint actor_role_check;
alter table access.actor drop constraint actor_check;
alter table access.actor add foreign key (role, scope) references access.role (role, scope);
-- Whom someone acts for; null for the single user of one machine.
alter table access.actor add column organisation text references access.organisation (id);

-- A tie to a class is a tie to a school that reaches no further than the class; a tie to children in care to those the
-- latest publication says are.
alter table access.tie add column class text check (class <> '');
alter table access.tie add column member_of text check (member_of in ('in-care'));
alter table access.tie drop constraint tie_check;
alter table access.tie add check (num_nonnulls(urn, upn, member_of) = 1 and (class is null or urn is not null));

alter table access.organisation enable row level security;
alter table access.organisation force row level security;
alter table access.role enable row level security;
alter table access.role force row level security;
alter table access.role_grant enable row level security;
alter table access.role_grant force row level security;
alter table access.role_organisation enable row level security;
alter table access.role_organisation force row level security;
grant select on access.role, access.role_grant, access.role_organisation to kith_app;
grant select, insert on access.organisation to kith_app;
grant update (ended_at, name) on access.organisation to kith_app;
create policy directory on access.organisation for select to kith_app using (access.me() is not null);
create policy directory on access.role for select to kith_app using (access.me() is not null);
create policy directory on access.role_grant for select to kith_app using (access.me() is not null);
create policy directory on access.role_organisation for select to kith_app using (access.me() is not null);

-- ---------------------------------------------------------------- settings of this transaction

-- The moment of the transaction, by the clock of whoever entered: the same that stands in its trace.
create function access.at() returns timestamptz language sql stable
  return nullif(current_setting('kith.at', true), '')::timestamptz;
create function access.role() returns text language sql stable
  return (select role from access.actor where id = access.me() and ended_at is null);
create function access.organisation() returns text language sql stable
  return (select organisation from access.actor where id = access.me() and ended_at is null);
-- Whether who acts may, by its role and for the purpose entered, read (or do) what is of this class of data.
create function access.may(wanted text) returns boolean language sql stable
  return exists (
    select from access.role_grant as g
    where g.role = access.role() and g.purpose = access.purpose() and g.class = wanted
  );

-- ---------------------------------------------------------------- who is in which class, and who is in care

-- Of the latest year published, so that a tie to a class reaches who is in it now.
create table account.membership (
  version integer not null references account.publication (version),
  kind text not null check (kind in ('class', 'in-care')),
  -- 0 and '' for children in care.
  urn integer not null,
  class text not null,
  upn text not null,
  primary key (version, kind, urn, class, upn)
);
alter table account.membership enable row level security;
alter table account.membership force row level security;
grant select, insert, delete on account.membership to kith_app;
-- Who is tied to a class reads who is in it, and no other class.
create policy reading on account.membership for select to kith_app using (
  version = (select account.current_version())
  and exists (
    select from access.tie
    where tie.actor = (select access.me()) and tie.ended_at is null
      and (
        membership.kind = 'class' and tie.urn = membership.urn and tie.class = membership.class
        or membership.kind = 'in-care' and tie.member_of = 'in-care'
      )
  )
);
create policy publish_select on account.membership for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on account.membership for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on account.membership for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);

create or replace function access.tied_urns() returns integer[] language sql stable
  return array(
    select urn from access.tie where actor = access.me() and ended_at is null and urn is not null and class is null
  );
create or replace function access.tied_upns() returns text[] language sql stable
  return array(
    select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
    union
    select membership.upn
    from access.tie join account.membership
      on membership.version = account.current_version()
      and case when tie.member_of is null
            then membership.kind = 'class' and membership.urn = tie.urn and membership.class = tie.class
            else membership.kind = tie.member_of and membership.urn = 0 and membership.class = ''
          end
    where tie.actor = access.me() and tie.ended_at is null and (tie.class is not null or tie.member_of is not null)
  );

-- ---------------------------------------------------------------- the policies, by class of data

create or replace function access.manages() returns boolean language sql stable
  return access.may('people') and access.scope() = 'area';
create or replace function access.publishes() returns boolean language sql stable
  return access.may('publication') and access.kind() = 'publication' and access.scope() = 'area';
create or replace function access.reads_area() returns boolean language sql stable
  return access.may('account') and access.scope() = 'area' and access.kind() = 'area';

-- Who works for an organisation has a role that such organisations have; who works for none, only what its ties give.
alter policy managed_insert on access.actor with check (
  (select access.manages())
  and (
    organisation is null
    or exists (
      select from access.organisation as o join access.role_organisation as r on r.kind = o.kind
      where o.id = actor.organisation and r.role = actor.role and o.ended_at is null
    )
  )
);
create policy managed_insert on access.organisation for insert to kith_app with check ((select access.manages()));
create policy managed_update on access.organisation for update to kith_app using ((select access.manages()));

alter policy reading on account.child_year using (
  version = (select account.current_version())
  and (select access.may('account'))
  and case (select access.scope())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns && (select access.keys())::integer[]
        when 'child' then upn = any ((select access.keys())::text[])
        else false
      end
);
alter policy reading on account.card using (
  version = (select account.current_version())
  and (
    (select access.reads_area())
    or (select access.may('account'))
      and case (select access.scope())
            when 'area' then true
            when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
            else false
          end
      and case (select access.kind())
            when 'area' then true
            when 'school' then urns && (select access.keys())::integer[]
            when 'child' then upn = any ((select access.keys())::text[])
            else false
          end
  )
);
alter policy reading on worklist.entry using (
  version = (select account.current_version())
  and (select access.may('lists'))
  and case (select access.scope())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns && (select access.keys())::integer[]
        when 'child' then upn <> '' and upn = any ((select access.keys())::text[])
        else false
      end
);
alter policy reading on worklist.departed using (
  (select access.may('lists'))
  and case (select access.scope())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns && (select access.keys())::integer[]
        when 'child' then upn <> '' and upn = any ((select access.keys())::text[])
        else false
      end
);
alter policy reading on worklist.tally using (
  version = (select account.current_version())
  and (select access.may('lists'))
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
alter policy reading on worklist.total using (
  version = (select account.current_version()) and (select access.may('lists')) and (select access.reads_area())
);
alter policy own_insert on worklist.seen with check (actor = (select access.me()) and (select access.may('lists')));
alter policy own_update on worklist.seen using (actor = (select access.me()) and (select access.may('lists')));
alter policy oversight on access.look using (
  (select access.may('looks'))
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
-- Goals and challenges are said by those whose role may, and by nobody else.
create or replace function accountability.acts() returns boolean language sql stable
  return access.may('place') and access.scope() is not null;
create or replace function accountability.acts_for_area() returns boolean language sql stable
  return access.may('place') and access.scope() = 'area' and access.kind() = 'area';
