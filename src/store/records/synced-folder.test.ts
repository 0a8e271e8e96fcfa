import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSynced, syncAll } from './synced-folder.mjs';

type Watch = {
  /** Files that are there and were written to since they were last synced, relative to the folder. */
  readonly unsynced: () => readonly string[];
  /** How often one of these names was written to. */
  readonly written: (name: RegExp) => number;
};

/** Watches what this process does to files of a folder, as PGlite does it: by the functions of `fs`. */
function watch(folder: string): Watch {
  const { openSync, writeSync, fsyncSync } = fs;
  const paths = new Map<number, string>();
  const waiting = new Set<string>();
  const writes: string[] = [];
  Object.assign(fs, {
    openSync: (...given: Parameters<typeof openSync>) => {
      const file = openSync(...given);
      paths.set(file, relative(folder, String(given[0])));
      return file;
    },
    writeSync: (file: number, ...rest: [NodeJS.ArrayBufferView]) => {
      const path = paths.get(file) ?? '?';
      waiting.add(path);
      writes.push(path);
      return writeSync(file, ...rest);
    },
    fsyncSync: (file: number) => {
      waiting.delete(paths.get(file) ?? '?');
      fsyncSync(file);
    },
  });
  onTestFinished(() => void Object.assign(fs, { openSync, writeSync, fsyncSync }));
  return {
    unsynced: () => [...waiting].filter((path) => fs.existsSync(join(folder, path))),
    written: (name) => writes.filter((path) => name.test(path)).length,
  };
}

/** What PostgreSQL does not sync, and makes anew where it is missing or torn: its notes of the running process, and caches. */
const MADE_ANEW = /^postmaster\.(pid|opts)$|pg_internal\.init|^pg_stat|^pg_subtrans|^pg_notify/;

test('what is answered to as committed is on the disk, and after a checkpoint everything is', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kith-synced-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const folder = join(home, 'pg');
  const seen = watch(folder);
  const db = await openSynced(folder);
  onTestFinished(() => db.close());
  syncAll(folder);
  const LOG = /^pg_wal\//;
  const steps = [
    'create table kept (key int primary key, words text)',
    `insert into kept select n, repeat('word ', 200) from generate_series(1, 2000) n`,
    `update kept set words = 'other' where key % 3 = 0`,
    'create index on kept (words)',
    'delete from kept where key < 1000',
    'truncate kept',
    'begin; insert into kept values (1); savepoint one; insert into kept values (2); rollback to one; commit',
    'drop table kept',
  ];
  for (const step of steps) {
    const before = seen.written(LOG);
    await db.exec(step);
    expect([step, seen.written(LOG) > before], 'the step writes to the log').toEqual([step, true]);
    expect([step, seen.unsynced().filter((path) => LOG.test(path))]).toEqual([step, []]);
  }
  // Until then, pages of tables may be on the disk or not: the log says what they are.
  const pages = seen.written(/^base\//);
  await db.exec('create table after_all as select 1 as one; checkpoint');
  expect(seen.written(/^base\//)).toBeGreaterThan(pages);
  expect(seen.unsynced().filter((path) => !MADE_ANEW.test(path))).toEqual([]);
});
