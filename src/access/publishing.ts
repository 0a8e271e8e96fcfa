import { broken, Refusal, type Clock, type Instant } from '#kernel';
import { beginTransaction, reclaimSpace, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import { singleUser, type Actor } from './actor.ts';
import { gatherWords, insertCards, insertWords, wordBatches } from './card.ts';
import { insertChildYears, type ChildYearRow } from './child-year.ts';
import { findDeparted, forgetDeparted } from './departed.ts';
import { become, becomeSelf, enteringOrRefused, type Door, type Errand } from './entry.ts';
import { gatherMemberships, insertMemberships, membershipBatches, type Memberships } from './membership.ts';
import { countLists } from './list-counts.ts';
import { insertListEntries, type ListEntryRow } from './list-entry.ts';
import { findCurrentPublication, type Publication, type Writing } from './publication.ts';
import { CLEARED, sweep } from './sweeping.ts';

export type PublicationAbout = {
  readonly knownAt?: Instant;
  /** As in `Publication`. It counts with the publication and in the same moment. */
  readonly area?: string;
  readonly madeOf?: string;
  readonly results?: string;
  readonly complete?: boolean;
  /** Asked for once all rows are written: what else readers are to see with them. */
  readonly prepare?: (version: number) => Promise<Prepared>;
};

/** `show` is called in the moment in which the version becomes visible, `drop` where it never does. */
export type Prepared = { readonly show: () => void; readonly drop: () => void };

/** Entries of one list or several. `oneEach`: each has one entry a child and school, whose first day may move. */
export type EntryBatch = { readonly entries: readonly ListEntryRow[]; readonly oneEach?: boolean };

/** What a publication is made of, in batches of any size and in any order: children’s years, and entries of lists. */
export type PublishedBatch = readonly ChildYearRow[] | EntryBatch;

/**
 * Rows a statement. Whoever opens a page waits for one batch at most, for this process and for the embedded store’s one
 * session.
 */
const BATCH = 100;

/**
 * Writes a new version and makes it visible in one statement at the end. Readers see the version before until then,
 * and after a crash too: a version that was never finished is cleared by the next publication. A second publisher
 * takes over from the first, which is told so (`Refusal` `access/publish-overtaken`).
 */
export async function publishRows(
  door: Door,
  {
    actor,
    rows,
    about,
  }: { readonly actor: Actor; readonly rows: AsyncIterable<PublishedBatch>; readonly about: PublicationAbout },
): Promise<Publication> {
  const errand: Errand = { actor, purpose: 'import-and-data-quality', subject: { kind: 'publication' } };
  const { records, clock } = door;
  const version = await begin(door, errand, about);
  await sweep(records, clock, errand);
  const writing: Writing = (work) =>
    beginTransaction(records, async (tx) => {
      await become(tx, errand, clock.now());
      await mustBeWriting(tx, version);
      return work(tx);
    });
  let written = 0;
  const words = new Map<string, Map<string, number[]>>();
  const lists = new Map<string, boolean>();
  let memberships: Memberships | undefined;
  for await (const batch of inBatches(rows)) {
    if (!isChildYears(batch)) {
      await writing((tx) => insertListEntries(tx, version, clock.now(), batch.entries, batch.oneEach ?? false));
      for (const { list } of batch.entries) lists.set(list, lists.get(list) === true || batch.oneEach === true);
      continue;
    }
    await writing(async (tx) => {
      await insertChildYears(tx, version, batch);
      await insertCards(tx, version, batch);
    });
    written += batch.length;
    gatherWords(words, batch);
    memberships = gatherMemberships(memberships, batch);
  }
  for (const some of wordBatches(words, BATCH)) await writing((tx) => insertWords(tx, version, some));
  for (const some of membershipBatches(memberships, BATCH)) await writing((tx) => insertMemberships(tx, version, some));
  await countLists(writing, version, lists.keys());
  const settle = await findDeparted(writing, version, lists);
  const prepared = await about.prepare?.(version);
  const publication = await flip(records, clock, errand, version, written, settle).catch((error: unknown) => {
    prepared?.drop();
    throw error;
  });
  prepared?.show();
  await beginTransaction(records, async (tx) => {
    await become(tx, errand, clock.now());
    await forgetDeparted(tx, clock.now());
  });
  await sweep(records, clock, errand);
  await reclaimSpace(records, CLEARED);
  return publication;
}

/** What readers see now; undefined before the first. Nothing about a child is read, so nobody looked: no trace is left. */
export async function publicationNow(records: Records, clock: Clock): Promise<Publication | undefined> {
  return beginTransaction(records, async (tx) => {
    await becomeSelf(tx, singleUser, clock.now());
    return findCurrentPublication(tx);
  });
}

function begin(door: Door, errand: Errand, about: PublicationAbout): Promise<number> {
  return enteringOrRefused(door, errand, async (tx, at) => {
    await tx.updateTable('account.publication').set({ state: 'abandoned' }).where('state', '=', 'writing').execute();
    const { version } = await tx
      .insertInto('account.publication')
      .values({
        state: 'writing',
        created_at: at,
        known_at: about.knownAt ?? null,
        area: about.area ?? null,
        made_of: about.madeOf ?? null,
        results: about.results ?? null,
        complete: about.complete ?? true,
      })
      .returning('version')
      .executeTakeFirstOrThrow();
    return version;
  });
}

async function mustBeWriting(tx: Tx, version: number): Promise<void> {
  const found = await tx
    .selectFrom('account.publication')
    .select('state')
    .where('version', '=', version)
    .executeTakeFirst();
  if (found?.state !== 'writing') throw overtaken();
}

async function flip(
  records: Records,
  clock: Clock,
  errand: Errand,
  version: number,
  childYears: number,
  settle: (tx: Tx, at: Instant) => Promise<void>,
): Promise<Publication> {
  return beginTransaction(records, async (tx) => {
    await become(tx, errand, clock.now());
    await settle(tx, clock.now());
    const { rows } = await sql`
      with finished as (
        update account.publication
           set state = 'published', published_at = ${clock.now()}, child_years = ${childYears}
         where version = ${version} and state = 'writing'
        returning version
      )
      insert into account.current_publication (version) select version from finished
      on conflict (the_one) do update set version = excluded.version
      returning version`.execute(tx);
    if (rows.length === 0) throw overtaken();
    const publication = await findCurrentPublication(tx);
    if (!publication) throw broken('access/no-publication', `version ${version} was flipped and is not there`);
    return publication;
  });
}

async function* inBatches(rows: AsyncIterable<PublishedBatch>): AsyncGenerator<PublishedBatch> {
  let held: ChildYearRow[] = [];
  for await (const some of rows) {
    if (!isChildYears(some)) {
      for (let from = 0; from < some.entries.length; from += BATCH) {
        yield { ...some, entries: some.entries.slice(from, from + BATCH) };
      }
      continue;
    }
    for (const row of some) {
      held.push(row);
      if (held.length < BATCH) continue;
      yield held;
      held = [];
    }
  }
  if (held.length > 0) yield held;
}

export function isChildYears(batch: PublishedBatch): batch is readonly ChildYearRow[] {
  return Array.isArray(batch);
}

function overtaken(): Refusal {
  return new Refusal(
    'access/publish-overtaken',
    'Another import began while this one was being published, and took over. Wait for it to finish, then check that your files are in it.',
  );
}
