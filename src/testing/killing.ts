import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const KITH = new URL('../../bin/kith.js', import.meta.url).pathname;

/** Loaded into a process (`node --import`), says on standard error when it reaches for another machine. */
export const WATCH = new URL('./watch-network.mjs', import.meta.url).href;

/** Runs one `kith` command in a process of its own and, where `killAfter` is given, kills it (SIGKILL) after that long. */
export async function runKith(
  args: readonly string[],
  killAfter?: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly status: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [KITH, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (status) => resolve(status)));
  if (killAfter !== undefined) {
    await Promise.race([pause(killAfter), ended]);
    child.kill('SIGKILL');
  }
  return { status: await ended, ...said };
}
