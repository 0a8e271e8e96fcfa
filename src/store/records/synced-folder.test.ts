import { once } from 'node:events';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
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

/**
 * Keeps in `kept` what of `folder` is on the disk for certain, as a machine that loses its power would find it: of each
 * file what it was when it was last synced, of each folder that was synced no name that is gone.
 */
function keepSynced(folder: string, kept: string): void {
  const { openSync, fsyncSync } = fs;
  const paths = new Map<number, string>();
  Object.assign(fs, {
    openSync: (...given: Parameters<typeof openSync>) => {
      const file = openSync(...given);
      paths.set(file, relative(folder, String(given[0])));
      return file;
    },
    fsyncSync: (file: number) => {
      fsyncSync(file);
      const path = paths.get(file) ?? '';
      if (path.startsWith('..')) return;
      const [from, to] = [join(folder, path), join(kept, path)];
      if (fs.fstatSync(file).isFile()) {
        fs.mkdirSync(dirname(to), { recursive: true });
        fs.copyFileSync(from, to);
        return;
      }
      fs.mkdirSync(to, { recursive: true });
      const there = new Set(fs.readdirSync(from));
      for (const name of fs.readdirSync(to)) if (!there.has(name)) fs.rmSync(join(to, name), { recursive: true });
    },
  });
  onTestFinished(() => void Object.assign(fs, { openSync, fsyncSync }));
}

test('a machine that loses its power, and all that was not synced, has every row that was answered to', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kith-power-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const [folder, kept] = [join(home, 'pg'), join(home, 'kept')];
  keepSynced(folder, kept);
  const db = await openSynced(folder);
  onTestFinished(() => db.close());
  syncAll(folder);
  await db.exec('create table kept (key int primary key, words text)');
  const found: unknown[] = [];
  let keys = 0;
  const much = 'checkpoint; vacuum full kept; create table another as table kept; drop table another';
  for (const between of ['', much]) {
    for (let at = 0; at < 5; at += 1) {
      keys += 1;
      await db.query(`insert into kept values ($1, repeat('word ', 500))`, [keys]);
    }
    for (const one of between.split('; ').filter(Boolean)) await db.exec(one);
    keys += 1;
    await db.query('insert into kept values ($1, $2)', [keys, 'last']);
    const after = join(home, `after-${keys}`);
    fs.cpSync(kept, after, { recursive: true });
    const again = await openSynced(after);
    found.push([between, (await again.query<{ n: number }>('select count(words)::int as n from kept')).rows[0]?.n]);
    await again.close();
  }
  expect(found).toEqual([
    ['', 6],
    [much, 12],
  ]);
});

test('a folder that cannot be synced is no fault, a file is', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kith-unsynced-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const { fsyncSync } = fs;
  onTestFinished(() => void Object.assign(fs, { fsyncSync }));
  const failing = (fails: (file: number) => boolean): void =>
    void Object.assign(fs, {
      fsyncSync: (file: number) => {
        if (fails(file)) throw new Error('EINVAL: the disk says no');
        fsyncSync(file);
      },
    });
  failing((file) => fs.fstatSync(file).isDirectory());
  const db = await openSynced(join(home, 'pg'));
  onTestFinished(() => db.close());
  syncAll(join(home, 'pg'));
  await db.exec('create table kept (key int); checkpoint');
  failing(() => true);
  expect(() => syncAll(join(home, 'pg'))).toThrow('EINVAL');
  Object.assign(fs, { fsyncSync });
});

test('where a file cannot be synced, nothing is answered to, and the thread ends', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kith-disk-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
    const fs = require('node:fs');
    (async () => {
      const { openSynced } = await import(workerData.module);
      const db = await openSynced(workerData.folder);
      await db.exec('create table kept (key int)');
      parentPort.postMessage('made');
      fs.fsyncSync = () => { throw new Error('EIO: the disk says no'); };
      await db.exec('insert into kept values (1)').catch(() => undefined);
      parentPort.postMessage('answered');
    })();`,
    {
      eval: true,
      execArgv: [],
      workerData: { module: new URL('./synced-folder.mjs', import.meta.url).href, folder: join(home, 'pg') },
    },
  );
  const said: unknown[] = [];
  worker.on('message', (message) => said.push(message));
  const statuses: unknown[] = await once(worker, 'exit');
  expect({ said, statuses }).toEqual({ said: ['made'], statuses: [1] });
});
