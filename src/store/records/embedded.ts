import { Refusal } from '#kernel';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { takeFolder } from './folder-lock.ts';
import type { Migration } from './migrations.ts';

/** Where the package keeps its program. */
const PGLITE = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));

/** A PGlite in a worker thread, reached through a socket that only this user can open. */
export type Embedded = {
  /** What `pg` calls a host: the folder of the socket. */
  readonly host: string;
  /** Call once the store is brought up to date: until then the next start in its folder would begin a new one again. */
  readonly finished: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the store in `folder`, or in memory without one. A new one may be up to date with `migrations` already. Throws
 * `Refusal` `store/records-in-use` when another process has the folder, `store/records-would-not-start` when PGlite
 * cannot open it.
 */
export async function startEmbedded(
  folder: string | undefined,
  migrations: readonly Migration[],
  copies = COPIES,
): Promise<Embedded> {
  const copy = await copyOf(migrations, copies);
  return folder === undefined ? startInMemory(copy) : startOnDisk(resolve(folder), copy);
}

async function startOnDisk(data: string, copy: string): Promise<Embedded> {
  await mkdir(dirname(data), { recursive: true });
  const lock = await takeFolder(data);
  try {
    // A first start that was cut short leaves a folder PostgreSQL can neither open nor begin again. The marker says
    // that no start ever finished there, so nothing of anyone’s is in it.
    const marker = `${data}.starting`;
    if (existsSync(marker)) await rm(data, { recursive: true, force: true });
    const isNew = !existsSync(join(data, 'PG_VERSION'));
    if (isNew) await writeFile(marker, '');
    await mkdir(data, { recursive: true, mode: 0o700 });
    const worker = await (isNew ? startNew(data, copy) : startWorker(data));
    return {
      host: worker.host,
      finished: async () => {
        if (!isNew) return;
        // The marker goes when the machine may stop: PostgreSQL syncs what it changes, not what it was begun with.
        await worker.tell({ what: 'sync' });
        await rm(marker, { force: true });
      },
      stop: async () => {
        await worker.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Copies of migrated stores that hold nothing yet. */
const COPIES = fileURLToPath(new URL('../../../node_modules/.cache/kith/', import.meta.url));

/**
 * Making and migrating a store takes seconds, reading one that was made before takes less than one: a store in memory,
 * which every test file opens, keeps a copy from before anything was put in it. Other migrations, and another PGlite, are
 * another copy.
 */
async function copyOf(migrations: readonly Migration[], copies: string): Promise<string> {
  const which = createHash('sha256')
    .update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum])))
    // It says which version it is, among other things.
    .update(await readFile(join(PGLITE, '..', 'package.json')));
  return join(copies, `pglite-${which.digest('hex').slice(0, 16)}.tar`);
}

async function startInMemory(copy: string): Promise<Embedded> {
  const worker = await startNew(undefined, copy);
  return {
    ...worker,
    finished: async () => {
      if (!(await isOurs(copy))) await worker.tell({ what: 'keep', copy });
    },
  };
}

/** A store that begins with a copy, where there is one. */
async function startNew(data: string | undefined, copy: string): Promise<StoreWorker> {
  if (!(await isOurs(copy))) return startWorker(data);
  return startWorker(data, copy).catch(async () => {
    // A copy that cannot be read is no loss: the store is made anew.
    await rm(copy, { force: true }).catch(() => undefined);
    if (data !== undefined) {
      await rm(data, { recursive: true, force: true });
      await mkdir(data, { mode: 0o700 });
    }
    return startWorker(data);
  });
}

/** Whether it is there, and only whoever runs this or whose the source is can have written it: nobody else begins a store. */
async function isOurs(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found || (found.mode & 0o022) !== 0) return false;
  return found.uid === process.getuid?.() || found.uid === (await stat(fileURLToPath(import.meta.url))).uid;
}

/**
 * PGlite’s program, compiled once a process and kept: what the engine has made of it goes with the last store that has
 * it, and the next one would begin again. Undefined where it cannot be read: the worker then says what is wrong.
 */
let program: Promise<WebAssembly.Module | undefined> | undefined;

async function compile(): Promise<WebAssembly.Module | undefined> {
  try {
    return await WebAssembly.compile(await readFile(join(PGLITE, 'pglite.wasm')));
  } catch {
    return undefined;
  }
}

type StoreWorker = Pick<Embedded, 'host' | 'stop'> & {
  readonly tell: (message: Message) => Promise<void>;
};

type Message = { readonly what: 'sync' | 'close' } | { readonly what: 'keep'; readonly copy: string };

async function startWorker(folder: string | undefined, copy?: string): Promise<StoreWorker> {
  const host = await mkdtemp(join(tmpdir(), 'kith-'));
  // `pg` adds this name to a host that is a folder.
  const socket = join(host, '.s.PGSQL.5432');
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { folder, socket, copy, program: await (program ??= compile()) },
    execArgv: [],
  });
  try {
    await nextMessage(worker);
  } catch (cause) {
    await rm(host, { recursive: true, force: true });
    throw new Refusal(
      'store/records-would-not-start',
      folder === undefined
        ? 'The records store could not start in memory. Check that at least 1 GB of memory is free.'
        : `The records store in ${folder} could not start. Check that you can write to the folder and that the disk is not full. If it was made by another version of this software, restore it from a backup made with this one.`,
      { cause },
    );
  }
  const tell = async (message: Message): Promise<void> => {
    const done = nextMessage(worker);
    worker.postMessage(message);
    await done;
  };
  // It ends by itself where the disk keeps nothing more: then nobody is there to be told.
  let hasEnded = false;
  worker.once('exit', () => void (hasEnded = true));
  const stop = async (): Promise<void> => {
    try {
      if (!hasEnded) await tell({ what: 'close' });
    } finally {
      await worker.terminate();
      await rm(host, { recursive: true, force: true });
    }
  };
  return { host, tell, stop };
}

function nextMessage(worker: Worker): Promise<void> {
  return new Promise((done, fail) => {
    const exited = (code: number): void => fail(new Error(`the records worker stopped with status ${code}`));
    worker.once('error', fail);
    worker.once('exit', exited);
    worker.once('message', () => {
      worker.off('error', fail);
      worker.off('exit', exited);
      done();
    });
  });
}
