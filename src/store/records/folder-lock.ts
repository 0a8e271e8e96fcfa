import { Refusal } from '#kernel';
import { execFile } from 'node:child_process';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
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
  const claimed = claims;
  const mine = `${await identity(process.pid)} ${claimed}`;
  const claim = `${path}.${process.pid}.${claimed}`;
  await writeFile(claim, mine);
  try {
    // A hard link appears whole or not at all, and never replaces: nobody reads a half-written lock.
    if (!(await placed(claim, path))) {
      const holder = await findText(path);
      if (holder !== undefined && (await isAlive(holder))) throw inUse(folder, holder);
      await takeOver(folder, path, claim, holder);
    }
  } finally {
    await rm(claim, { force: true });
  }
  return {
    release: async () => {
      if ((await findText(path)) === mine) await rm(path, { force: true });
    },
  };
}

/** Two that find the same dead lock at once: only one can rename it away, and each looks again afterwards. */
async function takeOver(folder: string, path: string, claim: string, dead: string | undefined): Promise<void> {
  const aside = `${claim}.dead`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  const wrong = moved && (await findText(aside)) !== dead;
  if (wrong) await placed(aside, path);
  await rm(aside, { force: true });
  if (!wrong) await placed(claim, path);
  await pause(50);
  const holder = await findText(path);
  if (holder !== (await findText(claim))) throw inUse(folder, holder ?? 'unknown');
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
  return readFile(path, 'utf8').catch(() => undefined);
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
  const stat = await findText(`/proc/${pid}/stat`);
  // proc(5): field 22 is the start in clock ticks since boot; the name in field 2 may itself hold spaces and brackets.
  if (stat !== undefined) {
    const boot = (await findText('/proc/sys/kernel/random/boot_id'))?.trim() ?? '';
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  }
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim().replaceAll(/\s+/g, '_') || UNTOLD,
    () => UNTOLD,
  );
}
