-- The same rules, at less cost. What policies ask of whoever acts (role, reach, ties) is asked once a statement. Written in
-- SQL, each answer is planned anew for each statement, the policies of the tables it reads included: three milliseconds or
-- four, where finding a child's rows takes less than one. Written in PL/pgSQL, a connection keeps the plan. The search path is
-- the function's own, so that no name in it means another thing to whoever calls.

create or replace function account.current_version() returns integer language plpgsql stable set search_path = '' as $$
begin
  return (select version from account.current_publication);
end $$;
create or replace function account.writing_version() returns integer language plpgsql stable set search_path = '' as $$
begin
  return (select version from account.publication where state = 'writing');
end $$;

create or replace function access.role() returns text language plpgsql stable set search_path = '' as $$
begin
  return (select role from access.actor where id = access.me() and ended_at is null);
end $$;
create or replace function access.scope() returns text language plpgsql stable set search_path = '' as $$
begin
  return (select scope from access.actor where id = access.me() and ended_at is null);
end $$;
create or replace function access.organisation() returns text language plpgsql stable set search_path = '' as $$
begin
  return (select organisation from access.actor where id = access.me() and ended_at is null);
end $$;
create or replace function access.my_name() returns text language plpgsql stable set search_path = '' as $$
begin
  return (select name from access.actor where id = access.me() and ended_at is null);
end $$;
create or replace function access.may(wanted text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from access.role_grant as g
    where g.role = access.role() and g.purpose = access.purpose() and g.class = wanted
  );
end $$;
create or replace function access.works_by_agreement(id text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from access.actor as a join access.role as r on r.role = a.role and r.scope = a.scope
    where a.id = works_by_agreement.id and (
      r.by_agreement
      or exists (
        select from access.organisation as o where o.id = a.organisation and o.kind in ('health', 'youth', 'community')
      )
    )
  );
end $$;
create or replace function access.reach() returns text language plpgsql stable set search_path = '' as $$
begin
  return case
    when access.purpose() = 'safeguarding-emergency' then 'emergency'
    when access.scope() is not null and access.works_by_agreement(access.me()) then 'agreed'
    else access.scope()
  end;
end $$;

create or replace function access.worked_with() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return case when access.reach() = 'agreed' then array(
    select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
  ) else '{}' end;
end $$;
create or replace function access.emergency_upns() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return case when access.reach() = 'emergency' then array(
    select upn from access.emergency as e
    where actor = access.me() and opened_at <= access.at() and access.at() < ends_at and access.emergency_stands(e.id)
  ) else '{}' end;
end $$;
create or replace function access.restricted_upns() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return case when access.may('restricted') or access.publishes() then '{}' else array(
    select upn from rights.restriction as r
    where not exists (select from rights.restriction_end as e where e.restriction = r.id)
  ) end;
end $$;

create or replace function access.tied_urns() returns integer[] language plpgsql stable set search_path = '' as $$
begin
  return case when access.reach() = 'ties' then array(
    select urn from access.tie where actor = access.me() and ended_at is null and urn is not null and class is null
  ) else '{}' end;
end $$;
create or replace function access.tied_groups() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return array(
    select concat_ws('/', coalesce(member_of, 'class'), coalesce(urn, 0), coalesce(class, ''))
    from access.tie
    where actor = access.me() and ended_at is null and (class is not null or member_of is not null)
  );
end $$;
-- Gone to by the index, as was meant before (0012): under row security a condition made with coalesce may serve no index,
-- because it is not counted as one that leaks nothing, and one made with case may. Whoever is in two groups stands there
-- twice: putting them in order took longer than finding them.
create or replace function access.tied_members() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return array(
    select membership.upn
    from (
      select case when member_of is null then 'class' else member_of end as kind,
        case when urn is null then 0 else urn end as urn, case when class is null then '' else class end as class
      from access.tie
      where actor = access.me() and ended_at is null and (class is not null or member_of is not null)
    ) as tied
    join account.membership
      on membership.version = (select account.current_version())
      and membership.kind = tied.kind and membership.urn = tied.urn and membership.class = tied.class
  );
end $$;
-- (A function is worked out only where it is called: who has no tie to a group does not wait for one.)
create or replace function access.tied_upns() returns text[] language plpgsql stable set search_path = '' as $$
begin
  return case
    when access.reach() is distinct from 'ties' then '{}'
    when cardinality(access.tied_groups()) = 0 then array(
      select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
    )
    else access.tied_members() || array(
      select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
    )
  end;
end $$;

-- ---------------------------------------------------------------- what was agreed, and consented to

create or replace function access.emergency_stands(id text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return not exists (
    select from access.emergency_review as r where r.emergency = emergency_stands.id and r.outcome = 'not-right'
  );
end $$;
create or replace function access.was_competent(child text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (select from access.competence where upn = child and competent);
end $$;
create or replace function access.consented(child text, receiver text, wanted text) returns boolean
  language plpgsql stable set search_path = '' as $$
begin
  return (
    with judged as (
      select competent, actor from access.competence where upn = child order by id desc limit 1
    ), said as (
      select distinct on (given_by, voice) id, given_by, voice, answer <> 'given' as no,
        answer = 'given' and starts_at <= access.at() and access.at() < expires_at and not exists (
          select from access.voice_end as e where e.upn = child and e.voice = consent.voice and e.at >= consent.at
        ) as yes
      from access.consent
      where upn = child and organisation = receiver and class = wanted
        and not (
          given_by = 'young-person' and voice = '' and answer = 'given' and actor = any (array(select actor from judged))
        )
      order by given_by, voice, id desc
    )
    select case
      when access.was_competent(child) and exists (select from said where given_by = 'young-person' and voice <> '' and no)
      then false
      when coalesce((select competent from judged), false) and exists (select from said where given_by = 'young-person')
      then (select yes from said where given_by = 'young-person' order by id desc limit 1)
      else exists (select from said where given_by = 'parent' and yes)
        and not exists (select from said where given_by = 'parent' and no)
    end
  );
end $$;
create or replace function access.agreed_with(
  reader text, reading_for text, child text, schools integer[], wanted text, fetching boolean
) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from access.agreement as a
    join access.organisation as giver on giver.id = a.giver and giver.ended_at is null
    join access.organisation as receiver on receiver.id = a.receiver and receiver.ended_at is null
    cross join unnest(a.classes) as shared (class)
    where a.receiver = reader and a.purpose = reading_for
      and (wanted is null or shared.class = wanted)
      and (a.mode = 'fetch' or not fetching)
      and a.starts_at <= access.at() and access.at() < a.ends_at
      and not exists (select from access.agreement_revocation as gone where gone.agreement = a.id)
      and (giver.kind = 'area' or giver.kind = 'school' and giver.urn = any (schools))
      and (not a.needs_consent or access.consented(child, a.receiver, shared.class))
  );
end $$;
create or replace function access.schools_of(child text) returns integer[] language plpgsql stable set search_path = '' as $$
begin
  return array(
    select urn from account.membership
    where kind = 'school' and upn = child and version = account.current_version()
  );
end $$;
create or replace function access.note_ended(id text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (select from access.note_end where note_end.note = note_ended.id);
end $$;
create or replace function access.knows(child text, wanted text) returns boolean language plpgsql stable set search_path = '' as $$
begin
  return access.may(wanted) and case access.reach()
    when 'agreed' then child = any (access.worked_with()) and access.agreed(child, access.schools_of(child), wanted, false)
    when 'emergency' then false
    else exists (select from account.child_year where upn = child)
  end;
end $$;
create or replace function access.sees_subject() returns boolean language plpgsql stable set search_path = '' as $$
begin
  return access.kind() = 'child' and not exists (
    select from unnest(access.keys()) as asked (upn)
    where not exists (select from account.child_year as one where one.upn = asked.upn)
  );
end $$;
