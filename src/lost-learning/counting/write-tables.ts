import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type Row, type Warehouse } from '#store';
import type { LedgerTable } from '../account.ts';
import type { Folded } from '../folded/open-folded.ts';
import type { Writing } from './hand.ts';
import { absenceCounts, ledgerOf, tallyAbsenceGroupings, tallyGroupings } from './tables.ts';
import type { Totals } from './totals.ts';

/** Writes every table that is a sum: one Parquet file each, named as its grouping, without rates. */
export async function writeTables({ writer, folder }: Writing, folded: Folded, totals: Totals): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const by of tallyGroupings) await writeTable(writer, folder, by, ledgerOf(totals, folded, by));
  for (const by of tallyAbsenceGroupings)
    await writeTable(writer, folder, `absence_${by}`, absenceCounts(totals, folded, by));
}

async function writeTable(warehouse: Warehouse, folder: string, name: string, table: LedgerTable): Promise<void> {
  const columns = table.columns.filter((column) => !column.endsWith('_percent'));
  const [key = ''] = columns;
  await warehouse.run(
    `create or replace temp table counted_group (${columns.map((column) => `${column} ${column === key ? 'VARCHAR' : 'BIGINT'}`).join(', ')})`,
  );
  const valueOf = (row: Row, column: string): string | number =>
    column === key ? String(row[column]) : Number(row[column]);
  await warehouse.appendRows(
    'counted_group',
    table.rows.map((row) => columns.map((column) => valueOf(row, column))),
  );
  const file = join(folder, `${name.replaceAll('-', '_')}.parquet`);
  await warehouse.run(`copy counted_group to ${quoted(file)} (format parquet, compression zstd)`);
}
