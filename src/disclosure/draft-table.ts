/** A row of a table in long form: a category in each dimension (`Total` for the total) and a count. */
export type CountRow = { readonly categories: readonly string[]; readonly count: number };

export const TOTAL = 'Total';

/** A table as it is being read: cells by their coordinates, 0 in a dimension being the total. Grows as cells are found. */
export type Draft = {
  readonly sizes: readonly number[];
  readonly coordinates: (readonly number[])[];
  readonly values: number[];
  readonly cells: Map<string | number, number>;
  /** For each cell that is a row, its place in the rows that were given. */
  readonly rowOf: readonly number[];
};

/** Cells in an order that does not depend on the order of rows, so that the same table is always protected alike. */
export function draftOf(rows: readonly CountRow[]): Draft {
  const dimensions = rows[0]?.categories.length ?? 0;
  const numbers = Array.from({ length: dimensions }, (_, dimension) => {
    const named = new Set(rows.map(({ categories }) => categories[dimension] ?? ''));
    named.delete(TOTAL);
    return new Map([TOTAL, ...[...named].toSorted()].map((name, number) => [name, number]));
  });
  const placed = rows
    .map(({ categories, count }, row) => ({
      row,
      count,
      own: categories.map((name, dimension) => numbers[dimension]?.get(name) ?? 0),
    }))
    .toSorted((a, b) => inOrder(a.own, b.own));
  const draft: Draft = {
    sizes: numbers.map(({ size }) => size),
    coordinates: placed.map(({ own }) => own),
    values: placed.map(({ count }) => count),
    cells: new Map(),
    rowOf: placed.map(({ row }) => row),
  };
  for (const [cell, own] of draft.coordinates.entries()) draft.cells.set(keyOf(draft, own), cell);
  return draft;
}

/** A number where every place in the table has one, else a text. */
export function keyOf({ sizes }: Pick<Draft, 'sizes'>, coordinates: readonly number[]): string | number {
  let key = 0;
  for (const [dimension, category] of coordinates.entries()) key = key * (sizes[dimension] ?? 1) + category;
  return Number.isSafeInteger(key) ? key : coordinates.join();
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [dimension, category] of a.entries()) {
    const difference = category - (b[dimension] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
