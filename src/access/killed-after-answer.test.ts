import { systemClock } from '#kernel';
import { beginTransaction, closeRecords, openRecords, type Records } from '#store';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess } from './access.ts';
import { singleUser } from './actor.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';

const SUPPORT = 'attendance-and-inclusion-support';

// One store for all: whoever opens it next finds what a killed process left.
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-looked-'));
  const records = await openRecords({ folder: join(home, 'pg') });
  await createAccess(records, systemClock).publish(singleUser, inBatches([childYear(upnOf(1))]));
  await closeRecords(records);
}, 300_000);
afterAll(() => rm(home, { recursive: true }));

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
    { asked: 'refusal', answer: 'refused', actor: 'stranger', permitted: false },
    { asked: 'permit', answer: 'permitted', actor: 'single-user', permitted: true },
  ])('has left its look: $asked', async ({ asked, answer, actor, permitted }) => {
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
  });
});
