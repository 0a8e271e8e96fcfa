import pg from 'pg';

/** The right to do one thing while no other process with the same records does it. */
export type Lease = {
  /** False once the server has ended it, as after a restart: whoever held it must stop. */
  readonly holds: () => boolean;
  readonly release: () => Promise<void>;
};

/** An embedded store has one process, which holds every lease of it. */
export const OWN_LEASE: Lease = { holds: () => true, release: () => Promise.resolve() };

/**
 * Takes the lease called `name` in this database, or undefined where another process has it. It is an advisory lock on
 * a connection of its own: however this process ends, its server frees it. No clock has to agree with another.
 */
export async function takeServerLease(databaseUrl: string, name: string): Promise<Lease | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  let holds = true;
  client.on('error', () => (holds = false));
  client.on('end', () => (holds = false));
  await client.connect();
  try {
    // A server may end sessions that say nothing; this one says nothing for as long as the work takes.
    await client.query('set idle_session_timeout = 0');
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 75105116104)) as taken',
      [`kith ${name}`],
    );
    if (rows[0]?.taken === true) return { holds: () => holds, release: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return undefined;
}
