import { Refusal } from '#kernel';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { takeFolder } from './folder-lock.ts';

/** A PGlite in a worker thread, reached through a socket that only this user can open. */
export type Embedded = {
  /** What `pg` calls a host: the folder of the socket. */
  readonly host: string;
  /** Call once the folder holds a finished store: until then the next start would begin it again. */
  readonly finished: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the store in `folder`, or in memory without one. Throws `Refusal` `store/records-in-use` when another
 * process has the folder, `store/records-would-not-start` when PGlite cannot open it.
 */
export async function startEmbedded(folder: string | undefined): Promise<Embedded> {
  if (folder === undefined) return startWorker(undefined);
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

/** Only for stores in memory. Its name holds the version of PGlite it is for: change both together. */
const EMPTY_STORE = new URL('../../../node_modules/.cache/kith/pglite-0.5.14-empty.tar', import.meta.url);

async function startWorker(folder: string | undefined): Promise<Embedded> {
  const host = await mkdtemp(join(tmpdir(), 'kith-'));
  // `pg` adds this name to a host that is a folder.
  const socket = join(host, '.s.PGSQL.5432');
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { folder, socket, emptyStore: fileURLToPath(EMPTY_STORE) },
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
  const stop = async (): Promise<void> => {
    const closed = nextMessage(worker);
    worker.postMessage('close');
    try {
      await closed;
    } finally {
      await worker.terminate();
      await rm(host, { recursive: true, force: true });
    }
  };
  return { host, finished: () => Promise.resolve(), stop };
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
