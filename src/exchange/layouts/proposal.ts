import type { Layout } from './layout.ts';

/** The head of a file as text: its name, its header and a few rows, cells in the header’s order. */
export type FileSample = {
  readonly name: string;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
};

export const CERTAINTIES = ['exact', 'likely', 'guess'] as const;

/** A way to read a file, for a person to confirm. */
export type Proposal = {
  readonly layout: Layout;
  /** exact: the headers are those of the layout, all of them. likely: all that is needed is there. guess: look closely. */
  readonly certainty: (typeof CERTAINTIES)[number];
  /** Sentences for the person: what is read as what, and why. */
  readonly reasons: readonly string[];
  /** Headers that are kept out. */
  readonly unmapped: readonly string[];
  /** Needed columns that nothing in the file gives; answers still to be typed are not among them. */
  readonly missing: readonly string[];
};

/** More rows than this say nothing new about a column. */
const ENOUGH_ROWS = 100;

export function valuesAt(file: FileSample, position: number): readonly string[] {
  return file.sample.slice(0, ENOUGH_ROWS).map((row) => row[position] ?? '');
}
