// Plain JavaScript, so that a worker thread needs no TypeScript loader whatever started the process.
// One PGlite behind one private socket: a slow statement here does not stop the event loop that serves pages.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { openSynced, syncAll } from './synced-folder.mjs';

/** `folder`: where the data lives, undefined for memory. `copy`: a file that holds a migrated store, to begin with; or undefined. */
const { folder, socket, copy, program } = workerData;
const compiled = program && { pgliteWasmModule: program };

const kept = copy === undefined ? undefined : new Blob([await readFile(copy)]);
const db = await (folder === undefined
  ? PGlite.create({ ...compiled, ...(kept && { loadDataDir: kept }) })
  : openSynced(folder, { compiled, copy: kept }));
// Two connections at most, so that one that breaks can be replaced while it is still being taken down.
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 2 });
await server.start();

const does = {
  /** All of a new store is on the disk. */
  sync: () => {
    syncAll(folder);
    parentPort.postMessage('synced');
  },
  /** For the next new store. Where it cannot be kept, each is made anew. */
  keep: async ({ copy: to }) => {
    await writeCopy(to).catch(() => undefined);
    parentPort.postMessage('kept');
  },
  close: async () => {
    await server.stop();
    await db.close();
    parentPort.postMessage('closed');
  },
};

parentPort.on('message', (message) => void does[message.what](message));
parentPort.postMessage('ready');

async function writeCopy(to) {
  const dumped = await db.dumpDataDir('none');
  const folderOfCopies = dirname(to);
  await mkdir(folderOfCopies, { recursive: true });
  const older = await readdir(folderOfCopies);
  // Written aside and renamed: whoever else is starting reads a whole file or none.
  const aside = `${to}.${process.pid}.${threadId}`;
  await writeFile(aside, Buffer.from(await dumped.arrayBuffer()), { mode: 0o644 });
  await rename(aside, to);
  const over = older.filter((name) => name.endsWith('.tar') && name !== basename(to));
  await Promise.all(over.map((name) => rm(join(folderOfCopies, name), { force: true })));
}
