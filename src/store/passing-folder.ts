import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './records/folder-lock.ts';

/** A folder that is there for as long as a process works in it, and that nobody else on the machine can read. */
export type PassingFolder = {
  readonly path: string;
  /** Removes it; nothing where it was moved to its place. */
  readonly close: () => Promise<void>;
};

const open = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Makes a folder in `parent` whose name begins with `prefix`. What stands in such folders is about children, so it does not
 * stay behind: a process that is told to stop takes its own along, and what a killed one left is removed by the next that
 * asks for a folder of this name.
 */
export async function openPassingFolder(parent: string, prefix: string): Promise<PassingFolder> {
  await removeLeft(parent, prefix);
  if (open.size === 0) for (const signal of SIGNALS) process.on(signal, stopped);
  const path = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  open.add(path);
  const close = async (): Promise<void> => {
    await rm(path, { recursive: true, force: true });
    open.delete(path);
    if (open.size === 0) for (const signal of SIGNALS) process.off(signal, stopped);
  };
  return { path, close };
}

/** Whoever listens for the signal too closes what it opened, in its own time; where nobody does, the process ends by it. */
function stopped(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  for (const path of open) rmSync(path, { recursive: true, force: true });
  process.off(signal, stopped);
  process.kill(process.pid, signal);
}

async function removeLeft(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const holder = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (holder === undefined || isRunning(Number(holder))) continue;
    // It may be somebody else’s, who is to remove it.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
