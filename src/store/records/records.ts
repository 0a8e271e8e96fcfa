import { broken, findInstant } from '#kernel';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  sql,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
  type Transaction,
} from 'kysely';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { tellStatement } from '../statements.ts';
import { checkAddress, checkServer, isDisconnection, loginOf, type Login } from './connection.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { keepPlans } from './kept-plans.ts';
import { OWN_LEASE, takeServerLease, type Lease } from './lease.ts';
import { listMigrations, migrate } from './migrations.ts';
import type { DB } from './schema.ts';

/** Where records live. `folder`: PGlite on disk; neither: in memory, for tests; `databaseUrl`: a PostgreSQL server. */
export type RecordsOptions = { readonly folder?: string; readonly databaseUrl?: string };

const inside: unique symbol = Symbol('records');
type Inside = {
  readonly db: Kysely<DB>;
  readonly embedded: Embedded | undefined;
  readonly databaseUrl: string | undefined;
  closed: Promise<void> | undefined;
};

/** An open records store. It answers nothing itself: only a transaction does, and only `access` begins one. */
export type Records = {
  readonly engine: 'embedded' | 'server';
  /**
   * Whether the policies bind this process’s login too: a server’s login that owns nothing and is no superuser.
   * Otherwise they hold for all that goes through `access`, and whoever holds the process or its files is past them.
   */
  readonly policiesAreBoundary: boolean;
  readonly login: Login;
  readonly [inside]: Inside;
};

/**
 * What can be asked while a transaction is open. Every statement of a piece of work goes through the `tx` it was
 * given: the embedded store has one session, so a second transaction begun inside it would wait for itself for ever
 * (and is refused, see `beginTransaction`).
 */
export type Tx = Transaction<DB>;

const opened = new AsyncLocalStorage<Records>();

/** Opens the records and brings them up to date. Throws `Refusal`: codes `store/records-…`, `store/migration-changed`. */
export async function openRecords(options: RecordsOptions = {}): Promise<Records> {
  const { databaseUrl } = options;
  if (databaseUrl !== undefined) checkAddress(databaseUrl);
  const migrations = await listMigrations();
  const embedded = databaseUrl === undefined ? await startEmbedded(options.folder, migrations) : undefined;
  const pool = new pg.Pool({
    // idleTimeoutMillis 0: the embedded store’s one connection stays.
    ...(embedded
      ? { host: embedded.host, user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 }
      : { connectionString: databaseUrl, max: 10 }),
    types: TYPES,
  });
  // An idle connection that the server drops is replaced by the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  // Not on a server: between it and us may stand one that hands connections round.
  if (embedded) pool.on('connect', keepPlans);
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool, ...(embedded ? {} : { onCreateConnection: withoutCompiling }) }),
    log: ({ query }) => tellStatement('records', query.sql),
  });
  const state: Inside = { db, embedded, databaseUrl, closed: undefined };
  try {
    await checkServer(db);
    await migrate(db, migrations);
    await embedded?.finished();
    const engine = embedded ? 'embedded' : 'server';
    const login: Login = embedded ? { name: 'postgres', unbound: 'embedded' } : await loginOf(db);
    return { engine, policiesAreBoundary: login.unbound === undefined, login, [inside]: state };
  } catch (error) {
    await close(state);
    throw error;
  }
}

/**
 * A server compiles a statement that it guesses to be long, and guesses policies to be: pages would wait longer for the
 * compiler than for their rows. Statements here are short and seldom the same twice, and what is compiled is not kept.
 */
async function withoutCompiling(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw('set jit = off'));
}

/** Ends connections, writes what PGlite still holds and gives the folder back. A second call waits for the first. */
export async function closeRecords(records: Records): Promise<void> {
  return close(records[inside]);
}

async function close(state: Inside): Promise<void> {
  state.closed ??= state.db.destroy().then(() => state.embedded?.stop());
  return state.closed;
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * ONLY `access` CALLS THIS: it begins as the connection’s own login, before any actor or role is set.
 */
export async function beginTransaction<T>(records: Records, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (opened.getStore() === records) throw nested();
  return opened.run(records, () => records[inside].db.transaction().execute(work));
}

/**
 * Runs one statement in a transaction of its own, in one question to the database: for one that takes a role on itself.
 * ONLY `access` CALLS THIS, as with `beginTransaction`.
 */
export async function askRecords<T>(records: Records, query: RawBuilder<T>): Promise<QueryResult<T>> {
  if (opened.getStore() === records) throw nested();
  return query.execute(records[inside].db);
}

function nested(): Error {
  return broken('store/nested-transaction', 'a transaction was begun inside another; use the tx that work was given');
}

/** Most values and ranges that statistics tell of a column: from 3,000 rows, where the usual 100 read 30,000 and take a second. */
const STATISTICS = 10;

/**
 * Makes the space of rows of these tables that were deleted, and of words that were taken out, usable again, and refreshes the planner’s statistics.
 * A server does so by itself; PGlite has no background workers.
 */
export async function reclaimSpace(records: Records, tables: readonly string[]): Promise<void> {
  if (records.engine !== 'embedded') return;
  const { db } = records[inside];
  // One after another: its one session is whoever’s is next in between.
  for (const table of tables) {
    await sql`vacuum ${sql.table(table)}`.execute(db);
    await db.transaction().execute(async (tx) => {
      await sql`set local default_statistics_target = ${sql.lit(STATISTICS)}`.execute(tx);
      await sql`analyze ${sql.table(table)}`.execute(tx);
    });
  }
}

/** The lease called `name`, or undefined where another process with these records has it. */
export async function takeLease(records: Records, name: string): Promise<Lease | undefined> {
  const { databaseUrl } = records[inside];
  return databaseUrl === undefined ? OWN_LEASE : takeServerLease(databaseUrl, name);
}

/** Whether the server of these records was not there to answer. An embedded store that is gone does not come back. */
export function isUnreachable(records: Records, error: unknown): boolean {
  return records.engine === 'server' && isDisconnection(error);
}

/** The database itself, without actor or policy: for the migrated schema’s own tests and type generation. */
export function databaseOf(records: Records): Kysely<DB> {
  return records[inside].db;
}

/** Dates stay `YYYY-MM-DD`, moments become `Instant`: a `Date` would bring the machine’s time zone. */
const PARSERS = new Map<number, (text: string) => string>([
  [pg.types.builtins.DATE, String],
  [pg.types.builtins.TIMESTAMPTZ, instantText],
]);
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

/** The last moment that was read: the rows of a list came in few of them, and each is looked at closely. */
let last = { text: '', instant: '' };

// PostgreSQL writes `2024-09-03 16:00:00.5+00`, the offset with minutes only where it has some.
function instantText(text: string): string {
  if (text === last.text) return last.instant;
  const rfc3339 = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  const instant = findInstant(rfc3339);
  if (!instant) throw broken('store/not-an-instant', text);
  last = { text, instant };
  return instant;
}
