import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { isUtf8 } from 'node:buffer';
import { Refusal } from '#kernel';

/** What one pass over a file’s bytes tells, before any engine reads it. */
export type Scan = {
  readonly container: 'csv' | 'csv.gz' | 'parquet';
  /** SHA-256 of the bytes as received, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Lines of text, the header included; 0 for Parquet. */
  readonly lines: number;
  /** True where quotes, line ends or lengths are such that only the careful reader keeps exact line numbers. */
  readonly awkward: boolean;
};

/** A gzip that unpacks to more than this many times its size, and is large, is a bomb and not a register. */
const LARGEST_RATIO = 400;
const RATIO_MATTERS_FROM = 100 * 1024 * 1024;
const LONGEST_EASY_LINE = 64 * 1024;
const [NEWLINE, RETURN, QUOTE, COMMA, NUL] = [10, 13, 34, 44, 0];

/** Reads a file once in bounded memory: hash, size, text or not, whole or truncated. Throws Refusal. */
export async function scanFile(path: string, onBytes: (bytes: number) => void = () => undefined): Promise<Scan> {
  const name = basename(path);
  const { size, container } = await containerOf(path, name);
  const hash = createHash('sha256');
  const received = createReadStream(path, { highWaterMark: 1 << 20 });
  received.on('data', (chunk: Buffer | string) => {
    hash.update(chunk);
    onBytes(chunk.length);
  });
  const text = new TextScan(name, size);
  try {
    if (container === 'parquet') {
      for await (const chunk of received) void chunk;
    } else {
      const bytes = container === 'csv.gz' ? received.pipe(createGunzip({ chunkSize: 1 << 20 })) : received;
      if (bytes !== received) received.on('error', (error) => bytes.destroy(error));
      for await (const chunk of bytes) text.read(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
      text.end();
    }
  } catch (error) {
    received.destroy();
    throw asRefusal(error, name);
  }
  return { container, sha256: hash.digest('hex'), bytes: size, lines: text.lines, awkward: text.awkward };
}

async function containerOf(path: string, name: string): Promise<Pick<Scan, 'container'> & { readonly size: number }> {
  const { size } = await stat(path);
  if (size === 0)
    throw new Refusal('file/empty', `${name} is empty. Export it again and check that it has a header line.`);
  if (/\.parquet$/i.test(name)) return { size, container: 'parquet' };
  return { size, container: /\.gz$/i.test(name) ? 'csv.gz' : 'csv' };
}

function asRefusal(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return new Refusal(
      'file/truncated',
      `${name} stops in the middle: its gzip is not whole. Copy or export it again.`,
      { cause: error },
    );
  }
  if (code.startsWith('Z_')) {
    return new Refusal('file/not-gzip', `${name} ends in .gz but is not a gzip file. Export it again, or rename it.`, {
      cause: error,
    });
  }
  return error;
}

/** Counts lines and looks for what the quick reader must not meet. */
class TextScan {
  lines = 0;
  awkward = false;
  #inQuotes = false;
  #lineLength = 0;
  #seen = 0;
  #previous = NEWLINE;
  #tail: Buffer = Buffer.alloc(0);
  readonly #name: string;
  readonly #received: number;

  constructor(name: string, received: number) {
    this.#name = name;
    this.#received = received;
  }

  read(chunk: Buffer): void {
    if (this.#seen === 0) this.#refuseOtherEncodings(chunk);
    this.#seen += chunk.length;
    if (this.#seen > RATIO_MATTERS_FROM && this.#seen > this.#received * LARGEST_RATIO) {
      throw new Refusal(
        'file/bomb',
        `${this.#name} unpacks to more than ${LARGEST_RATIO} times its size, which no register does. Send the plain CSV instead.`,
      );
    }
    this.#checkUtf8(chunk);
    this.#countLines(chunk);
  }

  end(): void {
    if (this.#tail.length > 0) this.#refuseEncoding();
    if (this.#lineLength > 0) this.lines += 1;
    if (this.#inQuotes) this.awkward = true;
  }

  #countLines(chunk: Buffer): void {
    if (chunk.includes(NUL)) {
      throw new Refusal('file/not-text', `${this.#name} is not a text file. Save it as “CSV UTF-8” and try again.`);
    }
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (byte === QUOTE) {
        const opensField = this.#previous === COMMA || this.#previous === NEWLINE || this.#previous === QUOTE;
        if (!this.#inQuotes && !opensField) this.awkward = true;
        this.#inQuotes = !this.#inQuotes;
      } else if (this.#previous === QUOTE && !this.#inQuotes && byte !== COMMA && byte !== RETURN && byte !== NEWLINE) {
        this.awkward = true; // text after a closing quote
      } else if (byte === NEWLINE) {
        this.lines += 1;
        if (this.#inQuotes || this.#lineLength === 0 || this.#lineLength > LONGEST_EASY_LINE) this.awkward = true;
        this.#lineLength = -1;
      } else if (this.#previous === RETURN) {
        this.awkward = true; // a return that ends no line
      }
      this.#lineLength += byte === RETURN ? 0 : 1;
      this.#previous = byte ?? NEWLINE;
    }
    if (this.#lineLength > LONGEST_EASY_LINE) this.awkward = true;
  }

  // A character may be cut in two by the end of a chunk: its first bytes wait for the next one.
  #checkUtf8(chunk: Buffer): void {
    const whole = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    let end = whole.length;
    for (let back = 1; back <= 3 && back <= whole.length; back += 1) {
      const byte = whole[whole.length - back] ?? 0;
      if (byte >= 0xc0) {
        const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        if (needs > back) end = whole.length - back;
        break;
      }
      if (byte < 0x80) break;
    }
    if (!isUtf8(whole.subarray(0, end))) this.#refuseEncoding();
    this.#tail = Buffer.from(whole.subarray(end));
  }

  #refuseOtherEncodings(chunk: Buffer): void {
    const first = chunk.subarray(0, 4).toString('latin1');
    if (first.startsWith('PK\u0003\u0004')) {
      throw new Refusal(
        'file/spreadsheet',
        `${this.#name} is a spreadsheet or zip file. Save the sheet as “CSV UTF-8” and try again.`,
      );
    }
    if (first.startsWith('ÿþ') || first.startsWith('þÿ')) this.#refuseEncoding();
  }

  #refuseEncoding(): never {
    throw new Refusal('file/not-utf8', `${this.#name} is not UTF-8 text. Save it as “CSV UTF-8” and try again.`);
  }
}
