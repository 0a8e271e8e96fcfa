-- Agreements on sharing, consents, emergencies and restricted notes. What was agreed compiles into what policies allow: a
-- revoked agreement, a withdrawn consent or an emergency that ended stops the next statement, whoever is reading.
-- Everything here is added to and never changed; what stands is worked out from it (src/access/agreed.ts says the same
-- rule in TypeScript, and a test compares the two).

-- ---------------------------------------------------------------- roles that see by agreement

-- Whoever works in health, youth or community services sees a child by a tie to that child and an agreement.
alter table access.role add column by_agreement boolean not null default false;
update access.role set by_agreement = true where role in ('clinician', 'youth-worker');

insert into access.role_grant (role, purpose, class) values
  ('area-administrator', 'attendance-and-inclusion-support', 'consents'),
  ('area-officer', 'attendance-and-inclusion-support', 'consents'),
  ('area-officer', 'attendance-and-inclusion-support', 'competence'),
  ('area-officer', 'attendance-and-inclusion-support', 'note-writing'),
  ('virtual-school', 'attendance-and-inclusion-support', 'consents'),
  ('virtual-school', 'attendance-and-inclusion-support', 'competence'),
  ('virtual-school', 'attendance-and-inclusion-support', 'note-writing'),
  ('data-protection-officer', 'rights', 'consents'),
  ('head', 'attendance-and-inclusion-support', 'consents'),
  ('head', 'attendance-and-inclusion-support', 'competence'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'consents'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'competence'),
  ('inclusion-lead', 'attendance-and-inclusion-support', 'note-writing'),
  ('senco', 'attendance-and-inclusion-support', 'consents'),
  ('senco', 'attendance-and-inclusion-support', 'competence'),
  ('senco', 'attendance-and-inclusion-support', 'note-writing'),
  ('clinician', 'direct-care', 'note-writing'),
  ('parent', 'own-record', 'consents'),
  ('young-person', 'own-record', 'consents');

-- ---------------------------------------------------------------- agreements

create table access.agreement (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  -- On the child’s side: the area, or a school of the child.
  giver text not null references access.organisation (id),
  receiver text not null references access.organisation (id),
  classes text[] not null
    check (cardinality(classes) > 0 and classes <@ array['account', 'lists', 'notes'] and array_position(classes, null) is null),
  purpose text not null check (purpose <> ''),
  basis text not null check (length(basis) between 3 and 500),
  -- find: that a record exists, and which school to ask. fetch: what is in it.
  mode text not null check (mode in ('find', 'fetch')),
  needs_consent boolean not null,
  starts_at timestamptz not null,
  -- The first moment at which it is in force no more.
  ends_at timestamptz not null check (ends_at > starts_at),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null
);
create index on access.agreement (receiver);

create table access.agreement_revocation (
  agreement text primary key references access.agreement (id),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  because text not null check (length(because) between 3 and 500)
);

-- ---------------------------------------------------------------- consents

-- Each answer, in order of id. Of one voice about one scope the last one stands.
create table access.consent (
  id bigint generated always as identity primary key,
  upn text not null check (upn <> ''),
  -- Scope: which organisation may read what.
  organisation text not null references access.organisation (id),
  class text not null check (class in ('account', 'lists', 'notes')),
  -- Whose answer it is.
  given_by text not null check (given_by in ('young-person', 'parent')),
  -- The parent who answered here; '' where somebody of staff wrote down what was said to them.
  voice text not null,
  answer text not null check (answer in ('given', 'refused', 'withdrawn')),
  starts_at timestamptz not null,
  -- Null: a no has no end. Every yes has one.
  expires_at timestamptz check (expires_at > starts_at),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  check ((answer = 'given') = (expires_at is not null)),
  -- Everything that was agreed to is asked again.
  check (expires_at <= starts_at + interval '1 year 1 day')
);
create index on access.consent (upn, organisation, class);

-- That somebody is tied to a child no more: what they said yes to before does not count from then on. Apart from ties,
-- which say more, and which who reads by consent may not read. No tie to a child ends without it (below).
create table access.voice_end (
  id bigint generated always as identity primary key,
  upn text not null check (upn <> ''),
  voice text not null references access.actor (id),
  at timestamptz not null
);
create index on access.voice_end (upn, voice);

-- Whether a young person can answer for themselves (Gillick v West Norfolk AHA [1985] UKHL 7), as last judged.
create table access.competence (
  id bigint generated always as identity primary key,
  upn text not null check (upn <> ''),
  competent boolean not null,
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null
);
create index on access.competence (upn);
-- Why, apart: an organisation that reads by consent learns that it counts, and not the reasons.
create table access.competence_reason (
  competence bigint primary key references access.competence (id),
  words text not null check (length(words) between 10 and 1000)
);

-- ---------------------------------------------------------------- emergencies

create table access.emergency (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  -- As it was asked for: whether such a child is held here is not asked before it is opened.
  upn text not null check (upn <> ''),
  actor text not null references access.actor (id),
  actor_name text not null,
  role text not null,
  organisation text references access.organisation (id),
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at = opened_at + interval '4 hours')
);
create index on access.emergency (actor, upn);
create index on access.emergency (upn);
-- What was typed, apart: for the data protection officer, and for nobody who may know only that somebody looked.
create table access.emergency_reason (
  emergency text primary key references access.emergency (id),
  words text not null check (length(words) between 20 and 2000)
);

create table access.emergency_review (
  emergency text primary key references access.emergency (id),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  outcome text not null check (outcome in ('right', 'not-right'))
);
create table access.emergency_review_note (
  emergency text primary key references access.emergency_review (emergency),
  words text not null check (length(words) between 1 and 1000)
);

-- ---------------------------------------------------------------- restricted notes

-- That there is a note: for everyone who sees the child.
create table access.note (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  upn text not null check (upn <> ''),
  organisation text not null references access.organisation (id),
  actor text not null references access.actor (id),
  actor_name text not null,
  at timestamptz not null,
  whom_to_ask text not null check (length(whom_to_ask) between 3 and 200)
);
create index on access.note (upn);

-- What it says: for the author and those it names.
create table access.note_words (
  note text primary key references access.note (id),
  actor text not null references access.actor (id),
  words text not null check (length(words) between 1 and 4000),
  organisations text[] not null,
  roles text[] not null
);

create table access.note_end (
  note text primary key references access.note (id),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null
);

-- ---------------------------------------------------------------- who has this child

-- Which schools a child is at, in the latest year published: all that may be found without reading the account.
alter table account.membership drop constraint membership_kind_check;
alter table account.membership add check (kind in ('class', 'in-care', 'school'));
create index of_child on account.membership (version, upn) where kind = 'school';

-- ---------------------------------------------------------------- how far who acts reaches

create function access.my_name() returns text language sql stable
  return (select name from access.actor where id = access.me() and ended_at is null);
-- (Also of someone whose access has ended: of looks that they left.)
create function access.works_by_agreement(id text) returns boolean language sql stable
  return exists (
    select from access.actor as a join access.role as r on r.role = a.role and r.scope = a.scope
    where a.id = works_by_agreement.id and (
      r.by_agreement
      or exists (
        select from access.organisation as o where o.id = a.organisation and o.kind in ('health', 'youth', 'community')
      )
    )
  );
-- area: every child. ties: those it is tied to. agreed: those it is tied to, as far as was agreed. emergency: the one child
-- of an emergency that is open, and nobody else.
create function access.reach() returns text language sql stable
  return case
    when access.purpose() = 'safeguarding-emergency' then 'emergency'
    when access.scope() is not null and access.works_by_agreement(access.me()) then 'agreed'
    else access.scope()
  end;

-- Empty for who reaches by agreement or in an emergency: a policy that asks only for ties lets neither in.
create or replace function access.tied_urns() returns integer[] language sql stable
  return case when access.reach() = 'ties' then array(
    select urn from access.tie where actor = access.me() and ended_at is null and urn is not null and class is null
  ) else '{}' end;
create or replace function access.tied_upns() returns text[] language sql stable
  return case when access.reach() = 'ties' then array(
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
  ) else '{}' end;

-- The children that who reaches by agreement works with: those it is tied to one by one.
create function access.worked_with() returns text[] language sql stable
  return case when access.reach() = 'agreed' then array(
    select upn from access.tie where actor = access.me() and ended_at is null and upn is not null
  ) else '{}' end;
-- Open until four hours have gone, or until it was found that it was not right.
create function access.emergency_stands(id text) returns boolean language sql stable
  return not exists (select from access.emergency_review as r where r.emergency = id and r.outcome = 'not-right');
create function access.emergency_upns() returns text[] language sql stable
  return case when access.reach() = 'emergency' then array(
    select upn from access.emergency as e
    where actor = access.me() and opened_at <= access.at() and access.at() < ends_at and access.emergency_stands(e.id)
  ) else '{}' end;
-- Whether who acts may open one: not again for a child of whom it was found not right, and no more than three at once that
-- nobody has reviewed. Asks only for its own emergencies, so it is the same whether such a child is held here or not.
create function access.opened_wrongly(child text) returns boolean language sql stable
  return exists (
    select from access.emergency as e where actor = access.me() and upn = child and not access.emergency_stands(e.id)
  );
create function access.opened_now() returns bigint language sql stable
  return (
    select count(*) from access.emergency as e
    where actor = access.me() and opened_at <= access.at() and access.at() < ends_at
      and not exists (select from access.emergency_review as r where r.emergency = e.id)
  );

-- ---------------------------------------------------------------- what was agreed, and consented to

-- Whether the young person was ever judged able to answer. What was said then was said in confidence, and stays so.
create function access.was_competent(child text) returns boolean language sql stable
  return exists (select from access.competence where upn = child and competent);
-- A no that somebody gave here in person is lifted by the same voice alone; of a young person, once judged able to answer. A
-- young person who can answer and has answered decides. Otherwise a parent’s yes that is in force counts, unless a parent’s
-- no stands. Two yeses do not count: one that was written down for a young person by whoever judged that they can answer, and
-- one of somebody whose tie to the child, or whose access, has ended since.
create function access.consented(child text, receiver text, wanted text) returns boolean language sql stable
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

-- Whether an agreement in force lets an organisation read (or only find), for a purpose, what is of this class about a child
-- with these schools; a class of null stands for any. A revocation counts as soon as it is there, whatever moment it names.
create function access.agreed_with(
  reader text, reading_for text, child text, schools integer[], wanted text, fetching boolean
) returns boolean language sql stable
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
-- The same for who acts.
create function access.agreed(child text, schools integer[], wanted text, fetching boolean) returns boolean language sql stable
  return access.agreed_with(access.organisation(), access.purpose(), child, schools, wanted, fetching);

create function access.schools_of(child text) returns integer[] language sql stable
  return array(
    select urn from account.membership
    where kind = 'school' and upn = child and version = account.current_version()
  );
-- (A function, so that the policies of both tables may ask without asking each other.)
create function access.note_ended(id text) returns boolean language sql stable
  return exists (select from access.note_end where note_end.note = id);
-- Whether who acts may know what is of this class about a child. (Never asked by a policy on account.child_year or on
-- account.membership, which it reads.)
create function access.knows(child text, wanted text) returns boolean language sql stable
  return access.may(wanted) and case access.reach()
    when 'agreed' then child = any (access.worked_with()) and access.agreed(child, access.schools_of(child), wanted, false)
    when 'emergency' then false
    else exists (select from account.child_year where upn = child)
  end;

-- ---------------------------------------------------------------- policies

alter table access.agreement enable row level security;
alter table access.agreement force row level security;
alter table access.agreement_revocation enable row level security;
alter table access.agreement_revocation force row level security;
alter table access.consent enable row level security;
alter table access.consent force row level security;
alter table access.voice_end enable row level security;
alter table access.voice_end force row level security;
alter table access.competence enable row level security;
alter table access.competence force row level security;
alter table access.competence_reason enable row level security;
alter table access.competence_reason force row level security;
alter table access.emergency enable row level security;
alter table access.emergency force row level security;
alter table access.emergency_reason enable row level security;
alter table access.emergency_reason force row level security;
alter table access.emergency_review_note enable row level security;
alter table access.emergency_review_note force row level security;
alter table access.emergency_review enable row level security;
alter table access.emergency_review force row level security;
alter table access.note enable row level security;
alter table access.note force row level security;
alter table access.note_words enable row level security;
alter table access.note_words force row level security;
alter table access.note_end enable row level security;
alter table access.note_end force row level security;

grant select, insert on access.agreement, access.agreement_revocation, access.consent, access.voice_end,
  access.competence, access.competence_reason, access.emergency, access.emergency_reason, access.emergency_review,
  access.emergency_review_note, access.note, access.note_words, access.note_end
  to kith_app;

-- What organisations agreed is about no child: whoever acts may read it.
create policy directory on access.agreement for select to kith_app using ((select access.me()) is not null);
create policy agreeing on access.agreement for insert to kith_app with check (
  (select access.manages()) and (select access.may('agreements'))
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
  and exists (select from access.organisation as o where o.id = giver and o.kind in ('area', 'school') and o.ended_at is null)
  and exists (
    select from access.organisation as o
    where o.id = receiver and o.kind in ('health', 'youth', 'community') and o.ended_at is null
  )
);
create policy directory on access.agreement_revocation for select to kith_app using ((select access.me()) is not null);
-- The data protection officer may stop an agreement too.
create policy revoking on access.agreement_revocation for insert to kith_app with check (
  (select access.may('agreements')) and (select access.scope()) = 'area'
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
);

-- Who reads by consent reads the consents about itself, of the children it works with. (This branch asks nothing of
-- account.child_year, whose policy asks for consents.) What a young person who was judged able to answer has said, or staff
-- wrote down for them, is not for a parent to read.
create policy reading on access.consent for select to kith_app using (
  case (select access.reach())
    when 'agreed' then (select access.may('account')) and organisation = (select access.organisation())
      and upn = any ((select access.worked_with())::text[])
    else access.knows(upn, 'consents')
      and ((select access.role()) <> 'parent' or given_by = 'parent' or not access.was_competent(upn))
  end
);
create policy reading on access.voice_end for select to kith_app using (
  case
    when (select access.manages()) then true
    when (select access.reach()) = 'agreed'
    then (select access.may('account')) and upn = any ((select access.worked_with())::text[])
    else access.knows(upn, 'consents')
  end
);
create policy ending on access.voice_end for insert to kith_app with check (
  (select access.manages()) and at = (select access.at())
);
-- Family answers for itself; staff write down what was said to them.
create policy answering on access.consent for insert to kith_app with check (
  (select access.reach()) in ('area', 'ties') and access.knows(upn, 'consents')
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
  and starts_at >= (select access.at())
  and case when (select access.role()) in ('parent', 'young-person')
        then given_by = (select access.role()) and voice = (select access.me())
        else voice = '' and (select access.may('competence'))
      end
);
create policy reading on access.competence for select to kith_app using (
  case (select access.reach())
    when 'agreed' then (select access.may('account')) and upn = any ((select access.worked_with())::text[])
    else access.knows(upn, 'consents')
  end
);
create policy judging on access.competence for insert to kith_app with check (
  (select access.reach()) in ('area', 'ties') and access.knows(upn, 'competence')
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
);
-- Why: for those who may judge it, and whoever judged.
create policy reading on access.competence_reason for select to kith_app using (
  (select access.may('consents')) and (select access.reach()) in ('area', 'ties')
  and exists (
    select from access.competence as c
    where c.id = competence and ((select access.may('competence')) or c.actor = (select access.me()))
  )
);
create policy judging on access.competence_reason for insert to kith_app with check (
  (select access.may('competence'))
  and exists (select from access.competence as c where c.id = competence and c.actor = (select access.me()))
);

-- Whoever opened an emergency sees its own; the data protection officer sees them all.
create policy reading on access.emergency for select to kith_app using (
  actor = (select access.me()) or (select access.may('emergencies')) and (select access.scope()) = 'area'
);
create policy opening on access.emergency for insert to kith_app with check (
  (select access.purpose()) = 'safeguarding-emergency' and (select access.may('account'))
  and (select access.kind()) = 'child' and upn = any ((select access.keys())::text[])
  and actor = (select access.me()) and actor_name = (select access.my_name()) and role = (select access.role())
  and organisation is not distinct from (select access.organisation()) and opened_at = (select access.at())
  -- (The reading policy above asks neither of these.)
  and not access.opened_wrongly(upn) and access.opened_now() < 3
);
create policy reading on access.emergency_reason for select to kith_app using (
  (select access.may('emergencies')) and (select access.scope()) = 'area'
);
create policy opening on access.emergency_reason for insert to kith_app with check (
  exists (select from access.emergency as e where e.id = emergency and e.actor = (select access.me()))
);
-- That one was reviewed, and how: for whoever sees the emergency, and whoever asks who looked at a child. It names no child.
create policy reading on access.emergency_review for select to kith_app using (
  (select access.may('looks')) and (select access.kind()) = 'child'
  or exists (select from access.emergency as e where e.id = emergency)
);
create policy reading on access.emergency_review_note for select to kith_app using (
  (select access.may('emergencies')) and (select access.scope()) = 'area'
);
create policy reviewing on access.emergency_review_note for insert to kith_app with check (
  (select access.may('emergencies')) and (select access.scope()) = 'area'
  and exists (
    select from access.emergency_review as r
    where r.emergency = emergency_review_note.emergency and r.actor = (select access.me())
  )
);
-- Nobody reviews what they opened themselves.
create policy reviewing on access.emergency_review for insert to kith_app with check (
  (select access.may('emergencies')) and (select access.scope()) = 'area'
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
  and exists (select from access.emergency as e where e.id = emergency and e.actor <> (select access.me()))
);

-- Who can see a child (migration 0007): whoever may be told who looked is told what agreements, consents and emergencies
-- about this one child come to. Reasons stay where they are, and so does what a parent may not read.
create policy who_can_see on access.consent for select to kith_app using (
  (select access.tells()) and upn = any ((select access.keys())::text[])
  and ((select access.role()) <> 'parent' or given_by = 'parent' or not access.was_competent(upn))
);
create policy who_can_see on access.voice_end for select to kith_app using (
  (select access.tells()) and upn = any ((select access.keys())::text[])
);
create policy who_can_see on access.competence for select to kith_app using (
  (select access.tells()) and upn = any ((select access.keys())::text[])
);
create policy who_can_see on access.emergency for select to kith_app using (
  (select access.tells()) and upn = any ((select access.keys())::text[]) and (select access.role()) <> 'parent'
);

create policy reading on access.note for select to kith_app using (
  access.knows(upn, 'notes') and not access.note_ended(id)
  and case (select access.kind())
        when 'area' then true
        when 'child' then upn = any ((select access.keys())::text[])
        else false
      end
);
create policy writing on access.note for insert to kith_app with check (
  (select access.may('note-writing')) and access.knows(upn, 'notes')
  and organisation = (select access.organisation())
  and actor = (select access.me()) and actor_name = (select access.my_name()) and at = (select access.at())
);
-- Words: the author, those it names, and who answers a request about someone’s own data (UK GDPR article 15). By agreement
-- only where content was agreed.
create policy reading on access.note_words for select to kith_app using (
  exists (
    select from access.note as n
    where n.id = note
      and (
        note_words.actor = (select access.me()) or (select access.organisation()) = any (organisations)
        or (select access.role()) = any (roles)
        or (select access.may('requests')) and (select access.kind()) = 'child' and n.upn = any ((select access.keys())::text[])
      )
      and ((select access.reach()) <> 'agreed' or access.agreed(n.upn, access.schools_of(n.upn), 'notes', true))
  )
);
create policy writing on access.note_words for insert to kith_app with check (
  actor = (select access.me()) and exists (select from access.note as n where n.id = note and n.actor = (select access.me()))
);
-- (Says nothing of a child; asks nothing of access.note, whose policy asks this table.)
create policy reading on access.note_end for select to kith_app using ((select access.may('notes')));
create policy ending on access.note_end for insert to kith_app with check (
  (select access.may('note-writing')) and actor = (select access.me()) and actor_name = (select access.my_name())
  and at = (select access.at())
  and exists (select from access.note as n where n.id = note and n.organisation = (select access.organisation()))
);

alter policy reading on account.membership using (
  version = (select account.current_version())
  and case (select access.reach())
        when 'ties' then exists (
          select from access.tie
          where tie.actor = (select access.me()) and tie.ended_at is null
            and (
              membership.kind = 'class' and tie.urn = membership.urn and tie.class = membership.class
              or membership.kind = 'in-care' and tie.member_of = 'in-care'
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

create or replace function access.reads_area() returns boolean language sql stable
  return access.may('account') and access.reach() = 'area' and access.kind() = 'area';

alter policy reading on account.child_year using (
  version = (select account.current_version())
  and (select access.may('account'))
  and case (select access.reach())
        when 'area' then true
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
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
            when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
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
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
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
        when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
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
alter policy reading on worklist.tally using (
  version = (select account.current_version())
  and (select access.may('lists'))
  and case (select access.reach())
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
-- Of several children, every one of them has to be seen.
create or replace function access.sees_subject() returns boolean language sql stable
  return access.kind() = 'child' and not exists (
    select from unnest(access.keys()) as asked (upn)
    where not exists (select from account.child_year as one where one.upn = asked.upn)
  );
alter policy oversight on access.look using (
  (select access.may('looks'))
  and case
        when (select access.kind()) = 'area' then (select access.reach()) = 'area'
        when (select access.kind()) = 'child' and ((select access.reach()) = 'area' or (select access.sees_subject()))
          then case subject_kind
                 when 'area' then true
                 when 'child' then subject_key = any ((select access.keys())::text[])
                 when 'school' then subject_key = any ((select access.subject_urns())::text[])
                 else false
               end
        else false
      end
);

-- What a parent is not shown of who looked, so that a child who tells somebody is not told on by this record: a look in an
-- emergency before the data protection officer has reviewed it (and an attempt that was refused, which nobody reviews), the
-- young person’s own looks, and those of people who work by agreement once the young person was judged able to answer. The
-- young person is shown all of them.
create function access.was_reviewed(id text) returns boolean language sql stable
  return exists (select from access.emergency_review as r where r.emergency = id);
create function access.confides() returns boolean language sql stable
  return exists (select from access.competence where competent and upn = any (access.keys()));
create policy held_back on access.look as restrictive for select to kith_app using (
  (select access.role()) is distinct from 'parent'
  or (purpose <> 'safeguarding-emergency' or permitted and access.was_reviewed(reason))
    and role <> 'young-person'
    and (
      not (select access.confides())
      or purpose <> 'direct-care' and not access.works_by_agreement(actor)
    )
);

-- Whoever is tied to a child no more, or has no access any more, has no say in it either: neither ends without the line
-- that says so. (By these checks and no trigger: who restores a backup need then be no superuser.)
create function access.voice_ended(child text, by_whom text) returns boolean language sql stable
  return exists (
    select from access.voice_end as e where e.upn = child and e.voice = by_whom and e.at = access.at()
  );
alter policy managed_update on access.tie with check (
  (select access.manages()) and (upn is null or ended_at is null or access.voice_ended(upn, actor))
);
create function access.silenced(by_whom text) returns boolean language sql stable
  return not exists (
    select from access.tie as t
    where t.actor = by_whom and t.ended_at is null and t.upn is not null and not access.voice_ended(t.upn, by_whom)
  );
alter policy managed_update on access.actor with check (
  (select access.manages()) and (ended_at is null or access.silenced(id))
);
