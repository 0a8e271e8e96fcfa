import { basename } from 'node:path';
import { type Rejection, Refusal } from '#kernel';
import { quoted, type Warehouse } from '#store';
import { readCarefully, type CsvRecord } from './careful-csv.ts';
import type { Scan } from './scan.ts';

/** A file’s rows as they stand in it: relation `raw(line, c1 … cn)`, and the header that names the columns. */
export type RawRows = {
  readonly header: readonly string[];
  /** DuckDB type of each column: `VARCHAR` for text files, the file’s own for Parquet. */
  readonly types: readonly string[];
  readonly rejections: readonly Rejection[];
};

const MOST_COLUMNS = 2_000;

/** Makes relation `raw` from a file that has been scanned. Throws Refusal where there is no header to go by. */
export async function loadRaw(warehouse: Warehouse, path: string, scan: Scan): Promise<RawRows> {
  if (scan.container === 'parquet') return loadParquet(warehouse, path);
  const name = basename(path);
  const gzipped = scan.container === 'csv.gz';
  const header = await readHeader(path, gzipped);
  const columns = header.map((_, index) => `c${index + 1}`);
  const types = header.map(() => 'VARCHAR');
  const quick = !scan.awkward && (await loadQuickly(warehouse, path, gzipped, columns, scan.lines - 1));
  const rejections = quick ? [] : await loadSlowly(warehouse, path, name, gzipped, columns);
  await warehouse.run('create or replace temp view raw as from raw_text');
  return { header, types, rejections };
}

/** DuckDB’s own reader: quick, and exact about lines only where each record is one line. False where it was not so. */
export async function loadQuickly(
  warehouse: Warehouse,
  path: string,
  gzipped: boolean,
  columns: readonly string[],
  expected: number,
): Promise<boolean> {
  const struct = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
  const source = `read_csv(${quoted(path)}, header = false, skip = 1, delim = ',', quote = '"', escape = '"',
    columns = {${struct}}, auto_detect = false, strict_mode = true, null_padding = false,
    compression = '${gzipped ? 'gzip' : 'none'}')`;
  try {
    await warehouse.run(
      `create or replace temp table raw_text as select row_number() over () + 1 as line, * from ${source}`,
    );
  } catch {
    return false; // the careful reader says what is wrong, and with which line
  }
  const { rows } = await warehouse.row<{ rows: number }>('select count(*) as rows from raw_text');
  return rows === expected;
}

export async function loadSlowly(
  warehouse: Warehouse,
  path: string,
  name: string,
  gzipped: boolean,
  columns: readonly string[],
): Promise<readonly Rejection[]> {
  const declared = columns.map((column) => `${column} VARCHAR`).join(', ');
  await warehouse.run(`create or replace temp table raw_text (line BIGINT, ${declared})`);
  const rejections: Rejection[] = [];
  let headerSeen = false;
  for await (const records of readCarefully(path, gzipped)) {
    const rows: [number, ...string[]][] = [];
    for (const record of records) {
      if (!headerSeen) {
        headerSeen = true;
      } else if (record.kind === 'record' && record.fields.length === columns.length) {
        rows.push([record.line, ...record.fields]);
      } else {
        rejections.push(rejected(name, record, columns.length));
      }
    }
    await warehouse.appendTexts('raw_text', columns.length, rows);
  }
  return rejections;
}

function rejected(file: string, record: CsvRecord, columns: number): Rejection {
  if (record.kind === 'record') {
    const problem = `The row has ${record.fields.length} values and the header has ${columns}. Check for a missing or extra comma, and put text with commas in quotes.`;
    return {
      file,
      line: record.line,
      column: '',
      value: record.fields.join(',').slice(0, 40),
      fault: 'columns',
      problem,
    };
  }
  const problem =
    record.fault === 'quotes'
      ? 'A quote is opened and not closed before the next comma. Close it, or write "" for a quote inside text.'
      : 'The line is longer than a million characters. Check the export for a missing line end.';
  return { file, line: record.line, column: '', value: record.start, fault: record.fault, problem };
}

async function readHeader(path: string, gzipped: boolean): Promise<readonly string[]> {
  const name = basename(path);
  for await (const [first] of readCarefully(path, gzipped)) {
    if (!first) continue;
    if (first.kind !== 'record' || first.line !== 1) break;
    if (first.fields.length > MOST_COLUMNS) {
      throw new Refusal(
        'file/too-wide',
        `${name} has ${first.fields.length} columns; Kith reads up to ${MOST_COLUMNS}. Check that it is the right file.`,
      );
    }
    if (first.fields.some((field) => field.includes('\r'))) {
      throw new Refusal(
        'file/line-ends',
        `${name} ends its lines in an old way (a carriage return alone), so that all of it reads as one line. Save it as “CSV UTF-8” and try again.`,
      );
    }
    return first.fields;
  }
  throw new Refusal(
    'file/no-header',
    `${name} does not start with a header line. Its first line must name the columns.`,
  );
}

async function loadParquet(warehouse: Warehouse, path: string): Promise<RawRows> {
  const name = basename(path);
  try {
    await warehouse.run(
      `create or replace temp view raw_file as select * from read_parquet(${quoted(path)}, file_row_number = true)`,
    );
  } catch (error) {
    throw new Refusal(
      'file/not-parquet',
      `${name} cannot be read as Parquet: it is damaged or not whole. Copy or export it again.`,
      { cause: error },
    );
  }
  const described = await warehouse.rows<{ column_name: string; column_type: string }>('describe raw_file');
  const columns = described.filter((column) => column.column_name !== 'file_row_number');
  const list = columns.map((column, index) => `"${column.column_name.replaceAll('"', '""')}" as c${index + 1}`);
  await warehouse.run(
    `create or replace temp view raw as select file_row_number + 1 as line, ${list.join(', ')} from raw_file`,
  );
  return {
    header: columns.map((column) => column.column_name),
    types: columns.map((column) => column.column_type),
    rejections: [],
  };
}
