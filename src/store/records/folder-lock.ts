import { Refusal } from '#kernel';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Two processes on one PGlite folder both start, and lose each other’s rows without an error. This is the guard. */
export type FolderLock = { readonly release: () => Promise<void> };

/** Tells two claims of one process apart. */
let claims = 0;

/**
 * Takes `folder.lock` for this process, or throws `Refusal` `store/records-in-use`. A lock whose process has ended
 * is taken over. (Processes on different machines that share a folder do not see each other: not supported.)
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  const path = `${folder}.lock`;
  claims += 1;
  const claim = `${path}.${process.pid}.${claims}`;
  const mine = `${await identity(process.pid)} ${claims}`;
  await writeFile(claim, mine);
  try {
    await take(path, claim, folder);
  } finally {
    await rm(claim, { force: true });
  }
  return {
    release: async () => {
      if ((await findText(path)) === mine) await rm(path, { force: true });
    },
  };
}

/**
 * Puts a link to `claim` at `path`, where a living process’s stays. Of many that find the same dead lock, only who
 * holds the guard named after it may replace it, and only while it is still there: no two locks have the same text,
 * so whoever comes late finds another. A guard whose process has ended is itself taken over in this way.
 */
async function take(path: string, claim: string, folder: string): Promise<void> {
  // A hard link appears whole or not at all, and never replaces: nobody reads a half-written lock.
  while (!(await placed(claim, path))) {
    const holder = await findText(path);
    if (holder === undefined) continue;
    if (await isAlive(holder)) throw inUse(folder, holder);
    const guard = `${path}.${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
    await take(guard, claim, folder);
    try {
      if ((await findText(path)) !== holder) continue;
      await link(claim, `${claim}.new`);
      await rename(`${claim}.new`, path);
      return;
    } finally {
      await rm(guard);
    }
  }
}

async function placed(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function inUse(folder: string, holder: string): Refusal {
  const pid = holder.split(' ')[0] ?? '';
  return new Refusal(
    'store/records-in-use',
    `${folder} is in use by process ${pid}. Stop that process, or choose another folder.`,
  );
}

async function isAlive(holder: string): Promise<boolean> {
  const [number, start] = holder.split(' ');
  const pid = Number(number);
  if (!isRunning(pid)) return false;
  // The same number may be a newer process: its start must be the one that was written down.
  const now = await startOf(pid);
  return now === start || now === UNTOLD || start === UNTOLD;
}

/** Whether there is a process of this number, whoever’s it is. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is someone else’s.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** `pid start`; a lock adds the number of its claim. */
async function identity(pid: number): Promise<string> {
  return `${pid} ${await startOf(pid)}`;
}

/** For a system that does not tell when a process started. */
const UNTOLD = '-';

async function startOf(pid: number): Promise<string> {
  // A process that ends meanwhile, and a system without /proc, are both told by an error.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // proc(5): field 22 is the start in clock ticks since boot; the name in field 2 may itself hold spaces and brackets.
  if (stat !== undefined) {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  }
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim().replaceAll(/\s+/g, '_') || UNTOLD,
    () => UNTOLD,
  );
}
