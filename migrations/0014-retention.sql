-- What is past its time of answers about sharing, judgements, notes and emergencies, and what removing it may change: how
-- long each is kept is src/rights/retention.ts.

-- Whether the child is in the account still: answers and notes are kept as long as it is.
create policy retaining_select on account.child_year for select to kith_app using (
  (select access.retains()) and version = (select account.current_version())
);
create policy retaining_select on access.consent for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.consent for delete to kith_app using ((select access.retains()));
create policy retaining_select on access.voice_end for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.voice_end for delete to kith_app using ((select access.retains()));
create policy retaining_select on access.competence for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.competence for delete to kith_app using ((select access.retains()));
create policy retaining_select on access.note for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.note for delete to kith_app using ((select access.retains()));

-- That somebody opened an emergency stays, as a look does: typed words and the child go.
create policy retaining_select on access.emergency for select to kith_app using ((select access.retains()));
create policy retaining_update on access.emergency for update to kith_app
  using ((select access.retains()))
  with check ((select access.retains()) and access.is_stand_in(upn));
create policy retaining_select on access.emergency_reason for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.emergency_reason for delete to kith_app using ((select access.retains()));
create policy retaining_select on access.emergency_review_note for select to kith_app using ((select access.retains()));
create policy retaining_delete on access.emergency_review_note for delete to kith_app using ((select access.retains()));

-- A restriction that was lifted goes when requests do. (No policy of restriction_end asks this table.)
grant delete on rights.restriction to kith_app;
create policy retaining_delete on rights.restriction for delete to kith_app using (
  (select access.retains()) and exists (select from rights.restriction_end as e where e.restriction = id)
);
