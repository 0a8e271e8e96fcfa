import { systemClock } from '#kernel';
import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess } from './access.ts';
import { singleUser, type Actor } from './actor.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import type { Subject } from './subject.ts';

const SUPPORT = 'attendance-and-inclusion-support';
const CHILD: Subject = { kind: 'child', upn: upnOf(1) };
const stranger: Actor = { ...singleUser, id: 'stranger' };

function newestLook(records: Records): Promise<object | undefined> {
  return beginTransaction(records, (tx) =>
    tx
      .selectFrom('access.look')
      .select(['actor', 'purpose', 'subject_key', 'permitted'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
}

describe('a process that is killed as soon as it has the answer', () => {
  test.each([
    { asked: 'acting', answer: upnOf(1), actor: 'single-user', permitted: true },
    { asked: 'permit', answer: 'permitted', actor: 'single-user', permitted: true },
    { asked: 'refusal', answer: 'refused', actor: 'stranger', permitted: false },
  ])('has left its look: $asked', async ({ asked, answer, actor, permitted }) => {
    const home = await mkdtemp(join(tmpdir(), 'kith-looked-'));
    const worker = fileURLToPath(new URL('./killed-after-answer-worker.ts', import.meta.url));
    const { stdout, signal } = spawnSync(process.execPath, ['--import', 'tsx', worker, join(home, 'pg'), asked], {
      encoding: 'utf8',
      // What a killed process leaves behind goes with the folder.
      env: { ...process.env, TMPDIR: home },
    });
    expect([stdout, signal]).toEqual([answer, 'SIGKILL']);
    const records = await openRecords({ folder: join(home, 'pg') });
    expect(await newestLook(records)).toEqual({ actor, purpose: SUPPORT, subject_key: upnOf(1), permitted });
    await closeRecords(records);
    await rm(home, { recursive: true });
  });
});

describe('where a look cannot be committed', () => {
  let records: Records;
  let access: ReturnType<typeof createAccess>;
  const owner = (statement: string) => beginTransaction(records, (tx) => sql.raw(statement).execute(tx));
  beforeAll(async () => {
    records = await openRecords();
    access = createAccess(records, systemClock);
    await access.publish(singleUser, inBatches([childYear(upnOf(1))]));
    await owner(`create function access.full() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`);
    // Not when the look is written: when it is to be committed, after everything was read.
    await owner(`create constraint trigger disk_full after insert on access.look deferrable initially deferred
      for each row execute function access.full()`);
  }, 300_000);
  afterAll(() => closeRecords(records));

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
  const records = await openRecords();
  const set = (value: string) =>
    beginTransaction(records, (tx) => sql.raw(`set synchronous_commit = ${value}`).execute(tx));
  const access = createAccess(records, systemClock);
  const waits = () =>
    access.actingAs(singleUser, SUPPORT, CHILD, async (tx) => (await sql`show synchronous_commit`.execute(tx)).rows);
  await set('off');
  expect(await waits()).toEqual([{ synchronous_commit: 'on' }]);
  await set('remote_apply');
  expect(await waits()).toEqual([{ synchronous_commit: 'remote_apply' }]);
  await closeRecords(records);
}, 60_000);
