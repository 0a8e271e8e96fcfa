import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type Row, type Warehouse } from '#store';
import type { LedgerTable } from '../account.ts';
import type { Folded } from '../folded/open-folded.ts';
import { countPart, makeRowFolders } from './count-part.ts';
import { openCounter } from './counter.ts';
import { absenceOf, ledgerOf, tallyAbsenceGroupings, tallyGroupings } from './tables.ts';
import type { Tally } from './tally.ts';

/** Counts every part of a folded register up to a day, one after another, and writes the rows of children. */
export async function countYear(
  warehouse: Warehouse,
  folded: Folded,
  asOfDay: number,
  folder: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Tally> {
  await makeRowFolders(folder);
  const counter = openCounter(folded, asOfDay);
  const total = folded.parts.reduce((sum, { children }) => sum + children, 0);
  let done = 0;
  for (const part of folded.parts) {
    await countPart(warehouse, folded, part, counter, folder);
    done += part.children;
    onProgress(done, total);
  }
  return counter.settle();
}

/** Writes every table that is a sum: one Parquet file each, named as its grouping. */
export async function writeTables(warehouse: Warehouse, folded: Folded, tally: Tally, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const by of tallyGroupings) await writeTable(warehouse, folder, by, ledgerOf(tally, folded, by));
  for (const by of tallyAbsenceGroupings) {
    await writeTable(warehouse, folder, `absence_${by}`, absenceOf(tally, folded, by));
  }
}

async function writeTable(warehouse: Warehouse, folder: string, name: string, table: LedgerTable): Promise<void> {
  const columns = table.columns.filter((column) => !column.endsWith('_percent'));
  const [key = ''] = columns;
  await warehouse.run(
    `create or replace temp table counted_group (${columns.map((column) => `${column} ${column === key ? 'VARCHAR' : 'BIGINT'}`).join(', ')})`,
  );
  const valueOf = (row: Row, column: string): string | number => (column === key ? String(row[column]) : Number(row[column]));
  await warehouse.appendRows('counted_group', table.rows.map((row) => columns.map((column) => valueOf(row, column))));
  const file = join(folder, `${name.replaceAll('-', '_')}.parquet`);
  await warehouse.run(`copy counted_group to ${quoted(file)} (format parquet, compression zstd)`);
}
