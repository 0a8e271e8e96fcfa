-- The same rules, for whoever is tied to thousands of children one by one, as a virtual school is. An array is searched from
-- its beginning for every row of the area; what a query gives is looked up.
alter policy reading on account.child_year using (
  version = (select account.current_version())
  and (select access.may('account'))
  and case (select access.reach())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn in (select unnest(access.tied_upns()))
        when 'agreed' then upn = any ((select access.worked_with())::text[]) and access.agreed(upn, urns, 'account', true)
        when 'emergency' then upn = any ((select access.emergency_upns())::text[])
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
      and case (select access.reach())
            when 'area' then true
            when 'ties' then urns && (select access.tied_urns()) or upn in (select unnest(access.tied_upns()))
            when 'agreed' then upn = any ((select access.worked_with())::text[]) and access.agreed(upn, urns, 'account', true)
            when 'emergency' then upn = any ((select access.emergency_upns())::text[])
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
  and case (select access.reach())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn in (select unnest(access.tied_upns()))
        when 'agreed' then upn = any ((select access.worked_with())::text[]) and access.agreed(upn, urns, 'lists', true)
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
  and case (select access.reach())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn in (select unnest(access.tied_upns()))
        when 'agreed' then upn = any ((select access.worked_with())::text[]) and access.agreed(upn, urns, 'lists', true)
        else false
      end
  and case (select access.kind())
        when 'area' then true
        when 'school' then urns && (select access.keys())::integer[]
        when 'child' then upn <> '' and upn = any ((select access.keys())::text[])
        else false
      end
);
