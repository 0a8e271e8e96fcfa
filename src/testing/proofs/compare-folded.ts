import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine, dayNumber, firstDay } from '#kernel';
import type { OpenArea } from '#exchange/area-files';
import { listPacked, packRegister } from '#register';
import {
  absenceBy,
  absenceOf,
  buildAccount,
  countYear,
  findFolded,
  foldYear,
  ledgerBy,
  ledgerOf,
  tallyAbsenceGroupings,
  tallyGroupings,
  withHands,
  type Answered,
  type LedgerTable,
} from '#lost-learning';
import { randomArea, randomQuestion, today } from '../index.ts';
import { clock, opened, questionOf } from './compare-area.ts';

/** The tables in which the SQL and the counted folded register differ, for the usual question and a random one. */
export async function foldedDifferences(seed: number): Promise<readonly string[]> {
  const open = await opened(randomArea(seed));
  try {
    const wrong: string[] = [];
    for (const asked of [{ today }, { ...randomQuestion(seed), today }]) {
      const question = questionOf(asked);
      const answered = await buildAccount(open.warehouse, question, clock);
      if (answered.asOf === null) continue;
      const bySql = await sqlTables(open);
      const counted = await countedTables(open, answered);
      for (const [name, text] of Object.entries(bySql)) {
        if (counted[name] !== text) wrong.push(`area ${seed}, ${JSON.stringify(asked)}, ${name}`);
      }
    }
    return wrong;
  } finally {
    await open.close();
  }
}

type Tables = Readonly<Record<string, string>>;

async function sqlTables({ warehouse }: OpenArea): Promise<Tables> {
  const tables: Record<string, string> = {};
  for (const by of ['child', ...tallyGroupings] as const) tables[`ledger ${by}`] = printed(await ledgerBy(warehouse, by));
  for (const by of ['enrolment', ...tallyAbsenceGroupings] as const) {
    tables[`absence ${by}`] = printed(await absenceBy(warehouse, by));
  }
  return tables;
}

async function countedTables({ warehouse, area }: OpenArea, { year, asOf, knownAt }: Answered): Promise<Tables> {
  const folder = await mkdtemp(join(area.path, 'folded-'));
  try {
    await packRegister(warehouse, year, knownAt, join(folder, 'register'));
    const files = await listPacked(join(folder, 'register'), year);
    await foldYear(warehouse, year, knownAt, files, join(folder, 'folded'));
    const folded = await findFolded(warehouse, join(folder, 'folded'));
    if (!folded || asOf === null) throw new Error('nothing was folded');
    const asOfDay = dayNumber(asOf) - dayNumber(firstDay(year));
    const tally = await withHands([folder], '1GiB', (hands) => countYear(hands, folded, asOfDay, join(folder, 'out')));
    const tables: Record<string, string> = {};
    for (const by of tallyGroupings) tables[`ledger ${by}`] = printed(ledgerOf(tally, folded, by));
    for (const by of tallyAbsenceGroupings) tables[`absence ${by}`] = printed(absenceOf(tally, folded, by));
    tables['ledger child'] = await written(warehouse, join(folder, 'out', 'child'), 'encode(upn)');
    tables['absence enrolment'] = await written(
      warehouse,
      join(folder, 'out', 'enrolment'),
      'encode(cast(urn as varchar)), encode(upn)',
    );
    return tables;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function written(warehouse: OpenArea['warehouse'], folder: string, order: string): Promise<string> {
  const rows = await warehouse.rows(`from read_parquet('${folder}/*.parquet') order by ${order}`).catch((error: unknown) => {
    if (String(error).includes('No files found')) return [];
    throw error;
  });
  return printed({ columns: Object.keys(rows[0] ?? {}), rows });
}

function printed(table: LedgerTable): string {
  if (table.rows.length === 0) return '';
  return (
    csvLine(table.columns) +
    table.rows.map((row) => csvLine(table.columns.map((name) => String(row[name] ?? '')))).join('')
  );
}
