import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { messageOf, Refusal } from '#kernel';

/** A CSV as text: its columns, and each record with the line it begins on (the header stands on the first). */
export type CsvFile = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly records: readonly CsvRecord[];
};
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** A value that cannot be used: where it stands and what to do. */
export type Problem = {
  readonly line: number;
  /** Counted from 1; `name` is what the header calls it. */
  readonly column: number;
  readonly name: string;
  readonly value: string;
  readonly problem: string;
};

export const STANDARD_INPUT = '-';

/** Reads a whole CSV in UTF-8 (RFC 4180; any line ends, a byte order mark or none), or standard input for `-`. */
export async function readCsvFile(path: string): Promise<CsvFile> {
  const file = path === STANDARD_INPUT ? 'standard input' : basename(path);
  const text = decoded(file, path === STANDARD_INPUT ? await standardInput() : await bytesOf(path));
  if (text.trim() === '') throw new Refusal('file/empty', `${file} is empty. Check that it has a header line.`);
  const [header, ...records] = recordsOf(file, text);
  return { file, columns: (header?.cells ?? []).map((name) => name.trim()), records };
}

/** Refuses a file whole, with the place of each problem. The first few are told; putting those right shows the rest. */
export function refuseProblems(file: string, problems: readonly Problem[]): never {
  const told = problems.slice(0, TOLD).map(({ line, column, name, value, problem }) => {
    const label = name === '' ? '' : ` (${name})`;
    return `  ${file}, line ${line}, column ${column}${label}: “${shortened(value)}”. ${problem}`;
  });
  const more = problems.length > TOLD ? [`  and ${problems.length - TOLD} more.`] : [];
  throw new Refusal('table/refused', [`${file} cannot be used:`, ...told, ...more].join('\n'));
}

const TOLD = 12;

// A value from a file must not move the cursor or fill the screen.
function shortened(value: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = value.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '·');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw new Refusal('file/not-found', `${path} cannot be opened: ${messageOf(error)}. Check the name.`);
  });
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decoded(file: string, bytes: Uint8Array): string {
  // Spreadsheets are zip archives, which begin with PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    throw new Refusal('file/spreadsheet', `${file} is a spreadsheet or a zip. Save the sheet as “CSV UTF-8”.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('file/not-utf8', `${file} is not UTF-8 text. Save it as “CSV UTF-8” and try again.`);
  }
  if (text.includes('\0')) throw new Refusal('file/not-text', `${file} is not text. Save it as “CSV UTF-8”.`);
  return text;
}

function recordsOf(file: string, text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  // csv-parse counts a carriage return and line feed inside quotes as two lines. `end` is where the last record ended.
  let [pairs, end] = [0, 0];
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        pairs += breaksIn(cells, /\r\n/g);
        end = lines - pairs;
        records.push({ line: end - breaksIn(cells, /\r\n|\n|\r/g), cells });
        return null;
      },
    });
  } catch (error) {
    // A quotation mark that is never closed runs to the end of the file: what counts is where it began.
    const open = textIn(error, 'code') === 'CSV_QUOTE_NOT_CLOSED';
    const line = open ? end + 1 : (numberIn(error, 'lines') ?? 1) - pairs;
    const column = open ? 1 : (numberIn(error, 'column') ?? 0) + 1;
    const problem = 'A quotation mark is not closed, or stands inside a text: close it, or double it.';
    refuseProblems(file, [{ line, column, name: '', value: lineOf(text, line), problem }]);
  }
  return records;
}

function breaksIn(cells: readonly string[], pattern: RegExp): number {
  return cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);
}

function numberIn(error: unknown, key: string): number | undefined {
  const value = partOf(error, key);
  return typeof value === 'number' ? value : undefined;
}

function textIn(error: unknown, key: string): string | undefined {
  const value = partOf(error, key);
  return typeof value === 'string' ? value : undefined;
}

function partOf(error: unknown, key: string): unknown {
  return error instanceof Error ? Reflect.get(error, key) : undefined;
}

function lineOf(text: string, line: number): string {
  return text.split(/\r\n|\n|\r/)[line - 1] ?? '';
}
