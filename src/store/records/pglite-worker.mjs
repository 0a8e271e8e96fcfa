// Plain JavaScript, so that a worker thread needs no TypeScript loader whatever started the process.
// One PGlite behind one private socket: a slow statement here does not stop the event loop that serves pages.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** `folder`: where the data lives, undefined for memory. `emptyStore`: a file that holds an empty store, see below. */
const { folder, socket, emptyStore } = workerData;

const db = await (folder === undefined ? inMemory() : onDisk());
// Two connections at most, so that one that breaks can be replaced while it is still being taken down.
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 2 });
await server.start();

parentPort.once('message', () => void stop());

async function stop() {
  await server.stop();
  await db.close();
  parentPort.postMessage('closed');
}
parentPort.postMessage('ready');

/** PGlite starts PostgreSQL with -F, fsync off; on disk, what was committed must survive the machine. */
async function onDisk() {
  const synced = PGlite.defaultStartParams.filter((param) => param !== '-F');
  return PGlite.create({ dataDir: folder, startParams: [...synced, '-c', 'max_wal_size=128MB'] });
}

/**
 * Making an empty PostgreSQL takes seconds, reading one that was made before takes less than one: a store in memory,
 * which every test file opens, keeps a copy from before anything was put in it.
 */
async function inMemory() {
  const kept = await readFile(emptyStore).catch(() => undefined);
  if (kept) return PGlite.create({ loadDataDir: new Blob([kept]) });
  const made = await PGlite.create();
  await keep(made).catch(() => undefined);
  return made;
}

async function keep(made) {
  const copy = await made.dumpDataDir('none');
  await mkdir(dirname(emptyStore), { recursive: true });
  // Written aside and renamed: whoever else is starting reads a whole file or none.
  await writeFile(`${emptyStore}.${process.pid}`, Buffer.from(await copy.arrayBuffer()));
  await rename(`${emptyStore}.${process.pid}`, emptyStore);
}
