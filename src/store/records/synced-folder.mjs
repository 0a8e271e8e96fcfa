// What PGlite leaves to whoever stands under it: that what PostgreSQL has synced is on the disk.
// Plain JavaScript, as the worker that opens it.
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import fs from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * PGlite’s files in a folder. Its own file system has no `fsync`, and PostgreSQL is told each time that it went well: a
 * machine that stops would take with it what was answered to as committed. Here the file itself is synced.
 */
function filesIn(folder) {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  const sync = ({ FS }) => {
    FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
      try {
        syncOne(nfd);
      } catch (error) {
        stop(error);
      }
      return 0;
    };
  };
  files.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun, sync] } };
  };
  return files;
}

/**
 * A store in `folder`, begun from `copy` where that is given. PGlite starts PostgreSQL with -F, which asks for no sync; and
 * of the ways to sync its log, PGlite answers `fdatasync` with nothing done, so it is told to use `fsync`.
 */
export function openSynced(folder, { compiled, copy } = {}) {
  const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F');
  return PGlite.create({
    ...compiled,
    ...(copy && { loadDataDir: copy }),
    fs: filesIn(folder),
    startParams: [...startParams, '-c', 'wal_sync_method=fsync', '-c', 'max_wal_size=128MB'],
  });
}

/** Syncs all that stands in `folder`: PostgreSQL syncs what it changes, not what a new store is made of. */
export function syncAll(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...paths, folder, dirname(folder)]) {
    const file = fs.openSync(path, 'r');
    try {
      syncOne(file);
    } finally {
      fs.closeSync(file);
    }
  }
}

/** PostgreSQL would stop here, which PGlite cannot: it would go round for ever. The thread ends, or the process where it is the only one. */
function stop(error) {
  fs.writeSync(
    2,
    `The disk did not keep what the records wrote (${error.message}). Check the disk, then start Kith again.\n`,
  );
  // oxlint-disable-next-line unicorn/no-process-exit
  process.exit(1);
}

function syncOne(file) {
  try {
    fs.fsyncSync(file);
  } catch (error) {
    // Some file systems cannot sync a folder.
    if (!fs.fstatSync(file).isDirectory()) throw error;
  }
}
