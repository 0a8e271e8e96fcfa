import type { Tx } from '#store';
import { sql } from 'kysely';
import type { DataClass } from './purposes.ts';

/**
 * Whether whoever acts may read or do this, for the purpose of `tx`. Policies show nothing where not, which reads like
 * “there is none”: work that tells of it asks first.
 */
export async function mayNow(tx: Tx, wanted: DataClass): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select access.may(${wanted}) as may`.execute(tx);
  return rows[0]?.may ?? false;
}
