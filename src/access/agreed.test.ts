import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from '#store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  maySeeOf,
  miniWorld,
  momentOf,
  nameIn,
  settleMini,
  SIGHTS,
  upnIn,
  type MiniWorld,
} from './agreed-world.example.ts';
import { become } from './entry.ts';

let records: Records;
beforeAll(async () => {
  // Also run against a server (a superuser’s login, a database to spare): the policies are the same SQL.
  const databaseUrl = process.env['KITH_TEST_DATABASE_URL'];
  records = await openRecords(databaseUrl === undefined ? {} : { databaseUrl });
}, 300_000);
afterAll(() => closeRecords(records));

class Undo extends Error {}
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await beginTransaction(records, async (tx) => {
    await work(tx);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

/** How many rows of each kind are seen of each of two children, in one statement. */
async function seenOf(tx: Tx, upns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    upn: string;
    account: number;
    card: number;
    list: number;
    school: number;
    note: number;
    words: number;
  }>`
    select upn,
      (select count(*) from account.child_year as row where row.upn = asked.upn)::integer as account,
      (select count(*) from account.card as row where row.upn = asked.upn)::integer as card,
      (select count(*) from worklist.entry as row where row.upn = asked.upn)::integer as list,
      (select count(*) from account.membership as row where row.upn = asked.upn and row.kind = 'school')::integer as school,
      (select count(*) from access.note as row where row.upn = asked.upn)::integer as note,
      (select count(*) from access.note as row join access.note_words on note = id where row.upn = asked.upn)::integer as words
    from unnest(${upns}::text[]) as asked (upn)`.execute(tx);
  return upns.map((upn) => {
    const row = rows.find((one) => one.upn === upn);
    return SIGHTS.map((sight) => `${sight} ${row?.[sight] ?? 0}`).join(', ');
  });
}

const WORLDS = 250;
const ROUNDS = 8;

test('in any world of ties, agreements, consents and emergencies, what is seen is what may be seen', async () => {
  const counted = { seen: 0, found: 0, words: 0, questions: 0 };
  const property = fc.asyncProperty(fc.array(miniWorld, { minLength: WORLDS, maxLength: WORLDS }), (worlds) =>
    undone(async (tx) => {
      await sql`insert into account.publication (version, state, created_at) overriding system value
        values (1, 'published', ${momentOf(0)})`.execute(tx);
      await tx.insertInto('account.current_publication').values({ version: 1 }).execute();
      await settleMini(tx, worlds);
      for (const [at, world] of worlds.entries()) await compare(tx, world, at, counted);
    }),
  );
  await fc.assert(property, { numRuns: ROUNDS, endOnFailure: true });
  // The worlds were not such that nothing was agreed.
  expect(counted.questions).toBeGreaterThan(4000);
  expect(counted.seen).toBeGreaterThan(400);
  expect(counted.found).toBeGreaterThan(400);
  expect(counted.words).toBeGreaterThan(20);
}, 300_000);

async function compare(
  tx: Tx,
  world: MiniWorld,
  at: number,
  counted: { seen: number; found: number; words: number; questions: number },
): Promise<void> {
  const actor = { id: nameIn(at, 'actor'), name: '', role: world.role, scope: 'ties' } as const;
  const upns = [upnIn(at, 0), upnIn(at, 1)];
  for (const question of world.questions) {
    const upn = question.subject === 'area' ? undefined : upnIn(at, question.subject);
    const subject = upn === undefined ? ({ kind: 'area' } as const) : ({ kind: 'child', upn } as const);
    await become(tx, { actor, purpose: question.purpose, subject }, momentOf(question.hour));
    const may = ([0, 1] as const).map((which) => maySeeOf(world, at, question, which));
    const expected = may.map((one) => SIGHTS.map((sight) => `${sight} ${one.get(sight) ?? 0}`).join(', '));
    const seen = await seenOf(tx, upns);
    if (seen.join('; ') !== expected.join('; '))
      expect({ world, at, question, seen }).toEqual({ world, at, question, seen: expected });
    counted.questions += 1;
    for (const one of may) {
      if (one.get('account') === 1) counted.seen += 1;
      else if ((one.get('school') ?? 0) > 0) counted.found += 1;
      if (one.get('words') === 1) counted.words += 1;
    }
  }
}
