import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPostgres } from './find-postgres.ts';

const run = promisify(execFile);

/** A PostgreSQL server of this process’s own, on a socket in a folder that goes when it stops, and a superuser’s address of it. */
export async function startPostgres(
  given: readonly string[] = [],
): Promise<{ readonly admin: string; readonly stop: () => Promise<void> }> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL was not found. Install it: apt-get install postgresql');
  const home = await mkdtemp(join(tmpdir(), 'kith-server-'));
  // PostgreSQL refuses to run as root: Debian’s package brings a user for it.
  const as = process.getuid?.() === 0 ? { uid: await idOf('-u'), gid: await idOf('-g') } : {};
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const data = join(home, 'data');
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '-N'];
  await run(join(programs, 'initdb'), made, { ...as, cwd: home });
  // No port is opened.
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'max_connections=100', ...given];
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...as,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = { text: '' };
  child.stderr.on('data', (chunk: Buffer) => void (said.text += chunk.toString()));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      // SIGINT is a fast shutdown: it ends whoever is still connected.
      child.kill('SIGINT');
      await ended;
    }
    await rm(home, { recursive: true, force: true });
  };
  const admin = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said.text}`);
    if (said.text.includes('ready to accept connections')) return { admin, stop };
    await pause(50);
  }
}

async function idOf(what: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [what, 'postgres'])).stdout);
}

/** The same address, of another database. */
export function databaseAt(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
