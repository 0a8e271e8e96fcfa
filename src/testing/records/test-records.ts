import { closeRecords, openRecords, type Records } from '#store';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseAt } from '../../../scripts/postgres/start-postgres.ts';
import { TEMPLATE, type TestServer } from './server.ts';

export type TestRecords = {
  /** As the application has them: on a server the policies bind this login. */
  readonly records: Records;
  /** Past every policy, for looking at what the door left behind. Embedded it is the same as `records`. */
  readonly owner: Records;
  /** Addresses of the database for another process, on a server. */
  readonly urls: { readonly web: string; readonly owner: string } | undefined;
  readonly close: () => Promise<void>;
};

const server: TestServer | null = inject('server') ?? null;

/** What this run’s records are on. */
export const engine: Records['engine'] = server === null ? 'embedded' : 'server';

let made = 0;

/** Records of their own for one test file: migrated, and empty but for what the migrations bring. */
export async function openTestRecords(): Promise<TestRecords> {
  if (server === null) {
    const records = await openRecords();
    return { records, owner: records, urls: undefined, close: () => closeRecords(records) };
  }
  made += 1;
  const name = `kith_${process.pid}_${made}`;
  await asAdmin(server, `create database ${name} template ${TEMPLATE}`);
  const urls = { web: databaseAt(server.web, name), owner: databaseAt(server.admin, name) };
  const records = await openRecords({ databaseUrl: urls.web });
  const owner = await openRecords({ databaseUrl: urls.owner });
  return {
    records,
    owner,
    urls,
    close: async () => {
      await Promise.all([closeRecords(records), closeRecords(owner)]);
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin({ admin }: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseAt(admin, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
