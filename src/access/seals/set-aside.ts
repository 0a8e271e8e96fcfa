import type { Instant } from '#kernel';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { hex, instant, signedBy, type Signer } from './seal.ts';

/** The form of a line that sets seals aside. */
export const SET_ASIDE = 'kith-set-aside-1';

/**
 * A line of the outside file that says: the database was put back to an earlier state, these seals are no longer in it,
 * and sealing goes on from the last one it has. What was sealed stays in the file.
 */
export const setAsideShape = z.strictObject({
  format: z.literal(SET_ASIDE),
  at: instant,
  /** The seals set aside: `from` to `to`. Where none are (seals set aside earlier stand again) `to` is one less. */
  from: z.int().positive(),
  to: z.int().nonnegative(),
  /** The looks in them. */
  counted: z.int().nonnegative(),
  /** When the seal before them was made, '' where there is none; and when the last of them was. */
  sealedAfter: z.union([z.literal(''), instant]),
  sealedUntil: z.union([z.literal(''), instant]),
  /** The number of the next seal, and the digest of the last one that the database has; '' where it has none. */
  goesOn: z.int().positive(),
  goesOnFrom: z.union([hex, z.literal('')]),
  /** The digest of the line before. */
  previous: hex,
  ...signedBy,
});
export type SetAside = Readonly<z.infer<typeof setAsideShape>>;

/** What a line that sets aside says of the file. It can be worked out from the file as well, and has to be the same. */
export type SetAsideFacts = Pick<
  SetAside,
  'from' | 'to' | 'counted' | 'sealedAfter' | 'sealedUntil' | 'goesOn' | 'goesOnFrom'
>;

export function factsOf(told: SetAsideFacts): SetAsideFacts {
  const { from, to, counted, sealedAfter, sealedUntil, goesOn, goesOnFrom } = told;
  return { from, to, counted, sealedAfter, sealedUntil, goesOn, goesOnFrom };
}

export function digestOfSetAside(told: Omit<SetAside, 'digest' | 'signature'>): string {
  const { format, at, from, to, counted, sealedAfter, sealedUntil, goesOn, goesOnFrom, previous, key } = told;
  const all = [format, at, from, to, counted, sealedAfter, sealedUntil, goesOn, goesOnFrom, previous, key];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

export function makeSetAside(facts: SetAsideFacts, previous: string, at: Instant, signer: Signer): SetAside {
  const told = { format: SET_ASIDE, at, ...factsOf(facts), previous, key: signer.key } as const;
  const digest = digestOfSetAside(told);
  return { ...told, digest, signature: signer.sign(digest) };
}
