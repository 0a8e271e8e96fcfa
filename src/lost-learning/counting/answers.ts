import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId, type Clock } from '#kernel';
import { quoted, type Warehouse } from '#store';
import { absenceBy, absenceColumns, type AbsenceGrouping } from '../absence.ts';
import { buildAccount, ledgerBy, ledgerColumns, type Grouping, type LedgerTable } from '../account.ts';
import type { Answered, Question } from '../question.ts';
import { countAccount, type CountProgress, type CountSource } from './count-account.ts';
import { absenceOf, ledgerOf } from './tables.ts';

/** A table of the account with the question that it answers. */
export type AnsweredTable = { readonly answered: Answered; readonly table: LedgerTable };

export type Asking = {
  readonly source: CountSource;
  readonly question: Question;
  readonly clock: Clock;
  readonly onProgress: CountProgress;
};

/** The account of an area by one grouping: counted, or with SQL where time is what it is grouped by in a way of its own. */
export async function askLedger(asking: Asking, by: Grouping): Promise<AnsweredTable> {
  const { source, question, clock } = asking;
  if (by === 'half-term' || by === 'term') {
    const answered = await buildAccount(source.warehouse, question, clock, source.packed);
    return { answered, table: await ledgerBy(source.warehouse, by) };
  }
  if (by === 'child') return askRows(asking, 'child', ledgerColumns(by), 'encode(upn)');
  const { answered, tally, folded } = await countAccount(source, question, clock, asking);
  return { answered, table: ledgerOf(tally, folded, by) };
}

/** The published measures of an area by one grouping, likewise. */
export async function askAbsence(asking: Asking, by: AbsenceGrouping): Promise<AnsweredTable> {
  const { source, question, clock } = asking;
  if (by === 'half-term' || by === 'term') {
    const answered = await buildAccount(source.warehouse, question, clock, source.packed);
    return { answered, table: await absenceBy(source.warehouse, by) };
  }
  if (by === 'enrolment') {
    return askRows(asking, 'enrolment', absenceColumns(by), 'encode(cast(urn as varchar)), encode(upn)');
  }
  const { answered, tally, folded } = await countAccount(source, question, clock, asking);
  return { answered, table: absenceOf(tally, folded, by) };
}

/** Rows of children go through files, as they do where there are millions, into a folder that is gone afterwards. */
async function askRows(
  { source, question, clock, onProgress }: Asking,
  name: 'child' | 'enrolment',
  columns: readonly string[],
  order: string,
): Promise<AnsweredTable> {
  const to = join(source.scratch, `rows-${randomId()}`);
  await mkdir(to, { recursive: true });
  try {
    const { answered, folded } = await countAccount(source, question, clock, { to, onProgress });
    const rows = folded.parts.length === 0 ? [] : await rowsIn(source.warehouse, join(to, name), columns, order);
    return { answered, table: { columns, rows } };
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}

async function rowsIn(
  warehouse: Warehouse,
  folder: string,
  columns: readonly string[],
  order: string,
): Promise<LedgerTable['rows']> {
  return warehouse.rows(
    `select ${columns.join(', ')} from read_parquet(${quoted(join(folder, '*.parquet'))}) order by ${order}`,
  );
}
