import { makePart } from './part.ts';

/** Started by `make-england.ts` with its part of the work as words; tells of each authority, and at the end of all. */
const [folder = '', scale, seed, at, of] = process.argv.slice(2);
const part = { folder, scale: Number(scale), seed: Number(seed), at: Number(at), of: Number(of) };
process.send?.(await makePart(part, () => void process.send?.('authority')));
