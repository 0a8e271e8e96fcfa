import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const KITH = new URL('../bin/kith.js', import.meta.url).pathname;

export type Serving = {
  readonly url: string;
  /** All that it said on its standard error so far. */
  readonly told: () => string;
  readonly stop: () => Promise<void>;
};

export type RunningKith = Serving & { readonly folder: string };

/** Serves an area that `prepare` makes; everything in a folder that goes when it is stopped. */
export async function startKith(
  prepare: (area: string) => Promise<void>,
  flags: readonly string[] = [],
  /** Settings for the process, made of the folder and the port. */
  settings: (folder: string, port: number) => Promise<NodeJS.ProcessEnv> = async () => ({}),
): Promise<RunningKith> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-e2e-'));
  const area = join(folder, 'area');
  await prepare(area);
  const serving = await serveKith(area, flags, (port) => settings(folder, port));
  return {
    ...serving,
    folder,
    stop: async () => {
      await serving.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a command to its end. Throws where it fails. */
export async function runKith(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [KITH, ...args], { stdio: 'ignore' });
  await ended(child);
  if (child.exitCode !== 0) throw new Error(`kith ${args.join(' ')} ended with status ${child.exitCode}`);
}

export async function serveKith(
  area: string,
  flags: readonly string[] = [],
  settings: (port: number) => Promise<NodeJS.ProcessEnv> = async () => ({}),
): Promise<Serving> {
  const port = await freePort();
  const server = spawn(process.execPath, [KITH, 'serve', area, '--port', String(port), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(await settings(port)) },
  });
  let said = '';
  let told = '';
  server.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    process.stderr.write(chunk);
  });
  server.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  while (!said.includes('Kith is at')) {
    if (server.exitCode !== null) throw new Error('kith serve stopped before it was ready');
    await pause(100);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    told: () => told,
    stop: async () => {
      server.kill('SIGTERM');
      await ended(server);
    },
  };
}

/** Until what the files say is what pages show. */
export async function untilPublished(url: string): Promise<void> {
  for (const until = Date.now() + 240_000; Date.now() < until; await pause(200)) {
    const { status } = await fetch(`${url}/ready`);
    if (status === 200) return;
  }
  throw new Error('kith serve published nothing in four minutes');
}

/** A port that nothing listens on: two runs on one machine do not meet. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await new Promise((resolve) => child.on('close', resolve));
}
