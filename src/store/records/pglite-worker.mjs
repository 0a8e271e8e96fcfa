// Plain JavaScript, so that a worker thread needs no TypeScript loader whatever started the process.
// One PGlite behind one private socket: a slow statement here does not stop the event loop that serves pages.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';

/** `folder`: where the data lives, undefined for memory. There `copy` is a file that holds a migrated store, or will. */
const { folder, socket, copy, program } = workerData;
const compiled = program && { pgliteWasmModule: program };

const db = await (folder === undefined ? inMemory() : onDisk());
// Two connections at most, so that one that breaks can be replaced while it is still being taken down.
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 2 });
await server.start();

parentPort.on('message', (what) => void (what === 'keep' ? keep() : stop()));

async function stop() {
  await server.stop();
  await db.close();
  parentPort.postMessage('closed');
}
parentPort.postMessage('ready');

/** PGlite starts PostgreSQL with -F, fsync off; on disk, what was committed must survive the machine. */
async function onDisk() {
  const synced = PGlite.defaultStartParams.filter((param) => param !== '-F');
  return PGlite.create({ ...compiled, dataDir: folder, startParams: [...synced, '-c', 'max_wal_size=128MB'] });
}

async function inMemory() {
  const kept = await readFile(copy).catch(() => undefined);
  return PGlite.create({ ...compiled, ...(kept && { loadDataDir: new Blob([kept]) }) });
}

/** For the next one in memory. Where it cannot be kept, each is made anew. */
async function keep() {
  await writeCopy().catch(() => undefined);
  parentPort.postMessage('kept');
}

async function writeCopy() {
  const dumped = await db.dumpDataDir('none');
  const folderOfCopies = dirname(copy);
  await mkdir(folderOfCopies, { recursive: true });
  const older = await readdir(folderOfCopies);
  // Written aside and renamed: whoever else is starting reads a whole file or none.
  const aside = `${copy}.${process.pid}.${threadId}`;
  await writeFile(aside, Buffer.from(await dumped.arrayBuffer()));
  await rename(aside, copy);
  const over = older.filter((name) => name.endsWith('.tar') && name !== basename(copy));
  await Promise.all(over.map((name) => rm(join(folderOfCopies, name), { force: true })));
}
