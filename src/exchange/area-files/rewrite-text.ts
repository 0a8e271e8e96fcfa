import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readCarefully } from './careful-csv.ts';

/** What goes out of a file of text: records that begin in these lines, and a word wherever else it stands. */
export type TextRemoval = { readonly lines: ReadonlySet<number>; readonly word: string | undefined };

/** What was written: its hash and size, and the lines of the file before that are not in it, in order. */
export type TextRewritten = { readonly sha256: string; readonly bytes: number; readonly removed: readonly number[] };

const NEWLINE = 10;

/** Writes `from` to `to` without what is to go. All other bytes stay as they were received, line ends and all. */
export async function rewriteText(
  from: string,
  to: string,
  gzipped: boolean,
  removal: TextRemoval,
): Promise<TextRewritten> {
  const plan = await planOf(from, gzipped, removal);
  const removed: number[] = [];
  const kept = Readable.from(keptLines(from, gzipped, removal, plan, removed));
  const hash = createHash('sha256');
  let bytes = 0;
  async function* hashed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const target = createWriteStream(to, { flush: true, mode: 0o600 });
  if (gzipped) await pipeline(kept, createGzip(), hashed, target);
  else await pipeline(kept, hashed, target);
  return { sha256: hash.digest('hex'), bytes, removed };
}

/** Whether a word stands anywhere in a file of text, as it is or in other capitals. */
export async function textHolds(path: string, gzipped: boolean, word: string): Promise<boolean> {
  const wanted = word.toUpperCase();
  let end = '';
  for await (const chunk of bytesOf(path, gzipped)) {
    const text = end + chunk.toString('latin1').toUpperCase();
    if (text.includes(wanted)) return true;
    end = text.slice(1 - wanted.length);
  }
  return false;
}

type Plan = {
  /** Lines that go with the record they belong to: pairs of first and last, in order. */
  readonly spans: readonly (readonly [number, number])[];
  /** Lines that are no whole record: where the word stands in one, all of it goes. */
  readonly broken: ReadonlySet<number>;
};

/** A record may run over several lines; where it ends is where the next begins. */
async function planOf(path: string, gzipped: boolean, { lines }: TextRemoval): Promise<Plan> {
  const spans: [number, number][] = [];
  const broken = new Set<number>();
  let open: number | undefined;
  let width: number | undefined;
  for await (const records of readCarefully(path, gzipped)) {
    for (const record of records) {
      if (open !== undefined) spans.push([open, record.line - 1]);
      open = lines.has(record.line) ? record.line : undefined;
      if (record.kind === 'record') width ??= record.fields.length;
      if (record.kind !== 'record' || record.fields.length !== width) broken.add(record.line);
    }
  }
  if (open !== undefined) spans.push([open, Number.POSITIVE_INFINITY]);
  return { spans, broken };
}

async function* keptLines(
  path: string,
  gzipped: boolean,
  { word }: TextRemoval,
  { spans, broken }: Plan,
  removed: number[],
): AsyncGenerator<Buffer> {
  const pattern = word === undefined ? undefined : new RegExp(escaped(word), 'gi');
  let number = 0;
  let span = 0;
  for await (const lines of linesOf(path, gzipped)) {
    const kept: Buffer[] = [];
    for (const line of lines) {
      number += 1;
      while ((spans[span]?.[1] ?? Number.POSITIVE_INFINITY) < number) span += 1;
      const goes = number >= (spans[span]?.[0] ?? Number.POSITIVE_INFINITY);
      // Latin-1 keeps every byte as it is, and the word is plain letters and digits.
      const text = pattern && !goes ? line.toString('latin1') : '';
      const holds = pattern !== undefined && text.search(pattern) >= 0;
      if (goes || (holds && broken.has(number))) removed.push(number);
      else kept.push(holds ? Buffer.from(text.replace(pattern, ''), 'latin1') : line);
    }
    if (kept.length > 0) yield Buffer.concat(kept);
  }
}

/** Lines with their line ends. */
async function* linesOf(path: string, gzipped: boolean): AsyncGenerator<readonly Buffer[]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytesOf(path, gzipped)) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines: Buffer[] = [];
    let from = 0;
    for (let at = all.indexOf(NEWLINE); at >= 0; at = all.indexOf(NEWLINE, from)) {
      lines.push(all.subarray(from, at + 1));
      from = at + 1;
    }
    rest = Buffer.from(all.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [rest];
}

async function* bytesOf(path: string, gzipped: boolean): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const source = gzipped ? file.pipe(createGunzip({ chunkSize: 1 << 20 })) : file;
  if (source !== file) file.on('error', (error) => source.destroy(error));
  try {
    for await (const chunk of source) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
  } finally {
    file.destroy();
  }
}

function escaped(word: string): string {
  return word.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
}
