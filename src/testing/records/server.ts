import { closeRecords, openRecords } from '#store';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseAt, startPostgres } from '../../../scripts/postgres/start-postgres.ts';

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

/** Vitest’s global set-up of `npm run test:server`: a server, and on it a migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  // What is in it need not outlive the machine.
  const started = given === '' ? await startPostgres(['fsync=off']) : { admin: given, stop: () => Promise.resolve() };
  try {
    const web = await migrateTemplate(started.admin);
    project.provide('server', { admin: started.admin, web });
  } catch (error) {
    await started.stop();
    throw error;
  }
  return started.stop;
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
