// Run by publishing.test.ts in a process of its own, which it kills: `tsx interrupted-publish-worker.ts FOLDER`, or
// the address of a database.
import { systemClock } from '#kernel';
import { openRecords } from '#store';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccess } from './access.ts';
import { singleUser } from './actor.ts';
import { childYear, upnOf } from './child-year.example.ts';
import type { ChildYearRow } from './child-year.ts';
import { countLooks } from './count-looks.example.ts';
import { findCurrentPublication } from './publication.ts';

const ROWS = 5000;
const LOOKS = 20;
const place = process.argv[2] ?? '';
const records = await openRecords(place.startsWith('postgres') ? { databaseUrl: place } : { folder: place });
const access = createAccess(records, systemClock);

async function* batches(rows: number): AsyncGenerator<readonly ChildYearRow[]> {
  for (let from = 0; from < rows; from += 1000) {
    yield Array.from({ length: 1000 }, (_, index) => childYear(upnOf(from + index), { sessions: new Uint8Array(300) }));
    if (from > ROWS) console.log('writing');
    // Lets what was printed leave, and a signal in.
    await pause(1);
  }
}

const found = await access.actingAs(singleUser, 'import-and-data-quality', { kind: 'area' }, async (tx) => {
  const { seen } = await tx
    .selectFrom('account.child_year')
    .select(({ fn }) => fn.countAll<string>().as('seen'))
    .executeTakeFirstOrThrow();
  return { version: (await findCurrentPublication(tx))?.version ?? 0, seen: Number(seen) };
});
const looks = await countLooks(access);
// Each was acknowledged before the next began: none of them may be missing after the kill.
for (let at = 0; at < LOOKS; at += 1) await countLooks(access);
const { version } = await access.publish(singleUser, batches(ROWS));
const published = { version, seen: ROWS, looks: looks + 1 + LOOKS };
console.log(JSON.stringify({ found: { ...found, looks }, published }));
await access.publish(singleUser, batches(1_000_000));
