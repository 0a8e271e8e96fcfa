import type { Authority, Country } from './country.ts';

/** Children that cross a border, in a thousand. */
const CROSSING = 9;

/**
 * The other authority that a child’s story leads to, or undefined for most. From the number alone and without drawing, so
 * that an authority finds who comes to it by asking for every number of its neighbours.
 */
export function destinationOf({ seed, authorities }: Country, home: Authority, number: number): Authority | undefined {
  let mixed = Math.imul((home.first + number) ^ seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
  if (mixed % 1000 >= CROSSING) return undefined;
  const step = STEPS[(mixed >>> 20) % STEPS.length] ?? 1;
  const found = authorities[(home.at + step + authorities.length) % authorities.length];
  return found === home ? undefined : found;
}

const STEPS = [1, -1, 2, -2] as const;

/** The authorities from which children may come to one. */
export function listNeighbours({ authorities }: Country, authority: Authority): readonly Authority[] {
  const found = STEPS.map((step) => authorities[(authority.at - step + authorities.length) % authorities.length]);
  return [...new Set(found)].filter((each) => each !== undefined).filter((each) => each !== authority);
}
