import { Refusal } from '#kernel';
import { isDeepStrictEqual } from 'node:util';
import { readLines } from './outside-file.ts';
import type { Seal } from './seal.ts';

/** Where the outside file does not begin with all that a copy of it holds: someone had both the file and its key. */
export async function* compareCopy(
  copy: string,
  file: string,
): AsyncGenerator<{ readonly place: string; readonly problem: string }> {
  const [kept, now] = [sealsIn(copy), sealsIn(file)];
  let held = 0;
  for await (const seal of kept) {
    held += 1;
    const stands = (await now.next()).value;
    const place = `seal ${seal.number} of the copy`;
    if (stands === undefined) {
      yield { place, problem: 'The file outside the database ends before it: it was cut off after the copy was made.' };
      return;
    }
    if (!isDeepStrictEqual(stands, seal)) {
      yield { place, problem: 'The file outside the database has another in its place: it was rewritten.' };
      return;
    }
  }
  if (held === 0) throw new Refusal('access/seal-copy', `${copy} holds no seals. Give a copy of looks.jsonl.`);
}

async function* sealsIn(path: string): AsyncGenerator<Seal, undefined> {
  for await (const line of readLines(path)) if (line.kind === 'seal') yield line.seal;
}
