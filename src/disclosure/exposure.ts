import type { AdditiveTable, Standing } from './additive-table.ts';
import type { Crossing } from './prism.ts';

/** What is to be protected: cells with their standings, and those that must be left in doubt. */
export type Exposure = {
  readonly table: AdditiveTable;
  /** Counts too small to print are `primary` here. What else is hidden comes back as `secondary`. */
  readonly standings: readonly Standing[];
  /** Cells that must be left in doubt beside the hidden ones: small counts that no row prints, but sums could give away. */
  readonly alsoGuarded: readonly number[];
  /** Cells hidden before: they are not shown again. */
  readonly kept?: ReadonlySet<number>;
  /** What hiding a cell costs: a whole number above 0. The cheaper is hidden first. */
  readonly prices: Float64Array;
  readonly crossing: Crossing | undefined;
  readonly largestHidden: number;
  readonly width: number;
};
