import { appendFile } from 'node:fs/promises';
import { csvLine } from '#kernel';
import { quoted, type AreaFolder, type ReceivedFile, type Warehouse } from '#store';
import type { Findings } from './findings.ts';
import type { FindingCount } from './kept-findings.ts';
import { parsedPath } from './received.ts';
import { getFormat, type FileKind } from './formats.ts';
import { REJECTION_COLUMNS, rejectionLine } from './to-mend.ts';

/** The first rows of a file as they will be read: only columns in which any of them has a value. */
export type FirstRows = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Schools that a file speaks of, by name where the area knows it. */
export type SchoolNamed = { readonly urn: number; readonly name: string | null };

const ROWS_SHOWN = 5;
const SCHOOLS_SHOWN = 4;

/** What was found in the file at one place of the manifest, under the file’s own name. */
export function findingsOf(
  all: readonly FindingCount[],
  file: Pick<ReceivedFile, 'position'>,
  name: string,
): readonly FindingCount[] {
  return all.filter((one) => one.file === String(file.position)).map((one) => ({ ...one, file: name }));
}

/** Rows that cannot be used at all in this view, though each could be read: their marks, spells, days are not counted. */
export async function countUnusable(
  warehouse: Warehouse,
  kind: FileKind,
  file: Pick<ReceivedFile, 'position'>,
): Promise<number> {
  if (kind === 'schools') return 0;
  if (kind !== 'marks') {
    const faults = kind === 'roll' ? 'spell_fault' : 'removal_fault';
    return (
      await warehouse.row<{ n: number }>(
        `select count(distinct line) as n from ${faults} where file_no = ${file.position}`,
      )
    ).n;
  }
  return (
    await warehouse.row<{ n: number }>(
      `select count(*) as n
       from (select line, count(*) as cells, bool_or(column_name = 'urn') as whole from mark_fault
             where file_no = ${file.position} group by line) as faulty
       join received_mark on received_mark.file_no = ${file.position} and received_mark.line = faulty.line
       where faulty.whole or faulty.cells >= (case when am is null then 0 else 1 end) + (case when pm is null then 0 else 1 end)`,
    )
  ).n;
}

export async function readFirstRows(
  warehouse: Warehouse,
  area: AreaFolder,
  file: Pick<ReceivedFile, 'sha256' | 'kind'>,
  kind: FileKind,
): Promise<FirstRows> {
  const names = getFormat(kind).columns.map((column) => column.name);
  const rows = await warehouse.rows(
    `select ${names.join(', ')} from read_parquet(${quoted(parsedPath(area, file))}) order by line, ${names.join(', ')} limit ${ROWS_SHOWN}`,
  );
  const columns = names.filter((name) => rows.some((row) => row[name] != null));
  return { columns, rows: rows.map((row) => columns.map((name) => textOf(row[name]))) };
}

export async function listSchoolsOf(
  warehouse: Warehouse,
  area: AreaFolder,
  file: Pick<ReceivedFile, 'sha256' | 'kind'>,
): Promise<{ readonly named: readonly SchoolNamed[]; readonly count: number }> {
  const rows = await warehouse.rows<SchoolNamed & { count: number }>(
    `select urn, school.name as name, count(*) over () as count
     from (select distinct urn from read_parquet(${quoted(parsedPath(area, file))})) 
     left join (select urn, arg_max(name, seq) as name from received_school group by urn) as school using (urn)
     order by urn limit ${SCHOOLS_SHOWN}`,
  );
  return { named: rows.map(({ urn, name }) => ({ urn, name })), count: rows[0]?.count ?? 0 };
}

/** Writes every rejection of the incoming files, one CSV a file, safe to open in a spreadsheet. */
export async function writeRejectionLists(
  findings: Findings,
  files: readonly { readonly position: number; readonly name: string; readonly path: string }[],
): Promise<void> {
  for (const file of files) await appendFile(file.path, csvLine(REJECTION_COLUMNS));
  for await (const batch of findings.rejections()) {
    for (const file of files) {
      const lines = batch
        .filter((one) => one.file === String(file.position))
        .map((one) => rejectionLine({ ...one, file: file.name }));
      if (lines.length > 0) await appendFile(file.path, lines.join(''));
    }
  }
}

function textOf(value: string | number | boolean | null | undefined): string {
  if (value == null) return '';
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return String(value);
}
