import { findInstant, type Instant } from '#kernel';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { countIn, idRanges, rangesOf, rangesText } from './id-ranges.ts';

/** The form of seals and of what they are worked out from. What changes either gets a new name. */
export const FORMAT = 'kith-looks-1';

export const hex = z.string().regex(/^[0-9a-f]{64}$/);
export const instant = z.string().transform((text, context): Instant => {
  const found = findInstant(text);
  if (found === text) return found;
  context.addIssue('not an instant');
  return z.NEVER;
});

/** What makes a line nobody else’s: a digest over the rest of it, and its signature. */
export const signedBy = {
  /** Which key signed it. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  /** SHA-256 over all the rest. */
  digest: hex,
  /** Ed25519 over the digest. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
};

/** More than any seal holds: a line that was made up does not make the verifier read everything at once. */
const MOST = 10_000;

/** One batch of looks, sealed: a line of the outside file, and a row of `access.seal`. */
export const sealShape = z.strictObject({
  format: z.literal(FORMAT),
  /** 1, 2, 3, …: none is left out. */
  number: z.int().positive(),
  sealedAt: instant,
  /** The ids of the looks in it: `1-5,7`. */
  looks: z
    .string()
    .refine((text) => ((ranges) => ranges !== undefined && countIn(ranges) <= MOST)(idRanges.safeParse(text).data)),
  counted: z.int().positive(),
  /** True: when it was made, no other committed look was waiting for a seal. */
  emptied: z.boolean(),
  /** SHA-256 over the digests of its looks. */
  rows: hex,
  /** The first six bytes of each look’s digest, in base64. */
  marks: z.string(),
  /** The digest of the line before; '' for the first. */
  previous: z.union([hex, z.literal('')]),
  ...signedBy,
});
export type Seal = Readonly<z.infer<typeof sealShape>>;
type Unsigned = Omit<Seal, 'digest' | 'signature'>;

/** A look as the database holds it: every column, by name. */
export type LookRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly at: Instant };

/**
 * What is hashed of a look: JSON of its columns in the order of their names, as [name, value], without those that are
 * null, so that a column that comes later changes nothing for the looks before it. Its id is not among them: the seal
 * says which ids it is about, and the order; so looks that changed places are told from looks that were changed. Whom it
 * was at stands in it as a digest with the salt, which is kept where the child was taken out (`erasing.ts`): all else is
 * held to its seal as before.
 */
function canonicalLook({ salt, subject_key: key, taken_out: kept, ...look }: LookRow): string {
  const isOut = typeof kept === 'string' && STAND_IN.test(String(key));
  const subject = isOut
    ? kept
    : createHash('sha256')
        .update(JSON.stringify([FORMAT, salt, key]))
        .digest('hex');
  const columns = Object.entries({ ...look, subject }).filter(([name, value]) => name !== 'id' && value !== null);
  return JSON.stringify([FORMAT, ...columns.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** What stands in the place of a UPN that was taken out. */
const STAND_IN = /^erased-[0-9a-f]{32}$/;

const MARK = 6;

/** Digests of looks in the order of their ids, and what a seal keeps of them. */
export function digestLooks(looks: readonly LookRow[]): { readonly rows: string; readonly marks: string } {
  const all = createHash('sha256');
  const marks: Buffer[] = [];
  for (const look of looks) {
    const digest = createHash('sha256').update(canonicalLook(look)).digest();
    all.update(digest);
    // Six bytes are enough to say which look; that nothing was changed is for the whole digests to prove.
    marks.push(digest.subarray(0, MARK));
  }
  return { rows: all.digest('hex'), marks: Buffer.concat(marks).toString('base64') };
}

/** Mark by mark: six bytes are eight signs of base64. */
export function marksIn(marks: string): readonly string[] {
  return marks.match(/.{8}/g) ?? [];
}

export function digestOfSeal(seal: Unsigned): string {
  const { format, number, sealedAt, looks, counted, emptied, rows, marks, previous, key } = seal;
  const told = [format, number, sealedAt, looks, counted, emptied, rows, marks, previous, key];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Signs what is to be kept: a digest in, its signature out. */
export type Signer = { readonly key: string; readonly sign: (digest: string) => string };

/** Seals looks that are given in the order of their ids, after the seal and the line before. */
export function makeSeal(
  looks: readonly LookRow[],
  before: Pick<Seal, 'number' | 'digest'>,
  about: { readonly sealedAt: Instant; readonly emptied: boolean },
  signer: Signer,
): Seal {
  const told: Unsigned = {
    format: FORMAT,
    number: before.number + 1,
    sealedAt: about.sealedAt,
    looks: rangesText(rangesOf(looks.map(({ id }) => Number(id)))),
    counted: looks.length,
    emptied: about.emptied,
    ...digestLooks(looks),
    previous: before.digest,
    key: signer.key,
  };
  const digest = digestOfSeal(told);
  return { ...told, digest, signature: signer.sign(digest) };
}
