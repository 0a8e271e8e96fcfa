-- What a child’s rights reach in what was agreed: who answers requests reads it of the one child, ended or not (UK GDPR
-- article 15), and takes it out (article 17). What goes and what stays, and why: docs/decisions/0027.

create policy rights_select on access.consent for select to kith_app using (
  (select access.answers()) and upn = any ((select access.keys())::text[])
);
create policy rights_select on access.voice_end for select to kith_app using (
  (select access.answers()) and upn = any ((select access.keys())::text[])
);
create policy rights_select on access.competence for select to kith_app using (
  (select access.answers()) and upn = any ((select access.keys())::text[])
);
-- (The judgement is looked up under its own policy, and so are the emergency and the note below.)
create policy rights_select on access.competence_reason for select to kith_app using (
  (select access.answers()) and exists (
    select from access.competence as c where c.id = competence and c.upn = any ((select access.keys())::text[])
  )
);
create policy rights_select on access.emergency for select to kith_app using (
  (select access.answers()) and upn = any ((select access.keys())::text[])
);
create policy rights_select on access.note for select to kith_app using (
  (select access.answers()) and upn = any ((select access.keys())::text[])
);

-- ---------------------------------------------------------------- taken out

-- What hangs on them goes with them.
alter table access.competence_reason drop constraint competence_reason_competence_fkey;
alter table access.competence_reason add foreign key (competence) references access.competence (id) on delete cascade;
alter table access.note_words drop constraint note_words_note_fkey;
alter table access.note_words add foreign key (note) references access.note (id) on delete cascade;
alter table access.note_end drop constraint note_end_note_fkey;
alter table access.note_end add foreign key (note) references access.note (id) on delete cascade;

grant delete on access.consent, access.voice_end, access.competence, access.note to kith_app;
create policy erasing_delete on access.consent for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on access.voice_end for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on access.competence for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);
create policy erasing_delete on access.note for delete to kith_app using (
  (select access.erases()) and upn = any ((select access.keys())::text[])
);

-- That somebody opened an emergency stays, as a look does: typed words and the child go.
grant update (upn) on access.emergency to kith_app;
create policy erasing_update on access.emergency for update to kith_app
  using ((select access.erases()) and upn = any ((select access.keys())::text[]))
  with check ((select access.erases()) and upn = (select (access.keys())[2]) and access.is_stand_in(upn));
grant delete on access.emergency_reason, access.emergency_review_note to kith_app;
create policy erasing_select on access.emergency_reason for select to kith_app using (
  (select access.erases()) and exists (
    select from access.emergency as e where e.id = emergency and e.upn = any ((select access.keys())::text[])
  )
);
create policy erasing_delete on access.emergency_reason for delete to kith_app using (
  (select access.erases()) and exists (
    select from access.emergency as e where e.id = emergency and e.upn = any ((select access.keys())::text[])
  )
);
create policy erasing_select on access.emergency_review_note for select to kith_app using (
  (select access.erases()) and exists (
    select from access.emergency as e where e.id = emergency and e.upn = any ((select access.keys())::text[])
  )
);
create policy erasing_delete on access.emergency_review_note for delete to kith_app using (
  (select access.erases()) and exists (
    select from access.emergency as e where e.id = emergency and e.upn = any ((select access.keys())::text[])
  )
);

-- ---------------------------------------------------------------- checked with the seals

-- Who checks the record of looks holds what stands in the place of UPNs against what was erased.
create policy sealing on rights.erasure for select to kith_app using ((select access.seals()));
