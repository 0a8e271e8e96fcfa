import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Refusal } from '#kernel';
import { settleFolder } from '#store';
import { sealShape, type Seal } from './seal.ts';
import { SET_ASIDE, setAsideShape, type SetAside } from './set-aside.ts';

/** The file of seals outside the database: one signed seal a line, and lines that set seals aside. */
export function outsideFile(folder: string): string {
  return join(folder, 'looks.jsonl');
}

/** What a whole line says. */
export type Entry =
  { readonly kind: 'seal'; readonly seal: Seal } | { readonly kind: 'set-aside'; readonly setAside: SetAside };

export type SealLine = { readonly line: number; readonly seal: Seal };

/** A line of it: what it says, or what was left where a process was stopped while it wrote. */
export type Line = { readonly line: number } & (Entry | { readonly kind: 'cut-short' });

// Told by how it begins: most lines are seals, and whoever looks for the others need not read those.
const SETS_ASIDE = `{"format":"${SET_ASIDE}"`;

function entryIn(text: string): Entry | undefined {
  try {
    const told: unknown = JSON.parse(text);
    if (text.startsWith(SETS_ASIDE)) {
      const { data: setAside } = setAsideShape.safeParse(told);
      return setAside && { kind: 'set-aside', setAside };
    }
    const { data: seal } = sealShape.safeParse(told);
    return seal && { kind: 'seal', seal };
  } catch {
    return undefined;
  }
}

export function digestOfEntry(entry: Entry | undefined): string {
  if (!entry) return '';
  return entry.kind === 'seal' ? entry.seal.digest : entry.setAside.digest;
}

/** Every line, in order. A file that is not there has none. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let line = 0;
  for await (const text of textIn(path)) {
    line += 1;
    yield { line, ...(entryIn(text) ?? { kind: 'cut-short' as const }) };
  }
}

/** The lines that set seals aside. */
export async function listSetAsides(path: string): Promise<readonly SetAside[]> {
  const found: SetAside[] = [];
  for await (const text of textIn(path)) {
    const entry = text.startsWith(SETS_ASIDE) ? entryIn(text) : undefined;
    if (entry?.kind === 'set-aside') found.push(entry.setAside);
  }
  return found;
}

async function* textIn(path: string): AsyncGenerator<string> {
  if ((await sizeOf(path)) === 0) return;
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
}

/** The end of the file as the sealer found or left it: its last whole line, and the one before that. */
export type Tail = { readonly size: number; readonly last: Entry | undefined; readonly before: Entry | undefined };

/** The last whole lines. Read anew only where the file is not as `known` left it. */
export async function readTail(path: string, known?: Tail): Promise<Tail> {
  const size = await sizeOf(path);
  if (known?.size === size) return known;
  if (size === 0) return { size, last: undefined, before: undefined };
  const file = await open(path, 'r');
  try {
    return { size, ...(await lastEntries(file, size)) };
  } finally {
    await file.close();
  }
}

const CHUNK = 64 * 1024;

async function lastEntries(file: FileHandle, size: number): Promise<Omit<Tail, 'size'>> {
  for (let take = CHUNK; ; take *= 4) {
    const from = Math.max(0, size - take);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    // The first piece may begin inside a line.
    const whole = (from === 0 ? lines : lines.slice(1)).flatMap((text) => entryIn(text) ?? []);
    if (whole.length >= 2 || from === 0) return { last: whole.at(-1), before: whole.at(-2) };
  }
}

/**
 * Adds one line and waits until it is on the disk. What an earlier process left half written is closed with a line
 * end first, and nothing that stands is ever touched: the file may lie where it can only be added to. Where the file is
 * no longer as `tail` has it, nothing is written: a line beside another’s goes on from neither, and could not be taken out.
 */
export async function appendEntry(path: string, entry: Entry, tail: Tail): Promise<Tail> {
  const file = await open(path, 'a+', 0o640);
  try {
    const { size } = await file.stat();
    if (size !== tail.size) {
      throw new Refusal(
        'access/seals-moved',
        `Something else wrote to ${path} just now. Does another database use this folder of seals? Give each its own, and a drill a copy.`,
      );
    }
    const ended = size === 0 || (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() === '\n';
    const text = `${ended ? '' : '\n'}${JSON.stringify(entry.kind === 'seal' ? entry.seal : entry.setAside)}\n`;
    await file.appendFile(text);
    await file.sync();
    if (size === 0) await settleFolder(dirname(path));
    return { size: size + Buffer.byteLength(text), last: entry, before: tail.last };
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
      throw error;
    },
  );
}
