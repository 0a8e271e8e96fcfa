import { makePart, type Part } from './part.ts';

/** Started by `make-england.ts` with its part of the work as JSON; tells of each authority, and at the end of all. */
const part: Part = JSON.parse(process.argv[2] ?? '{}');
process.send?.(await makePart(part, () => void process.send?.('authority')));
