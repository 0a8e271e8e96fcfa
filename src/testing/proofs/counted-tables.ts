import { csvLine, type Clock } from '#kernel';
import type { OpenArea } from '#exchange/area-files';
import {
  absenceOf,
  askAbsence,
  askLedger,
  countAccount,
  ledgerOf,
  tallyAbsenceGroupings,
  tallyGroupings,
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
  const tables: Record<string, string> = {
    'ledger by child': printed((await askLedger(asking, 'child')).table),
    'absence by enrolment': printed((await askAbsence(asking, 'enrolment')).table),
  };
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
