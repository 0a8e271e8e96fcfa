import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, Warehouse, type Row } from '#store';
import type { LedgerTable } from '../account.ts';
import type { Folded } from '../folded/open-folded.ts';
import { clearChildRows, emptyChildRows } from './child-rows.ts';
import { handOver, makeRowFolders, readBlocks, writeRows } from './count-part.ts';
import { openCounter } from './counter.ts';
import { absenceOf, ledgerOf, tallyAbsenceGroupings, tallyGroupings } from './tables.ts';
import type { Tally } from './tally.ts';

/** Warehouses side by side, so that one part is read and another written while a third is counted. */
export type Hands = {
  readonly reader: Warehouse;
  /** Where rows are written: two, since one is filled while the other writes. */
  readonly writing: { readonly folder: string; readonly writers: readonly [Warehouse, Warehouse] } | undefined;
};

/** Opens them over some folders, with writers where there is a folder `to`; `memoryLimit`, for example `1GiB`, is of each. */
export async function withHands<T>(
  folders: readonly string[],
  memoryLimit: string,
  to: string | undefined,
  work: (hands: Hands) => Promise<T>,
): Promise<T> {
  const opened: Warehouse[] = [];
  const open = async (): Promise<Warehouse> => {
    const warehouse = await Warehouse.open({ folders: to === undefined ? folders : [...folders, to], memoryLimit });
    opened.push(warehouse);
    return warehouse;
  };
  try {
    const reader = await open();
    const writing = to === undefined ? undefined : { folder: to, writers: [await open(), await open()] as const };
    return await work({ reader, writing });
  } finally {
    for (const warehouse of opened) warehouse.close();
  }
}

/**
 * Counts a folded register up to a day (days from 1 September; before it: nothing), and writes the rows of children and
 * enrolments, where they are to be written.
 */
export async function countYear(
  { reader, writing: wanted }: Hands,
  folded: Folded,
  asOfDay: number,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Tally> {
  if (wanted) await makeRowFolders(wanted.folder);
  const { parts } = folded;
  const counter = openCounter(folded, asOfDay);
  const most = (of: (part: (typeof parts)[number]) => number): number => Math.max(0, ...parts.map(of));
  const rows = emptyChildRows(
    most(({ children }) => children),
    most(({ enrolments }) => enrolments),
  );
  const total = parts.reduce((sum, { children }) => sum + children, 0);
  let done = 0;
  let reading = readPart(reader, folded, 0);
  let writing = Promise.resolve();
  for (const [at, { part, children }] of parts.entries()) {
    const blocks = await reading;
    reading = readPart(reader, folded, at + 1);
    clearChildRows(rows);
    for (const words of blocks) counter.count(words, rows);
    if (wanted) {
      const writer = wanted.writers[at % 2 === 0 ? 0 : 1];
      await handOver(writer, rows);
      await writing;
      writing = writeRows(writer, folded, part, wanted.folder);
      // It is awaited a part later, where its fault is heard: until then it is not one that nobody handles.
      writing.catch(() => undefined);
    }
    done += children;
    onProgress(done, total);
  }
  await writing;
  return counter.settle();
}

async function readPart(reader: Warehouse, folded: Folded, at: number): Promise<readonly Uint32Array[]> {
  const next = folded.parts[at];
  return next ? readBlocks(reader, folded, next.part) : [];
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
  const valueOf = (row: Row, column: string): string | number =>
    column === key ? String(row[column]) : Number(row[column]);
  await warehouse.appendRows(
    'counted_group',
    table.rows.map((row) => columns.map((column) => valueOf(row, column))),
  );
  const file = join(folder, `${name.replaceAll('-', '_')}.parquet`);
  await warehouse.run(`copy counted_group to ${quoted(file)} (format parquet, compression zstd)`);
}
