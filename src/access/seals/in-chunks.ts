import type { Line } from './outside-file.ts';

/** Looks, and seals, read at once. */
const [MOST_LOOKS, MOST_LINES] = [5000, 200];

export type WholeLine = Exclude<Line, { readonly kind: 'cut-short' }>;

/** Whole lines, some at a time; none where all that is left was cut short. */
export async function* inChunks(
  lines: AsyncIterable<Line>,
): AsyncGenerator<{ readonly lines: readonly WholeLine[]; readonly cutShort: number }> {
  let [held, looks, cutShort]: [WholeLine[], number, number] = [[], 0, 0];
  for await (const line of lines) {
    if (line.kind === 'cut-short') {
      cutShort += 1;
      continue;
    }
    held.push(line);
    looks += line.kind === 'seal' ? line.seal.counted : 0;
    if (looks < MOST_LOOKS && held.length < MOST_LINES) continue;
    yield { lines: held, cutShort };
    [held, looks, cutShort] = [[], 0, 0];
  }
  if (held.length + cutShort > 0) yield { lines: held, cutShort };
}
