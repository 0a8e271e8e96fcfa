import { systemClock } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess } from './access.ts';
import { singleUser, type Actor } from './actor.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import type { Subject } from './subject.ts';

const SUPPORT = 'attendance-and-inclusion-support';
const CHILD: Subject = { kind: 'child', upn: upnOf(1) };
const stranger: Actor = { ...singleUser, id: 'stranger' };

describe('where a look cannot be committed', () => {
  let opened: TestRecords;
  let access: ReturnType<typeof createAccess>;
  const owner = (statement: string) => beginTransaction(opened.owner, (tx) => sql.raw(statement).execute(tx));
  beforeAll(async () => {
    opened = await openTestRecords();
    access = createAccess(opened.records, systemClock);
    await access.publish(singleUser, inBatches([childYear(upnOf(1))]));
    await owner(`create function access.full() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`);
    // Not when the look is written: when it is to be committed, after everything was read.
    await owner(`create constraint trigger disk_full after insert on access.look deferrable initially deferred
      for each row execute function access.full()`);
  }, 300_000);
  afterAll(() => opened.close());

  const read = (tx: Tx) => tx.selectFrom('account.child_year').select('upn').execute();

  test('nothing of what was read comes out', async () => {
    let seen = 0;
    const asked = access.actingAs(singleUser, SUPPORT, CHILD, async (tx) => {
      const rows = await read(tx);
      seen = rows.length;
      return rows;
    });
    await expect(asked).rejects.toThrow('the disk is full');
    expect(seen).toBe(1);
  });

  test('no permit is given, nor a refusal, nor who looked', async () => {
    await expect(access.permitFor(singleUser, SUPPORT, CHILD)).rejects.toThrow('the disk is full');
    await expect(access.permitFor(stranger, SUPPORT, CHILD)).rejects.toThrow('the disk is full');
    await expect(access.actingAs(stranger, SUPPORT, CHILD, read)).rejects.toThrow('the disk is full');
    await expect(access.listLooks(singleUser, upnOf(1))).rejects.toThrow('the disk is full');
  });
});

test('a look waits for the disk, also on a server that is set not to wait', async () => {
  const opened = await openTestRecords();
  const access = createAccess(opened.records, systemClock);
  const waits = () =>
    access.actingAs(singleUser, SUPPORT, CHILD, async (tx) => (await sql`show synchronous_commit`.execute(tx)).rows);
  const set = (value: string) =>
    beginTransaction(opened.records, (tx) => sql.raw(`set synchronous_commit = ${value}`).execute(tx));
  await set('off');
  expect(await waits()).toEqual([{ synchronous_commit: 'on' }]);
  await set('remote_apply');
  expect(await waits()).toEqual([{ synchronous_commit: 'remote_apply' }]);
  await opened.close();
}, 60_000);
