import type { AbsencePart } from '#lost-learning';

/** Ways of telling absence apart, each adding up to all of it. Earlier ones say more. */
const PARTITIONS = [
  ['other', 'part-time', 'unauthorised', 'suspended'],
  ['other-or-part-time', 'unauthorised', 'suspended'],
  ['other-or-suspended', 'part-time', 'unauthorised'],
  ['authorised', 'unauthorised'],
  ['all'],
] as const satisfies readonly (readonly AbsencePart[])[];
export type Partition = (typeof PARTITIONS)[number];

/** Which partitions a partition’s parts can be put together into: itself, and every coarser one. */
const COARSER: Readonly<Record<number, readonly number[]>> = {
  0: [0, 1, 2, 3, 4],
  1: [1, 3, 4],
  2: [2, 3, 4],
  3: [3, 4],
  4: [4],
};

/**
 * The finest partition of which every part may be shown, or undefined where not even the whole may. Nothing of it is
 * hidden: what is too small to be told by itself is told together with something else. So whatever a reader adds and
 * takes away, what is left is a sum of parts that may be shown.
 */
export function findPartition(
  mayShow: (part: AbsencePart) => boolean,
  within: Partition = PARTITIONS[0],
): Partition | undefined {
  const allowed = COARSER[PARTITIONS.indexOf(within)] ?? [];
  return PARTITIONS.find((parts, index) => allowed.includes(index) && parts.every(mayShow));
}
