import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { settleFolder } from '#store';
import { sealShape, type Seal } from './seal.ts';

/** The file of seals outside the database: one signed seal a line. */
export function outsideFile(folder: string): string {
  return join(folder, 'looks.jsonl');
}

export type SealLine = { readonly line: number; readonly seal: Seal };

/** A line of it: a seal, or what was left where a process was stopped while it wrote. */
export type Line = ({ readonly kind: 'seal' } & SealLine) | { readonly kind: 'cut-short'; readonly line: number };

function sealIn(text: string): Seal | undefined {
  try {
    return sealShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Every line, in order. A file that is not there has none. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  if ((await sizeOf(path)) === 0) return;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    line += 1;
    const seal = sealIn(text);
    yield seal ? { line, kind: 'seal', seal } : { line, kind: 'cut-short' };
  }
}

/** Looks, and seals, read at once. */
const [MOST_LOOKS, MOST_SEALS] = [5000, 200];

/** Seals, some at a time; none where all that is left was cut short. */
export async function* inChunks(
  lines: AsyncIterable<Line>,
): AsyncGenerator<{ readonly lines: readonly SealLine[]; readonly cutShort: number }> {
  let [held, looks, cutShort]: [SealLine[], number, number] = [[], 0, 0];
  for await (const line of lines) {
    if (line.kind === 'cut-short') {
      cutShort += 1;
      continue;
    }
    held.push(line);
    looks += line.seal.counted;
    if (looks < MOST_LOOKS && held.length < MOST_SEALS) continue;
    yield { lines: held, cutShort };
    [held, looks, cutShort] = [[], 0, 0];
  }
  if (held.length + cutShort > 0) yield { lines: held, cutShort };
}

/** The end of the file as the sealer found or left it. */
export type Tail = { readonly size: number; readonly last: Seal | undefined };

/** The last whole seal. Read anew only where the file is not as `known` left it. */
export async function readTail(path: string, known?: Tail): Promise<Tail> {
  const size = await sizeOf(path);
  if (known?.size === size) return known;
  if (size === 0) return { size, last: undefined };
  const file = await open(path, 'r');
  try {
    return { size, last: await lastSeal(file, size) };
  } finally {
    await file.close();
  }
}

const CHUNK = 64 * 1024;

async function lastSeal(file: FileHandle, size: number): Promise<Seal | undefined> {
  for (let take = CHUNK; ; take *= 4) {
    const from = Math.max(0, size - take);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    // The first piece may begin inside a line.
    const whole = (from === 0 ? lines : lines.slice(1)).map(sealIn);
    const last = whole.findLast((seal) => seal !== undefined);
    if (last || from === 0) return last;
  }
}

/**
 * Adds one line and waits until it is on the disk. What an earlier process left half written is closed with a line
 * end first, and nothing that stands is ever touched: the file may lie where it can only be added to.
 */
export async function appendSeal(path: string, seal: Seal): Promise<Tail> {
  const file = await open(path, 'a+', 0o640);
  try {
    const { size } = await file.stat();
    const ended = size === 0 || (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() === '\n';
    const text = `${ended ? '' : '\n'}${JSON.stringify(seal)}\n`;
    await file.appendFile(text);
    await file.sync();
    if (size === 0) await settleFolder(dirname(path));
    return { size: size + Buffer.byteLength(text), last: seal };
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
