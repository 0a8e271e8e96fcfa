import { sql } from 'kysely';
import { databaseOf, type Records } from './records.ts';

/**
 * Rewrites an embedded store so that nothing of deleted rows is left in its files: rows and indexes anew, the planner’s
 * samples of values too, and no log from before. False on a server, whose files and log archive are its operator’s.
 */
export async function scrubRecords(records: Records): Promise<boolean> {
  if (records.engine !== 'embedded') return false;
  const db = databaseOf(records);
  // Samples of the values that are left take the place of those that were; then every table is written anew, the
  // catalogues and their samples among them.
  await sql`analyze`.execute(db);
  await sql`vacuum (full)`.execute(db);
  // Finished segments of the log are removed, not kept to be written over; the one in use is begun anew first.
  await sql`set wal_recycle = off`.execute(db);
  for (let round = 0; round < 2; round += 1) {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  }
  await sql`reset wal_recycle`.execute(db);
  return true;
}
