import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine, type Clock } from '#kernel';
import { quoted } from '#store';
import type { OpenArea } from '#exchange/area-files';
import {
  absenceColumns,
  absenceOf,
  askAbsence,
  askLedger,
  countAccount,
  ledgerColumns,
  ledgerOf,
  tallyAbsenceGroupings,
  tallyGroupings,
  type Counted,
  type LedgerTable,
  type Question,
} from '#lost-learning';

/** Every table of an area for a question that the counted account has, by the names that allTables gives them. */
export async function countedTables(
  open: OpenArea,
  question: Question,
  clock: Clock,
): Promise<Readonly<Record<string, string>>> {
  const asking = { source: open, question, clock, onProgress: () => undefined };
  const { folded, tally } = await countAccount(open, question, clock);
  const tables = {
    'ledger by child': printed((await askLedger(asking, 'child')).table),
    'absence by enrolment': printed((await askAbsence(asking, 'enrolment')).table),
  };
  return { ...tables, ...sumTables({ folded, tally }) };
}

/** The same counted by two threads, with the rows as they wrote them. */
export async function tablesOfThreads(
  open: OpenArea,
  question: Question,
  clock: Clock,
): Promise<Readonly<Record<string, string>>> {
  const to = join(open.scratch, 'threads');
  await mkdir(to);
  const counted = await countAccount(open, question, clock, { to, processors: 2 });
  const written = async (folder: string, columns: readonly string[], order: string): Promise<string> => {
    const files = quoted(join(to, folder, '*.parquet'));
    const sql = `select ${columns.join(', ')} from read_parquet(${files}) order by ${order}`;
    return printed({ columns, rows: counted.folded.parts.length === 0 ? [] : await open.warehouse.rows(sql) });
  };
  const tables = {
    'ledger by child': await written('child', ledgerColumns('child'), 'encode(upn)'),
    'absence by enrolment': await written(
      'enrolment',
      absenceColumns('enrolment'),
      'encode(cast(urn as varchar)), encode(upn)',
    ),
    ...sumTables(counted),
  };
  await rm(to, { recursive: true });
  return tables;
}

function sumTables({ folded, tally }: Pick<Counted, 'folded' | 'tally'>): Readonly<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const by of tallyGroupings) tables[`ledger by ${by}`] = printed(ledgerOf(tally, folded, by));
  for (const by of tallyAbsenceGroupings) tables[`absence by ${by}`] = printed(absenceOf(tally, folded, by));
  return tables;
}

export function printed(table: LedgerTable): string {
  return (
    csvLine(table.columns) +
    table.rows.map((row) => csvLine(table.columns.map((name) => String(row[name] ?? '')))).join('')
  );
}
