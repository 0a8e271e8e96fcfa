import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { messageOf, randomId, Refusal } from '#kernel';
import { z } from 'zod';

// A backup is lines of JSON, gzipped: a header; for each table {"table": name}, its rows as arrays of texts (null where
// there is no value), {"rows": how many}; and at the end {"sha256": of every line before}. Texts are as PostgreSQL writes
// them, so that what one engine wrote another reads.

const header = z.object({
  kith: z.literal('backup of records'),
  format: z.literal(1),
  made_at: z.string(),
  /** The area that they are of, by its id; null where nothing was ever published. */
  area: z.string().nullable(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/) })),
});
export type Header = Readonly<z.infer<typeof header>>;

const row = z.array(z.string().nullable());
const tableStart = z.object({ table: z.string() });
const tableEnd = z.object({ rows: z.number() });
const fileEnd = z.object({ sha256: z.string() });

export type TableRow = readonly (string | null)[];

/**
 * Writes a backup whole or not at all: beside its place under another name, readable by its owner alone, flushed to disk,
 * then given its name. It replaces no file. Returns its size.
 */
export async function writeBackup(path: string, lines: AsyncIterable<unknown>): Promise<number> {
  if (await isThere(path)) throw exists(path);
  const draft = `${path}.${randomId().slice(0, 8)}.unfinished`;
  try {
    // flush: it is on the disk before it has its name.
    const file = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(summed(lines)), createGzip(), file).catch((cause: unknown) => {
      throw isOfFiles(cause) ? unwritable(path, cause) : cause;
    });
    const { size } = await stat(draft);
    // A hard link never replaces; where a disk has none, the place was free a moment ago.
    await link(draft, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw exists(path);
      await rename(draft, path);
    });
    return size;
  } finally {
    await rm(draft, { force: true });
  }
}

async function* summed(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

export type BackupReader = {
  readonly header: Header;
  /** Rows in batches, in the order of the tables. Throws `Refusal` where the file is not whole, at the latest at its end. */
  readonly batches: AsyncGenerator<{ readonly table: string; readonly rows: readonly TableRow[] }>;
};

/** Opens a backup. Throws `Refusal`: `store/backup-unreadable`, `store/not-a-backup`, `store/backup-damaged`. */
export async function readBackup(path: string): Promise<BackupReader> {
  const hash = createHash('sha256');
  const lines = linesOf(path);
  const first = await lines.next();
  const parsed = header.safeParse(first.done ? undefined : jsonOf(first.value));
  if (!parsed.success) {
    throw new Refusal(
      'store/not-a-backup',
      `${path} is no backup of Kith’s records. Choose a file that kith records backup wrote.`,
    );
  }
  hash.update(`${first.value}\n`);
  return { header: parsed.data, batches: batchesOf(path, parsed.data, lines, hash) };
}

/** Rows that one statement takes. */
const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 2_000_000;

async function* batchesOf(
  path: string,
  { tables }: Header,
  lines: AsyncGenerator<string>,
  hash: Hash,
): BackupReader['batches'] {
  const take = async (): Promise<unknown> => {
    const next = await lines.next();
    if (next.done === true) throw damaged(path);
    hash.update(`${next.value}\n`);
    return jsonOf(next.value);
  };
  for (const { name, columns } of tables) {
    if (tableStart.safeParse(await take()).data?.table !== name) throw damaged(path);
    let counted = 0;
    let rows: TableRow[] = [];
    let characters = 0;
    for (;;) {
      const line = await take();
      const found = row.safeParse(line).data;
      if (!found) {
        if (tableEnd.safeParse(line).data?.rows !== counted) throw damaged(path);
        break;
      }
      if (found.length !== columns.length) throw damaged(path);
      counted += 1;
      rows.push(found);
      characters += found.reduce((sum, text) => sum + (text?.length ?? 0), 0);
      if (rows.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
      yield { table: name, rows };
      rows = [];
      characters = 0;
    }
    if (rows.length > 0) yield { table: name, rows };
  }
  const sum = hash.digest('hex');
  const last = await lines.next();
  const more = await lines.next();
  if (last.done === true || fileEnd.safeParse(jsonOf(last.value)).data?.sha256 !== sum || more.done !== true) {
    throw damaged(path);
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.on('error', (error) => gunzip.destroy(error));
  const decoder = new TextDecoder('utf-8');
  let held = '';
  let begun = false;
  try {
    const chunks: AsyncIterable<Buffer> = file.pipe(gunzip);
    for await (const chunk of chunks) {
      begun = true;
      const parts = (held + decoder.decode(chunk, { stream: true })).split('\n');
      held = parts.pop() ?? '';
      yield* parts;
    }
  } catch (cause) {
    if (isOfFiles(cause)) {
      throw new Refusal(
        'store/backup-unreadable',
        `${path} cannot be read (${messageOf(cause)}). Check its name, and that you may read it.`,
        { cause },
      );
    }
    if (!begun) return; // not gzip at all: no backup
    throw damaged(path, cause);
  } finally {
    file.destroy();
  }
  if (held !== '') throw damaged(path);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(path: string, cause?: unknown): Refusal {
  return new Refusal(
    'store/backup-damaged',
    `${path} is not whole: it was cut short or changed after it was made. Nothing was restored. Use another backup.`,
    { cause },
  );
}

/** Whether the file system said no: no such file, no leave, no room. */
function isOfFiles(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E(ACCES|PERM|NOENT|NOTDIR|ISDIR|ROFS|NOSPC|DQUOT|IO|FBIG)$/.test(code);
}

function unwritable(path: string, cause: unknown): Refusal {
  return new Refusal(
    'store/backup-unwritable',
    `${path} cannot be written (${messageOf(cause)}). Choose another place.`,
    { cause },
  );
}

function exists(path: string): Refusal {
  return new Refusal(
    'store/backup-exists',
    `There is a file at ${path} already, and a backup replaces none. Choose another name.`,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
