-- The same rules, at less cost: whom a tie to a class or to children in care reaches was looked for among all memberships of
-- the area, with the ties asked again for every one. So a class teacher waited for a child’s page in proportion to the size
-- of the area, and longer for a child who may not be seen than for a UPN that nobody has.

alter policy own on access.tie using (actor = (select access.me()));

-- What whoever acts is tied to as a group: its kind, school and class, as a membership has them.
create function access.tied_groups() returns text[] language sql stable
  return array(
    select concat_ws('/', coalesce(member_of, 'class'), coalesce(urn, 0), coalesce(class, ''))
    from access.tie
    where actor = access.me() and ended_at is null and (class is not null or member_of is not null)
  );

alter policy reading on account.membership using (
  version = (select account.current_version())
  and case (select access.reach())
        when 'ties' then kind in ('class', 'in-care')
          and kind || '/' || urn || '/' || class = any ((select access.tied_groups())::text[])
        when 'agreed' then (select access.may('account')) and kind = 'school' and upn = any ((select access.worked_with())::text[])
          and case (select access.kind())
                when 'area' then true
                when 'child' then upn = any ((select access.keys())::text[])
                else false
              end
          and access.agreed(upn, array[urn], null, false)
        else false
      end
);

-- Who is in those groups: each is gone to by its index.
create function access.tied_members() returns text[] language sql stable
  return array(
    select distinct membership.upn
    from (
      select coalesce(member_of, 'class') as kind, coalesce(urn, 0) as urn, coalesce(class, '') as class
      from access.tie
      where actor = access.me() and ended_at is null and (class is not null or member_of is not null)
    ) as tied
    join account.membership
      on membership.version = (select account.current_version())
      and membership.kind = tied.kind and membership.urn = tied.urn and membership.class = tied.class
  );

-- (A function is worked out only where it is called: who has no tie to a group does not wait for one.)
create or replace function access.tied_upns() returns text[] language sql stable
  return case
    when access.reach() is distinct from 'ties' then '{}'
    when cardinality(access.tied_groups()) = 0 then array(
      select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
    )
    else access.tied_members() || array(
      select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
    )
  end;
