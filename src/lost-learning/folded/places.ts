import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { broken, UPN_ALPHABET, type Upn } from '#kernel';

/**
 * Where each child’s words are in the years of a part: a record of 16 bytes a child, in order of their pupil numbers as
 * keys (a 64-bit float, whole), then the first of its words and how many (32 bits each). Before the records stands how many
 * there are (a float), and the key of every 256th. In the machine’s own order, like the words themselves.
 */
const RECORD = 16;
const IN_A_BLOCK = 256;

export type Place = { readonly first: number; readonly words: number };

/** A pupil number as a whole number below 2^53: all but its check letter, which the others determine. */
export function keyOf(upn: string): number {
  const last = UPN_ENDS.indexOf(upn.charAt(12));
  const key = Number(upn.slice(1, 12)) * UPN_ENDS.length + last;
  if (upn.length !== 13 || last < 0 || !Number.isSafeInteger(key))
    throw broken('folded/upn', 'a child has no pupil number');
  return key;
}

/** What a pupil number ends in: a digit, or the letter of a temporary one. */
const UPN_ENDS = `0123456789${UPN_ALPHABET}`;

/** Writes the places of children, given in the order of their words: each one’s key, and where its words begin. */
export async function writePlaces(
  path: string,
  keys: readonly number[],
  firsts: readonly number[],
  words: number,
): Promise<void> {
  const order = Uint32Array.from(keys, (_, at) => at).toSorted((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
  const blocks = Math.ceil(order.length / IN_A_BLOCK);
  const bytes = new ArrayBuffer(headOf(blocks) + order.length * RECORD);
  const [floats, whole] = [new Float64Array(bytes), new Uint32Array(bytes)];
  floats[0] = order.length;
  const head = 1 + blocks;
  order.forEach((child, at) => {
    const key = keys[child] ?? 0;
    const first = firsts[child] ?? 0;
    if (at % IN_A_BLOCK === 0) floats[1 + at / IN_A_BLOCK] = key;
    floats[head + at * 2] = key;
    whole[(head + at * 2 + 1) * 2] = first;
    whole[(head + at * 2 + 1) * 2 + 1] = (firsts[child + 1] ?? words) - first;
  });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(new Uint8Array(bytes));
  } finally {
    await file.close();
  }
}

function headOf(blocks: number): number {
  return (1 + blocks) * Float64Array.BYTES_PER_ELEMENT;
}

/** The places of a part: how many, and the first key of every block, so that one block is read to find a child. */
export type Places = { readonly file: number; readonly count: number; readonly keys: Float64Array };

/** The places of a part in an open file. Read at once: waiting in turn would take longer than reading does. */
export function readPlaces(file: number): Places {
  const [count = 0] = readFloats(file, 1, 0);
  return { file, count, keys: readFloats(file, Math.ceil(count / IN_A_BLOCK), headOf(0)) };
}

/** Where the words of a child are; undefined where the part does not have it. */
export function findPlace({ file, count, keys }: Places, upn: Upn): Place | undefined {
  const key = keyOf(upn);
  const block = placeOf(keys, 1, key);
  if (block < 0) return undefined;
  const records = Math.min(IN_A_BLOCK, count - block * IN_A_BLOCK);
  const floats = readFloats(file, records * 2, headOf(keys.length) + block * IN_A_BLOCK * RECORD);
  const at = placeOf(floats, 2, key);
  if (floats[at * 2] !== key) return undefined;
  const [first = 0, words = 0] = new Uint32Array(floats.buffer, floats.byteOffset + (at * 2 + 1) * 8, 2);
  return { first, words };
}

/** The last of the keys, so far apart, that is not greater; -1 where all are. */
function placeOf(keys: Float64Array, step: number, key: number): number {
  let [from, to] = [0, keys.length / step];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle * step] ?? 0) <= key) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function readFloats(file: number, floats: number, from: number): Float64Array<ArrayBuffer> {
  const read = new Float64Array(floats);
  const bytes = readSync(file, read, 0, read.byteLength, from);
  if (bytes !== read.byteLength) throw broken('folded/places', 'a file of places is shorter than it was');
  return read;
}
