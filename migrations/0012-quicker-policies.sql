-- The same rules, asked once a statement: whom a tie to a class or to children in care reaches was looked for among all
-- memberships of the area, with every policy asked of every row. So a class teacher waited for a child’s page in proportion
-- to the size of the area, and longer for a child who may not be seen than for a UPN that nobody has.

alter policy own on access.tie using (actor = (select access.me()));

alter policy reading on account.membership using (
  version = (select account.current_version())
  and case (select access.reach())
        when 'ties' then
          kind = 'class' and (urn, class) in (
            select tie.urn, tie.class from access.tie
            where tie.actor = (select access.me()) and tie.ended_at is null and tie.class is not null
          )
          or kind = 'in-care' and (
            select exists (
              select from access.tie
              where tie.actor = (select access.me()) and tie.ended_at is null and tie.member_of = 'in-care'
            )
          )
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

-- Each kind of tie by itself, so that the database goes to the members by their index.
create or replace function access.tied_upns() returns text[] language sql stable
  return case when access.reach() = 'ties' then array(
    select upn from access.tie where actor = (select access.me()) and ended_at is null and upn is not null
    union
    select membership.upn
    from access.tie join account.membership
      on membership.version = (select account.current_version())
      and membership.kind = 'class' and membership.urn = tie.urn and membership.class = tie.class
    where tie.actor = (select access.me()) and tie.ended_at is null and tie.class is not null
    union
    select upn
    from account.membership
    where version = (select account.current_version()) and kind = 'in-care' and urn = 0 and class = ''
      and (
        select exists (
          select from access.tie
          where tie.actor = (select access.me()) and tie.ended_at is null and tie.member_of = 'in-care'
        )
      )
  ) else '{}' end;
