import { additiveTable, type AdditiveTable, type Sum } from './additive-table.ts';
import { draftOf, keyOf, type CountRow, type Draft } from './draft-table.ts';
import type { Crossing } from './prism.ts';

/** A total that cannot be the total of its rows. `row` is its place in the rows that were given. */
export type Misfit = { readonly kind: 'misfit'; readonly row: number; readonly parts: number };

export type CrossedTable = {
  readonly kind: 'crossed';
  /** The first cells are the rows, in an order of their own; the others stand in no row. */
  readonly table: AdditiveTable;
  readonly crossing: Crossing;
  /** For each cell that is a row, its place in the rows that were given. */
  readonly rowOf: readonly number[];
  /** Cells in no row whose absence is not a zero, since their totals are larger than the rows that are there. */
  readonly gaps: readonly number[];
};

/** Finds values for cells that stand in no row, so that all sums hold; undefined where none do. */
export type FillGaps = (table: AdditiveTable, unknown: readonly number[]) => Promise<readonly number[] | undefined>;

type Line = { readonly total: number; readonly dimension: number; readonly parts: number[] };

/**
 * Reads the sums out of a table. An absent row counts as a zero where its totals agree with that. Where they are larger,
 * the rows that are left out are unknown numbers tied to the printed ones. A total that is missing between printed ones
 * is what its parts add up to, so that what follows from it is seen to follow.
 */
export async function crossTable(rows: readonly CountRow[], fillGaps: FillGaps): Promise<CrossedTable | Misfit> {
  const draft = draftOf(rows);
  addMissingTotals(draft);
  const lines = linesOf(draft);
  sumMissingTotals(draft, lines, rows.length);
  const [wrong] = lines
    .filter((line) => isWrong(draft, line))
    .toSorted((a, b) => totalsIn(draft, a) - totalsIn(draft, b));
  if (wrong) return misfit(draft, wrong);
  const open = lines.filter((line) => shortfall(draft, line) > 0);
  if (open.length === 0) return crossed(draft, lines, []);
  const first = draft.values.length;
  const stuck = addGaps(draft, lines, open);
  if (stuck) return misfit(draft, stuck);
  const gaps = [...draft.values.keys()].slice(first);
  const result = crossed(draft, linesOf(draft), gaps);
  const filled = await fillGaps(result.table, [...draft.values.keys()].slice(rows.length));
  const [least] = open;
  if (!filled && least) return misfit(draft, least);
  return { ...result, table: { ...result.table, values: filled ?? draft.values } };
}

function crossed(draft: Draft, lines: readonly Line[], gaps: readonly number[]): CrossedTable {
  const sums = lines.map(({ total, parts }): Sum => ({ total, parts }));
  const dimensions = [...draft.sizes.keys()].filter((one) => draft.coordinates.some((own) => own[one] === 0));
  return {
    kind: 'crossed',
    table: additiveTable(draft.values, sums),
    crossing: { sizes: draft.sizes, coordinates: draft.coordinates, crossed: dimensions },
    rowOf: draft.rowOf,
    gaps,
  };
}

function shortfall({ values }: Draft, { total, parts }: Line): number {
  return (values[total] ?? 0) - parts.reduce((sum, part) => sum + (values[part] ?? 0), 0);
}

/** Parts that are more than their total, or less though none is left out. */
function isWrong(draft: Draft, line: Line): boolean {
  const short = shortfall(draft, line);
  return short < 0 || (short > 0 && line.parts.length + 1 === draft.sizes[line.dimension]);
}

/** How many dimensions a line’s total spans: of two that do not fit, the narrower says more of where the fault is. */
function totalsIn({ coordinates }: Draft, { total }: Line): number {
  return (coordinates[total] ?? []).filter((category) => category === 0).length;
}

/** The printed total nearest to a line that does not add up. */
function misfit(draft: Draft, line: Line): Misfit {
  const parts = line.parts.reduce((sum, part) => sum + (draft.values[part] ?? 0), 0);
  return { kind: 'misfit', row: draft.rowOf[line.total] ?? draft.rowOf[line.parts[0] ?? 0] ?? 0, parts };
}

/** One line for each total and each dimension in which some of its parts are there. */
function linesOf(draft: Draft): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const [cell, own] of draft.coordinates.entries()) {
    for (const [dimension, category] of own.entries()) {
      if (category === 0) continue;
      const total = draft.cells.get(keyOf(draft, own.with(dimension, 0)));
      if (total === undefined) continue;
      const key = `${total}/${dimension}`;
      const line = lines.get(key);
      if (line) line.parts.push(cell);
      else lines.set(key, { total, dimension, parts: [cell] });
    }
  }
  return [...lines.values()];
}

/** Totals in no row that stand between a row and a printed total of several dimensions. */
function addMissingTotals(draft: Draft): void {
  for (const own of draft.coordinates) {
    const dimensions = [...own.keys()].filter((dimension) => own[dimension] !== 0);
    for (const collapsed of subsetsOf(dimensions)) {
      if (collapsed.length < 2 || !draft.cells.has(keyOf(draft, collapse(own, collapsed)))) continue;
      for (const between of subsetsOf(collapsed)) {
        if (between.length > 0 && between.length < collapsed.length) addCell(draft, collapse(own, between));
      }
    }
  }
}

function addCell(draft: Draft, coordinates: readonly number[]): boolean {
  const key = keyOf(draft, coordinates);
  if (draft.cells.has(key)) return false;
  draft.cells.set(key, draft.values.length);
  draft.coordinates.push(coordinates);
  draft.values.push(0);
  return true;
}

/** Those with fewest totals first: their parts are known by then. */
function sumMissingTotals(draft: Draft, lines: readonly Line[], rows: number): void {
  const missing = lines
    .filter(({ total }) => total >= rows)
    .toSorted((a, b) => totalsIn(draft, a) - totalsIn(draft, b));
  for (const { total, parts } of missing) {
    const sum = parts.reduce((all, part) => all + (draft.values[part] ?? 0), 0);
    draft.values[total] = Math.max(draft.values[total] ?? 0, sum);
  }
}

/** More would be a table of little else than gaps. */
const MOST_GAPS = 100_000;

/**
 * Adds the cells whose absence is not a zero, until every sum that has one has all of its own. Gives the line that does
 * not add up and has no row left out, if there is one.
 */
function addGaps(draft: Draft, lines: readonly Line[], open: readonly Line[]): Line | undefined {
  const zeros = zerosOf(draft, lines);
  const first = draft.values.length;
  let waiting: readonly Line[] = open;
  while (waiting.length > 0) {
    const before = draft.values.length;
    for (const { total, dimension } of waiting) {
      const own = draft.coordinates[total] ?? [];
      for (let category = 1; category < (draft.sizes[dimension] ?? 0); category += 1) {
        const coordinates = own.with(dimension, category);
        if (!zeros(coordinates)) addCell(draft, coordinates);
      }
      if (draft.values.length - first > MOST_GAPS) return open[0];
    }
    const isGap = (cell: number) => cell >= first;
    waiting =
      draft.values.length === before
        ? []
        : linesOf(draft).filter(({ total, parts }) => isGap(total) || parts.some(isGap));
  }
  const filled = new Set(
    linesOf(draft)
      .filter(({ parts }) => parts.some((part) => part >= first))
      .map(({ total, dimension }) => `${total}/${dimension}`),
  );
  return open.find(({ total, dimension }) => !filled.has(`${total}/${dimension}`));
}

/** Whether a combination in no row is a zero, because a line it belongs to adds up without it. */
function zerosOf(draft: Draft, lines: readonly Line[]): (coordinates: readonly number[]) => boolean {
  const whole = new Set(
    lines.filter((line) => shortfall(draft, line) === 0).map(({ total, dimension }) => `${total}/${dimension}`),
  );
  return (coordinates) =>
    coordinates.some((category, dimension) => {
      const total = category === 0 ? undefined : draft.cells.get(keyOf(draft, coordinates.with(dimension, 0)));
      return total !== undefined && whole.has(`${total}/${dimension}`);
    });
}

function collapse(coordinates: readonly number[], dimensions: readonly number[]): readonly number[] {
  return coordinates.map((category, dimension) => (dimensions.includes(dimension) ? 0 : category));
}

function subsetsOf(items: readonly number[]): readonly (readonly number[])[] {
  return items.reduce<number[][]>((subsets, item) => subsets.flatMap((subset) => [subset, [...subset, item]]), [[]]);
}
