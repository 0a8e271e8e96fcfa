import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';

/** One record of a CSV file, or a line that is none. Lines count from 1, the header included. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly line: number; readonly fields: readonly string[] }
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly fault: 'quotes' | 'too-long';
      readonly start: string;
    };

const LONGEST_RECORD = 1_000_000;
const MOST_LINES_IN_A_RECORD = 8;

/**
 * Reads any CSV with the line of every record (RFC 4180), for files too odd for the quick reader.
 * A quote that is never closed costs its own line and no more: reading goes on at the line after it.
 */
export async function* readCarefully(path: string, gzipped: boolean): AsyncGenerator<readonly CsvRecord[]> {
  const assembler = new Assembler();
  for await (const lines of physicalLines(path, gzipped)) {
    const records = lines.flatMap((line) => assembler.add(line));
    if (records.length > 0) yield records;
  }
  const rest = assembler.finish();
  if (rest.length > 0) yield rest;
}

type PhysicalLine = { readonly number: number; readonly text: string; readonly tooLong: boolean };

/** Joins lines while a quote is open, and gives up on a record that grows beyond reason. */
class Assembler {
  #waiting: PhysicalLine[] = [];

  add(line: PhysicalLine): readonly CsvRecord[] {
    this.#waiting.push(line);
    return this.#settle(false);
  }

  finish(): readonly CsvRecord[] {
    return this.#settle(true);
  }

  #settle(atEnd: boolean): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    for (;;) {
      const first = this.#waiting[0];
      if (!first) return records;
      if (first.tooLong) {
        records.push({ kind: 'unreadable', line: first.number, fault: 'too-long', start: first.text.slice(0, 40) });
        this.#waiting.shift();
        continue;
      }
      const text = this.#waiting.map((line) => line.text).join('\n');
      const parsed = parseRecord(text);
      if (parsed.kind === 'open' && !atEnd && this.#mayGrow(text)) return records;
      if (parsed.kind === 'fields') {
        const blank = parsed.fields.length === 1 && parsed.fields[0] === '';
        if (!blank) records.push({ kind: 'record', line: first.number, fields: parsed.fields });
        this.#waiting = [];
        return records;
      }
      records.push({ kind: 'unreadable', line: first.number, fault: 'quotes', start: first.text.slice(0, 40) });
      this.#waiting.shift();
      // What waited behind the bad line may be many whole records: settle them one at a time.
      const rest = this.#waiting;
      this.#waiting = [];
      for (const line of rest) records.push(...this.add(line));
      if (!atEnd) return records;
    }
  }

  #mayGrow(text: string): boolean {
    const last = this.#waiting.at(-1);
    return this.#waiting.length < MOST_LINES_IN_A_RECORD && text.length < LONGEST_RECORD && last?.tooLong !== true;
  }
}

type Parsed = { readonly kind: 'fields'; readonly fields: readonly string[] } | { readonly kind: 'open' | 'bad' };

/** A quote inside an unquoted field is text; text after a closing quote is a fault. */
function parseRecord(text: string): Parsed {
  if (!text.includes('"')) return { kind: 'fields', fields: text.split(',') };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charAt(at) !== '"') {
      const comma = text.indexOf(',', at);
      fields.push(text.slice(at, comma < 0 ? undefined : comma));
      if (comma < 0) return { kind: 'fields', fields };
      at = comma + 1;
      continue;
    }
    let value = '';
    at += 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { kind: 'open' };
      value += text.slice(at, quote);
      at = quote + 1;
      if (text.charAt(at) !== '"') break;
      value += '"';
      at += 1;
    }
    fields.push(value);
    if (at === text.length) return { kind: 'fields', fields };
    if (text.charAt(at) !== ',') return { kind: 'bad' };
    at += 1;
  }
}

async function* physicalLines(path: string, gzipped: boolean): AsyncGenerator<readonly PhysicalLine[]> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const source = gzipped ? file.pipe(createGunzip()) : file;
  if (source !== file) file.on('error', (error) => source.destroy(error));
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let tooLong = false;
  let number = 1;
  let first = true;
  const finish = (text: string): PhysicalLine => {
    const line = { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, tooLong };
    number += 1;
    tooLong = false;
    return line;
  };
  try {
    for await (const chunk of source) {
      let text = pending + decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
      if (first && text.length > 0) {
        first = false;
        if (text.startsWith('\uFEFF')) text = text.slice(1);
      }
      const pieces = text.split('\n');
      pending = pieces.pop() ?? '';
      yield pieces.map(finish);
      if (pending.length > LONGEST_RECORD) {
        tooLong = true;
        pending = pending.slice(0, 100); // keep only its start: the rest of the line is of no use
      }
    }
    pending += decoder.end();
    if (pending !== '' || tooLong) yield [finish(pending)];
  } finally {
    file.destroy(); // a reader may stop after the first rows
  }
}
