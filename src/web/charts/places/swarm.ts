/** How far from the middle line each dot stands so that none covers another, in the order given. */
export interface Swarm {
  readonly offsets: readonly number[];
  /** The farthest, either way. */
  readonly reach: number;
}

/**
 * Dots at their exact places along a line, moved across it as little as needed. Where so many are alike that the
 * swarm would be taller than `most`, it is pressed together and dots overlap: a place is never moved along the line.
 */
export function swarm(along: readonly number[], size: number, most: number): Swarm {
  const order = along.map((_, index) => index).toSorted((a, b) => (along[a] ?? 0) - (along[b] ?? 0));
  const offsets = along.map(() => 0);
  const placed: { readonly at: number; readonly across: number }[] = [];
  for (const index of order) {
    const at = along[index] ?? 0;
    const near = placed.filter((other) => at - other.at < size);
    const free = candidates(near, at, size).find((across) =>
      near.every((other) => (at - other.at) ** 2 + (across - other.across) ** 2 >= size * size - 1e-6),
    );
    offsets[index] = free ?? 0;
    placed.push({ at, across: free ?? 0 });
  }
  const reach = Math.max(0, ...offsets.map((offset) => Math.abs(offset)));
  const press = reach > most ? most / reach : 1;
  return { offsets: offsets.map((offset) => offset * press), reach: reach * press };
}

/** The middle line, and where a dot would just touch another, the nearest to the middle first. */
function candidates(
  near: readonly { readonly at: number; readonly across: number }[],
  at: number,
  size: number,
): readonly number[] {
  const touching = near.flatMap((other) => {
    const reach = Math.sqrt(Math.max(0, size * size - (at - other.at) ** 2));
    return [other.across + reach, other.across - reach];
  });
  return [0, ...touching].toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b);
}
