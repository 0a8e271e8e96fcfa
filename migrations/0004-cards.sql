-- What a search for a child reads, published with the account in the same version: narrow cards in the order of names, and
-- the words of the area’s cards. A pattern (LIKE) is not leakproof, so under row security no index serves it and every row
-- has to be judged first: too slow over the children of a large area. So a school’s cards are found by equality (which is
-- leakproof) and read through; the whole area is searched in its words, of which there are far fewer than children.

create table account.card (
  version integer not null references account.publication (version),
  academic_year text not null,
  -- One card a school with a spell of this child in the year, in order of school; 0 where no school had one.
  urn integer not null,
  -- The child’s place among all children of the year, by family name, given name and UPN, from 1 without a gap.
  nth integer not null,
  -- The card that stands for the child where no school is asked for: one a child and year.
  leads boolean not null,
  upn text not null,
  -- Every school whose people see it, as on account.child_year.
  urns integer[] not null,
  -- Given name, family name and class, without accents and capitals.
  words text not null,
  -- Sessions of the longest time away in a row.
  away integer not null,
  primary key (version, academic_year, urn, nth)
);
create index on account.card (version, academic_year, nth) where leads;

create table account.word (
  version integer not null references account.publication (version),
  academic_year text not null,
  -- A word of a name, or a class.
  word text not null,
  -- The children who have it, by their places.
  nths integer[] not null,
  primary key (version, academic_year, word)
);

alter table account.card enable row level security;
alter table account.card force row level security;
alter table account.word enable row level security;
alter table account.word force row level security;
grant select, insert, delete on account.card, account.word to kith_app;

-- Whether all of the area is there to be read: asked once a statement.
create function access.reads_area() returns boolean language sql stable
  return access.purpose() in ('attendance-and-inclusion-support', 'import-and-data-quality', 'oversight')
    and access.scope() = 'area' and access.kind() = 'area';

-- The rule of account.child_year (0001), said so that most rows of a large area cost one comparison.
create policy reading on account.card for select to kith_app using (
  version = (select account.current_version())
  and (
    (select access.reads_area())
    or (select access.purpose() in ('attendance-and-inclusion-support', 'import-and-data-quality', 'oversight'))
      and case (select access.scope())
            when 'area' then true
            when 'ties' then urns && (select access.tied_urns()) or upn = any ((select access.tied_upns())::text[])
            else false
          end
      and case (select access.kind())
            when 'area' then true
            when 'school' then urns @> (select access.keys())::integer[]
            when 'child' then upn = any ((select access.keys())::text[])
            else false
          end
  )
);
-- A word tells of no one school: only who may read the whole area, and entered for it, reads the words.
create policy reading on account.word for select to kith_app using (
  version = (select account.current_version()) and (select access.reads_area())
);

create policy publish_select on account.card for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on account.card for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on account.card for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_select on account.word for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on account.word for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on account.word for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);

-- What is new since someone last looked is found by the moment it came.
create index on worklist.entry (version, list, listed_at);
create index on worklist.tally (version, listed_at);

-- How many stand in each list of the whole area: a large area has a tally a list, school and moment, too many to add up
-- whenever someone looks. Only who may read the whole area, and entered for it, reads its totals.
create table worklist.total (
  version integer not null references account.publication (version),
  list text not null,
  entries integer not null,
  overdue integer not null,
  primary key (version, list)
);
alter table worklist.total enable row level security;
alter table worklist.total force row level security;
grant select, insert, delete on worklist.total to kith_app;
create policy reading on worklist.total for select to kith_app using (
  version = (select account.current_version()) and (select access.reads_area())
);
create policy publish_select on worklist.total for select to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
create policy publish_insert on worklist.total for insert to kith_app with check (
  (select access.publishes()) and version = (select account.writing_version())
);
create policy publish_delete on worklist.total for delete to kith_app using (
  (select access.publishes()) and version is distinct from (select account.current_version())
);
