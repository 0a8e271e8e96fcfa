import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { messageOf, type Rejection } from '#kernel';

/** A CSV file as text cells, each row with the line it ends on. */
export type Table = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The CSV as it came, unpacked. */
  readonly bytes: Uint8Array;
};
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type ReadTable = { readonly kind: 'table'; readonly table: Table } | Refused;
export type Refused = { readonly kind: 'refused'; readonly problems: readonly Rejection[] };

/** The largest file Kith reads, unpacked: room for every authority and year, not for every school. */
const LARGEST_FILE = 200 * 1024 * 1024;

const unpack = promisify(gunzip);

/** Reads a `.csv` or `.csv.gz` file in UTF-8. What cannot be read is refused whole, with what to do. */
export async function readTable(path: string): Promise<ReadTable> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > LARGEST_FILE) return refuse(file, 'too-large', TOO_LARGE);
    bytes = await readFile(path);
  } catch (error) {
    return refuse(
      file,
      'unreadable',
      `Kith cannot open this file (${messageOf(error)}). Check its name and try again.`,
    );
  }
  return readTableBytes(file, bytes);
}

/** As `readTable`, from bytes already in hand. Gzip is known by its first two bytes (RFC 1952 §2.3.1). */
export async function readTableBytes(file: string, packed: Uint8Array): Promise<ReadTable> {
  let bytes = packed;
  if (packed[0] === 0x1f && packed[1] === 0x8b) {
    try {
      bytes = await unpack(packed, { maxOutputLength: LARGEST_FILE });
    } catch (error) {
      const tooLarge = error instanceof RangeError;
      return refuse(file, tooLarge ? 'too-large' : 'damaged', tooLarge ? TOO_LARGE : DAMAGED);
    }
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      file,
      'not-text',
      'This file is not UTF-8 text. Download the CSV from Explore education statistics again.',
    );
  }
  try {
    const lines: number[] = [];
    const [header, ...records] = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], context) => {
        lines.push(context.lines);
        return record;
      },
    });
    if (!header) return refuse(file, 'empty', 'This file is empty. Download it again.');
    const columns = header.map((column) => column.trim());
    const rows = records.map((cells, index) => ({ line: lines[index + 1] ?? 0, cells }));
    return { kind: 'table', table: { file, columns, rows, bytes } };
  } catch (error) {
    const problem = `This file is not a CSV that Kith can read (${messageOf(error)}). Download it again.`;
    return refuse(file, 'not-csv', problem, lineIn(error));
  }
}

const TOO_LARGE = 'This file is larger than 200 MB. Choose the file without school rows.';
const DAMAGED = 'This file is cut short or damaged. Download it again.';

function refuse(file: string, fault: string, problem: string, line = 1): Refused {
  return { kind: 'refused', problems: [{ file, line, column: '', value: '', fault, problem }] };
}

function lineIn(error: unknown): number {
  return error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
}
