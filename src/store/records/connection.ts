import { messageOf, Refusal } from '#kernel';
import { sql, type Kysely } from 'kysely';

/** Who this process is to the database, and whether the policies bind it. */
export type Login = {
  readonly name: string;
  /**
   * Why the policies are no boundary for this login; undefined where they are one: a server’s login that owns nothing,
   * is no superuser, may not go round the policies and may not become someone who could.
   */
  readonly unbound: 'embedded' | 'superuser' | 'bypass' | 'owner' | undefined;
};

/** Refuses what is no PostgreSQL 15 or newer, or no address of one. */
export async function checkServer<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::integer as version`
    .execute(db)
    .catch((cause: unknown) => {
      throw new Refusal(
        'store/records-unreachable',
        `The records database cannot be reached (${messageOf(cause)}). Check that it is running and that DATABASE_URL is right.`,
        { cause },
      );
    });
  if ((rows[0]?.version ?? 0) >= 150_000) return;
  throw new Refusal('store/records-too-old', 'The records database is older than PostgreSQL 15. Use 15 or newer.');
}

/** No message repeats the address: a password may stand in it. */
export function checkAddress(databaseUrl: string): void {
  if (/^postgres(ql)?:\/\/./.test(databaseUrl)) return;
  throw new Refusal(
    'store/records-address',
    'DATABASE_URL is not the address of a PostgreSQL database. Write it like postgres://login:password@host:5432/database.',
  );
}

/** What the login may do, or may become: a role that it can take counts as its own. */
export async function loginOf<T>(db: Kysely<T>): Promise<Login> {
  const { rows } = await sql<{ name: string; superuser: boolean; bypass: boolean; owner: boolean }>`
    select session_user::text as name,
      bool_or(role.rolsuper) as superuser,
      bool_or(role.rolbypassrls) as bypass,
      bool_or(exists (
        select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where relowner = role.oid and nspname !~ '^(pg_|information_schema$)')
        or exists (select from pg_database where datname = current_database() and datdba = role.oid)) as owner
    from pg_roles as role where pg_has_role(session_user, role.oid, 'member')`.execute(db);
  const [found] = rows;
  if (!found) return { name: 'unknown', unbound: 'owner' };
  const unbound = found.superuser ? 'superuser' : found.bypass ? 'bypass' : found.owner ? 'owner' : undefined;
  return { name: found.name, unbound };
}

/** Whether a server was not there to answer, which is no fault of what was asked: it may be started again. */
export function isDisconnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // 57P01 to 57P03: it is stopping or starting; class 08: the connection itself.
  if (/^(57P0[123]|08...|ECONN\w+|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/.test(code)) return true;
  return code === '' && /^(Connection terminated|Client has encountered a connection error)/.test(error.message);
}
