-- What a publication was made of and where its sums stand, in the row that says which publication readers see: so the
-- answer to “what do these records hold?” is the database’s own, the same for every process that reads it and for a
-- restored copy. A file beside the area’s files would speak for another database.

alter table account.publication
  -- The area whose files it came from, by the name its folder gives itself: the records of one area are no other’s.
  add column area text,
  -- Names the files and settings of the area, and the rules it was worked out by (app/keep-published.ts); null where
  -- whoever published did not say.
  add column made_of text,
  -- The folder of its sums, inside the area’s derived folder; null where it has none.
  add column results text check (results ~ '^[0-9]+/[0-9a-f]{32}$'),
  -- Whether every year is in it: a first start shows the latest year while the others are worked out.
  add column complete boolean not null default true;
