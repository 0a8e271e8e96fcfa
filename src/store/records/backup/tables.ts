import { broken } from '#kernel';
import { sql, type Kysely, type Transaction } from 'kysely';

/** A table as a backup keeps it. Names and types are as SQL writes them, with their schema. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
};

type Found = Table & { readonly needs: readonly string[] };

/** Settings of one transaction: every engine writes and reads values as the same text, and row security hides nothing. */
export async function plainly<T>(tx: Transaction<T>): Promise<void> {
  await sql`select
    set_config('search_path', '', true),
    set_config('TimeZone', 'UTC', true),
    set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'iso_8601', true),
    set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true),
    set_config('statement_timeout', '0', true),
    set_config('row_security', 'off', true)`.execute(tx);
}

/** All tables of the records, each after those that it refers to. `plainly` comes first. */
export async function listTables<T>(db: Kysely<T>): Promise<readonly Table[]> {
  const { rows } = await sql<Found>`
    select c.oid::regclass::text as name,
      array(select quote_ident(attname) from pg_catalog.pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select format_type(atttypid, atttypmod) from pg_catalog.pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as types,
      array(select distinct confrelid::regclass::text from pg_catalog.pg_constraint
            where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|public$)'
      and c.oid <> 'kith.migration'::regclass
    order by 1`.execute(db);
  return inOrder(rows);
}

function inOrder(found: readonly Found[]): readonly Table[] {
  const ordered: Table[] = [];
  const waiting = [...found];
  while (waiting.length > 0) {
    const placed = new Set(ordered.map(({ name }) => name));
    const at = waiting.findIndex(({ needs }) => needs.every((name) => placed.has(name)));
    if (at < 0) throw broken('store/tables-in-a-circle', waiting.map(({ name }) => name).join(', '));
    ordered.push(...waiting.splice(at, 1).map(({ name, columns, types }) => ({ name, columns, types })));
  }
  return ordered;
}

export async function countRows<T>(db: Kysely<T>, { name }: Table): Promise<number> {
  const { rows } = await sql<{ rows: string }>`select count(*) as rows from ${sql.raw(name)}`.execute(db);
  return Number(rows[0]?.rows);
}

/** What the next number of an identity column follows; absent where none was given yet. */
export type Sequence = { readonly name: string; readonly last: string };

export async function listSequences<T>(db: Kysely<T>): Promise<readonly Sequence[]> {
  const { rows } = await sql<Sequence>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_catalog.pg_sequences
    where schemaname !~ '^(pg_|information_schema$|public$)' and last_value is not null order by 1`.execute(db);
  return rows;
}
