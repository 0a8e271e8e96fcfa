import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type ExitStatus, type Serve, type Terminal } from '#cli';
import { systemClock } from '#kernel';

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

/** Runs one `kith` command in this process: for what is asked beside the process that a test is about. */
export async function runKithHere(
  args: readonly string[],
  serve: (options: Parameters<Serve>[0], terminal: Terminal) => Promise<void> = () =>
    Promise.reject(new Error('no pages were to be served')),
): Promise<{ readonly status: ExitStatus; readonly out: string; readonly err: string }> {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    width: undefined,
    clock: systemClock,
    user: 'a test',
  };
  const status = await run(args, { terminal, serve: (options) => serve(options, terminal) });
  return { status, ...said };
}
