import { Refusal } from '#kernel';
import { isDeepStrictEqual } from 'node:util';
import { readLines, type Entry } from './outside-file.ts';

/** Where the outside file does not begin with all that a copy of it holds: someone had both the file and its key. */
export async function* compareCopy(
  copy: string,
  file: string,
): AsyncGenerator<{ readonly place: string; readonly problem: string }> {
  const [kept, now] = [entriesIn(copy), entriesIn(file)];
  let held = 0;
  for await (const entry of kept) {
    held += 1;
    const stands = (await now.next()).value;
    const place =
      entry.kind === 'seal'
        ? `seal ${entry.seal.number} of the copy`
        : `line ${held} of the copy, which sets seals aside`;
    if (stands === undefined) {
      yield { place, problem: 'The file outside the database ends before it: it was cut off after the copy was made.' };
      return;
    }
    if (!isDeepStrictEqual(stands, entry)) {
      yield { place, problem: 'The file outside the database has another in its place: it was rewritten.' };
      return;
    }
  }
  if (held === 0) throw new Refusal('access/seal-copy', `${copy} holds no seals. Give a copy of looks.jsonl.`);
}

async function* entriesIn(path: string): AsyncGenerator<Entry, undefined> {
  for await (const { line: _, ...entry } of readLines(path)) if (entry.kind !== 'cut-short') yield entry;
}
