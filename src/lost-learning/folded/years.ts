/**
 * Words of children’s years (layout.ts), as whole words and, of the very same bytes, as half words: half word 2n is the
 * first of word n. Both in the machine’s own order, for they are derived and never leave it.
 */
export type Years = { readonly words: Uint32Array<ArrayBuffer>; readonly halves: Uint16Array<ArrayBuffer> };

/** The bytes of whole words, where they lie. */
export function yearsOf(bytes: Uint8Array<ArrayBuffer>): Years {
  const { buffer, byteOffset, byteLength } = bytes;
  return {
    words: new Uint32Array(buffer, byteOffset, byteLength / 4),
    halves: new Uint16Array(buffer, byteOffset, byteLength / 2),
  };
}

/** Years that are being written: room for words, of which some are. */
export type Draft = { years: Years; length: number };

const FIRST_ROOM = 1 << 16;

export function newDraft(): Draft {
  return { years: yearsOf(new Uint8Array(FIRST_ROOM)), length: 0 };
}

export function writeWord(draft: Draft, word: number): void {
  makeRoom(draft, 1);
  draft.years.words[draft.length] = word;
  draft.length += 1;
}

/** Writes half words from the next whole word on, and what fills the last word up: a letter without runs. */
export function writeHalves(draft: Draft, halves: readonly number[]): void {
  if (halves.length === 0) return;
  const words = (halves.length + 1) >> 1;
  makeRoom(draft, words);
  draft.years.words[draft.length + words - 1] = 0;
  draft.years.halves.set(halves, draft.length * 2);
  draft.length += words;
}

/** The bytes that were written, which are the draft’s own: it is used again only once they are no longer needed. */
export function takeBytes(draft: Draft): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(draft.years.words.buffer, 0, draft.length * 4);
  draft.length = 0;
  return bytes;
}

function makeRoom(draft: Draft, words: number): void {
  const { words: old } = draft.years;
  if (draft.length + words <= old.length) return;
  const bytes = new Uint8Array(Math.max(old.length * 2, draft.length + words) * 4);
  bytes.set(new Uint8Array(old.buffer));
  draft.years = yearsOf(bytes);
}
