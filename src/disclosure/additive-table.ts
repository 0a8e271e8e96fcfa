/**
 * Cells that hold whole counts, tied by sums: each sum says that one cell is the total of others. The general form of
 * everything published: a crossed table, several tables that overlap, releases one after another.
 */
export type AdditiveTable = {
  readonly values: readonly number[];
  readonly sums: readonly Sum[];
  /** For each cell, the sums it stands in. */
  readonly places: readonly (readonly Place[])[];
};

export type Sum = { readonly total: number; readonly parts: readonly number[] };
export type Place = { readonly sum: number; readonly sign: 1 | -1 };

/**
 * How a cell stands before a reader. Fixed: printed and staying so (a zero, or printed in an earlier release). Unlisted:
 * in no row of the table, so never printed, but its value is tied to what is.
 */
export type Standing = 'fixed' | 'printed' | 'unlisted' | 'primary' | 'secondary';

export function isHidden(standing: Standing | undefined): boolean {
  return standing === 'primary' || standing === 'secondary';
}

/** A reader sees no value of it, so it may be thought to differ. */
export function mayMove(standing: Standing | undefined): boolean {
  return standing === 'primary' || standing === 'secondary' || standing === 'unlisted';
}

export function additiveTable(values: readonly number[], sums: readonly Sum[]): AdditiveTable {
  const places: Place[][] = values.map(() => []);
  for (const [sum, { total, parts }] of sums.entries()) {
    places[total]?.push({ sum, sign: 1 });
    for (const part of parts) places[part]?.push({ sum, sign: -1 });
  }
  return { values, sums, places };
}

/** How far each value may be thought to fall and rise. */
export type Bounds = { readonly lowest: Float64Array; readonly highest: Float64Array };

/**
 * Bounds of two readers. The plain one knows that counts are not negative. The one who knows the rule also reads the
 * reasons: `primary` is 1 to the largest hidden count, `secondary` is more than that, since zeros are printed.
 */
export function boundsOf(
  { values }: AdditiveTable,
  standings: readonly Standing[],
  reader: 'plain' | 'knows-the-rule',
  largestHidden: number,
): Bounds {
  const lowest = new Float64Array(values.length);
  const highest = new Float64Array(values.length);
  for (const [cell, value] of values.entries()) {
    const standing = standings[cell] ?? 'fixed';
    if (standing === 'fixed') continue;
    const [least, most] = rangeOf(standing, reader, largestHidden);
    lowest[cell] = least - value;
    highest[cell] = most - value;
  }
  return { lowest, highest };
}

function rangeOf(standing: Standing, reader: 'plain' | 'knows-the-rule', largestHidden: number): [number, number] {
  if (reader === 'plain' || standing === 'unlisted') return [0, Infinity];
  return standing === 'primary' ? [1, largestHidden] : [largestHidden + 1, Infinity];
}
