import { join } from 'node:path';
import { z } from 'zod';

/**
 * A part of a folded register: how many children it holds, the most enrolments that they can come to, its days with a mark
 * other than `#` (from 1 September), the digest of what it was folded from, and the hashes of its files.
 */
export const part = z.object({
  part: z.string(),
  children: z.number(),
  enrolments: z.number(),
  markedDays: z.array(z.number()),
  digest: z.string(),
  hashes: z.object({ years: z.string(), children: z.string(), places: z.string() }),
});

export type Part = Readonly<z.infer<typeof part>>;

/** The files of a part: the words of its children’s years; their pupil numbers in that order; where each one’s words are. */
export const PART_FILES = ['years', 'children', 'places'] as const;

export type PartFile = (typeof PART_FILES)[number];

const ENDINGS: Readonly<Record<PartFile, string>> = { years: 'words', children: 'parquet', places: 'places' };

/** A file of a part in the folder of a folded register. */
export function partFileIn(folder: string, file: PartFile, name: string): string {
  return join(folder, file, `part=${name}.${ENDINGS[file]}`);
}
