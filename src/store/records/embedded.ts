import { Refusal } from '#kernel';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  /** Call once the store is brought up to date: until then the next start in its folder would begin it again. */
  readonly finished: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the store in `folder`, or in memory without one: there it may be up to date with `migrations` already. Throws
 * `Refusal` `store/records-in-use` when another process has the folder, `store/records-would-not-start` when PGlite
 * cannot open it.
 */
export async function startEmbedded(
  folder: string | undefined,
  migrations: readonly Migration[],
  copies = COPIES,
): Promise<Embedded> {
  if (folder === undefined) return startInMemory(migrations, copies);
  const data = resolve(folder);
  await mkdir(dirname(data), { recursive: true });
  const lock = await takeFolder(data);
  try {
    // A first start that was cut short leaves a folder PostgreSQL can neither open nor begin again. The marker says
    // that no start ever finished there, so nothing of anyone’s is in it.
    const marker = `${data}.starting`;
    if (existsSync(marker)) await rm(data, { recursive: true, force: true });
    if (!existsSync(join(data, 'PG_VERSION'))) await writeFile(marker, '');
    await mkdir(data, { recursive: true, mode: 0o700 });
    const worker = await startWorker(data);
    return {
      host: worker.host,
      finished: () => rm(marker, { force: true }),
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

/** Copies of migrated stores, for stores in memory only. */
const COPIES = fileURLToPath(new URL('../../../node_modules/.cache/kith/', import.meta.url));

/**
 * Making and migrating a store takes seconds, reading one that was made before takes less than one: a store in memory,
 * which every test file opens, keeps a copy from before anything was put in it. Other migrations, and another PGlite, are
 * another copy.
 */
async function startInMemory(migrations: readonly Migration[], copies: string): Promise<Embedded> {
  const which = createHash('sha256')
    .update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum])))
    // It says which version it is, among other things.
    .update(await readFile(join(PGLITE, '..', 'package.json')));
  const copy = join(copies, `pglite-${which.digest('hex').slice(0, 16)}.tar`);
  const worker = await startWorker(undefined, copy).catch(async (error: unknown) => {
    // A copy that cannot be read is no loss: the store is made anew, and keeps another.
    if (!existsSync(copy)) throw error;
    await rm(copy, { force: true });
    return startWorker(undefined, copy);
  });
  return {
    ...worker,
    finished: async () => {
      if (!existsSync(copy)) await worker.keep();
    },
  };
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

async function startWorker(
  folder: string | undefined,
  copy?: string,
): Promise<Pick<Embedded, 'host' | 'stop'> & { readonly keep: () => Promise<void> }> {
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
  const tell = async (what: 'keep' | 'close'): Promise<void> => {
    const done = nextMessage(worker);
    worker.postMessage(what);
    await done;
  };
  const stop = async (): Promise<void> => {
    try {
      await tell('close');
    } finally {
      await worker.terminate();
      await rm(host, { recursive: true, force: true });
    }
  };
  return { host, keep: () => tell('keep'), stop };
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
