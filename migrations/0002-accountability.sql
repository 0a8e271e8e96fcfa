-- Missions (goals that a place sets itself) and challenges (“this comparison is wrong for us”), with their replies.
-- Nothing here is about a child. What was said is kept as it was said: these tables are added to, never changed, and
-- where a mission or a challenge stands now is worked out from its rows (accountability/mission, /challenge). One thing
-- can go: the words of a challenge that was withdrawn, since erasure is a right (UK GDPR, articles 16 and 17).

create schema accountability;
revoke all on schema accountability from public;
grant usage on schema accountability to kith_app;

-- Whoever acts for this purpose and whose access has not ended. The purpose reads no row about a child.
create function accountability.acts() returns boolean language sql stable
  return access.purpose() = 'place-improvement' and access.scope() is not null;
-- Who works for the whole area, and entered for the whole area.
create function accountability.acts_for_area() returns boolean language sql stable
  return access.purpose() = 'place-improvement' and access.scope() = 'area' and access.kind() = 'area';
-- The name of whoever acts, as the directory has it: nobody signs with another.
create function accountability.my_name() returns text language sql stable
  return (select name from access.actor where id = access.me());
-- Whether something about this school (null: about no one school) is the actor’s to see, within the subject entered.
create function accountability.sees(school integer) returns boolean language sql stable
  return accountability.acts()
    and (access.scope() = 'area' or school is null or school = any (access.tied_urns()))
    and case access.kind()
          when 'area' then true
          when 'school' then school = any ((access.keys())::integer[])
          else false
        end;

-- A school speaks for itself only; what is about more than one school is the area’s to challenge.
create function accountability.may_challenge(school integer) returns boolean language sql stable
  return accountability.sees(school) and (access.scope() = 'area' or school is not null);

-- ---------------------------------------------------------------- missions

-- Number 1 states the mission; later numbers amend it or end it. Whoever adds the same number second is told so.
create table accountability.mission_event (
  mission text not null check (mission ~ '^[0-9a-f]{32}$'),
  number integer not null check (number > 0),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  kind text not null check (kind in ('stated', 'amended', 'ended')),
  said jsonb not null check (length(said::text) <= 20000),
  primary key (mission, number),
  check ((number = 1) = (kind = 'stated'))
);

-- ---------------------------------------------------------------- challenges

-- How many working days the area promises to answer within: the row with the highest number is in force.
create table accountability.reply_promise (
  number integer primary key check (number > 0),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  working_days integer not null check (working_days between 1 and 20)
);

create table accountability.challenge (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  -- For whom it was said: a school, an organisation, a role.
  acting_for text check (length(acting_for) between 1 and 100),
  -- Which figure: a measure, whose, over what period, and the page where it was seen.
  measure text not null check (length(measure) between 1 and 100),
  place text not null check (length(place) between 1 and 200),
  period text not null check (length(period) between 1 and 60),
  -- No page about children, however it is written: letters and digits need no escape, and a path no dots.
  page text not null check (
    length(page) <= 500 and page ~ '^/([^/]|$)' and page !~* '(/|%2f)(children([^a-z0-9_-]|$)|child-)'
    and page !~* '%(3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])' and page !~ '^[^?#]*/[.]'
    and page !~* '[a-z][0-9]{11}[0-9a-z]'
  ),
  -- The school the figure is about; null where it is about more than one.
  urn integer check (urn is not distinct from substring(place from '^school-([0-9]{6})(?:[.]|$)')::integer),
  reason text not null
    check (reason in ('wrong-data', 'unlike-schools', 'wrong-period', 'missing-context', 'other')),
  -- Null once they were taken out, and so is for whom.
  words text check (length(words) between 1 and 2000),
  -- What was promised when it was made: a later change of the promise changes nothing here.
  working_days integer not null check (working_days between 1 and 20)
);
create index on accountability.challenge (measure, place, period);

create table accountability.challenge_event (
  challenge text not null references accountability.challenge (id),
  number integer not null check (number > 0),
  at timestamptz not null,
  actor text not null references access.actor (id),
  actor_name text not null,
  kind text not null check (kind in ('acknowledged', 'answered', 'withdrawn')),
  reply text check (length(reply) between 1 and 2000),
  answered_for text check (length(answered_for) between 1 and 100),
  outcome text check (outcome in ('figure-corrected', 'note-added', 'comparison-withdrawn', 'stands')),
  -- Why words were taken out: chosen, never typed, so that no reason has to be taken out again.
  because text check (because in ('names-a-child', 'names-a-person', 'ordered', 'other')),
  primary key (challenge, number),
  check ((outcome is not null) = (kind = 'answered')),
  check ((because is not null) = (kind = 'withdrawn')),
  -- Both were given with an answer, and both go when words are taken out.
  check (num_nonnulls(reply, answered_for) in (0, case kind when 'answered' then 2 else 0 end))
);

-- (As a function, so that the policies of both tables may ask without asking each other.)
create function accountability.is_withdrawn(id text) returns boolean language sql stable
  return exists (select from accountability.challenge_event where challenge = id and kind = 'withdrawn');

-- ---------------------------------------------------------------- who may

alter table accountability.mission_event enable row level security;
alter table accountability.mission_event force row level security;
alter table accountability.reply_promise enable row level security;
alter table accountability.reply_promise force row level security;
alter table accountability.challenge enable row level security;
alter table accountability.challenge force row level security;
alter table accountability.challenge_event enable row level security;
alter table accountability.challenge_event force row level security;

grant select, insert on accountability.mission_event, accountability.reply_promise, accountability.challenge,
  accountability.challenge_event to kith_app;
-- The one change there is: text that was taken out becomes null.
grant update (words, acting_for) on accountability.challenge to kith_app;
grant update (reply, answered_for) on accountability.challenge_event to kith_app;

-- The goals of a place, and how soon it answers, are for everyone who acts in it.
create policy reading on accountability.mission_event for select to kith_app using ((select accountability.acts()));
create policy reading on accountability.reply_promise for select to kith_app using ((select accountability.acts()));
create policy stating on accountability.mission_event for insert to kith_app
  with check ((select accountability.acts_for_area()) and actor = (select access.me())
    and actor_name = (select accountability.my_name()));
create policy promising on accountability.reply_promise for insert to kith_app
  with check ((select accountability.acts_for_area()) and actor = (select access.me())
    and actor_name = (select accountability.my_name()));

-- A school sees what is said about itself and about more than one school.
create policy reading on accountability.challenge for select to kith_app using (accountability.sees(urn));
create policy challenging on accountability.challenge for insert to kith_app with check (
  accountability.may_challenge(urn)
  and actor = (select access.me())
  and actor_name = (select accountability.my_name())
  and num_nonnulls(words, acting_for) = 2
);
create policy taking_out on accountability.challenge for update to kith_app
  using ((select accountability.acts_for_area()) and accountability.sees(urn) and accountability.is_withdrawn(id))
  with check (words is null and acting_for is null);
-- (The challenge is looked up under its own policy.)
create policy reading on accountability.challenge_event for select to kith_app
  using (exists (select from accountability.challenge where id = challenge));
-- Nothing is said about what was taken out.
create policy answering on accountability.challenge_event for insert to kith_app with check (
  (select accountability.acts_for_area())
  and actor = (select access.me())
  and actor_name = (select accountability.my_name())
  and exists (select from accountability.challenge where id = challenge)
  and not accountability.is_withdrawn(challenge)
  and num_nonnulls(reply, answered_for) = case kind when 'answered' then 2 else 0 end
);
create policy taking_out on accountability.challenge_event for update to kith_app
  using ((select accountability.acts_for_area()) and accountability.is_withdrawn(challenge))
  with check (reply is null and answered_for is null);
