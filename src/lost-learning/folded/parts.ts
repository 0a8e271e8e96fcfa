import { z } from 'zod';

/**
 * A part of a folded register: how many children it holds, the most enrolments that they can come to, its days with a mark
 * other than `#` (from 1 September), the digest of what it was folded from, and the hashes of its two files.
 */
export const part = z.object({
  part: z.string(),
  children: z.number(),
  enrolments: z.number(),
  markedDays: z.array(z.number()),
  digest: z.string(),
  years: z.string(),
  childrenHash: z.string(),
});

export type Part = Readonly<z.infer<typeof part>>;
