import { closeRecords, openRecords } from '#store';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostgres } from '../../../scripts/postgres/find-postgres.ts';

/** Addresses of a server for tests: a superuser’s login, and one like the application’s. */
export type TestServer = { readonly admin: string; readonly web: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that records are opened on; null or absent: PGlite in memory. */
    readonly server: TestServer | null;
  }
}

/** The database that was migrated once; each test file has a copy. */
export const TEMPLATE = 'kith_template';
/** The application’s login: it owns nothing, and the policies bind it. */
const WEB = 'kith_web';

const run = promisify(execFile);

/** Vitest’s global set-up of `npm run test:server`: a server, and on it a migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  const started = given === '' ? await startServer() : { admin: given, stop: () => Promise.resolve() };
  try {
    const web = await migrateTemplate(started.admin);
    project.provide('server', { admin: started.admin, web });
  } catch (error) {
    await started.stop();
    throw error;
  }
  return started.stop;
}

async function startServer(): Promise<{ readonly admin: string; readonly stop: () => Promise<void> }> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL was not found. Install it: apt-get install postgresql');
  const home = await mkdtemp(join(tmpdir(), 'kith-server-'));
  // PostgreSQL refuses to run as root: Debian’s package brings a user for it.
  const as = process.getuid?.() === 0 ? { uid: await idOf('-u'), gid: await idOf('-g') } : {};
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const data = join(home, 'data');
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '-N'];
  await run(join(programs, 'initdb'), made, { ...as, cwd: home });
  // No port is opened. What is in it need not outlive the machine.
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'fsync=off', 'max_connections=100'];
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

/** Makes the template and the application’s login, and returns the login’s address. */
async function migrateTemplate(admin: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseAt(admin, 'postgres') });
  await client.connect();
  try {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
    const records = await openRecords({ databaseUrl: databaseAt(admin, TEMPLATE) });
    await closeRecords(records);
    const { rowCount } = await client.query(`select from pg_roles where rolname = '${WEB}'`);
    // The password is for a server that asks for one; nothing but tests is ever in it.
    if (rowCount === 0) await client.query(`create role ${WEB} login password '${WEB}' in role kith_app`);
  } finally {
    await client.end();
  }
  const url = new URL(admin);
  url.username = WEB;
  url.password = WEB;
  return url.href;
}

/** The same address, of another database. */
export function databaseAt(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
