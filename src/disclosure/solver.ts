import loadHighs, { type Highs } from 'highs';
import { seededRandom } from '#kernel';

/** Columns with bounds and a cost, rows that must hold. Least cost is sought. */
export type Programme = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};
export type Column = { readonly cost: number; readonly least: number; readonly most: number };
export type Row = {
  readonly least: number;
  readonly most: number;
  readonly entries: readonly (readonly [column: number, by: number])[];
};

/** Values in whole numbers with which all rows hold, at little cost; undefined where none were found. */
export type Solver = (programme: Programme, effort: 'little' | 'much') => readonly number[] | undefined;

const OPTIMAL = 7;
const FEASIBLE = 2;
/** Limits of work, not of time, so that the same table always comes out the same. */
const TRIES = { little: 2, much: 8 } as const;
const MOST_BRANCHES = 100;
/** Beyond this many columns even the first branch takes minutes. */
const MOST_COLUMNS = 4000;

/**
 * HiGHS, in this process (docs/decisions/0012). What it answers is only ever a proposal: whoever uses it checks the
 * move itself, in whole numbers, and what it does not find counts as not protected.
 *
 * Corners of these programmes are nearly always whole. Where one is not, slightly other costs lead to another corner;
 * branching comes last, because it takes a thousand times longer.
 */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (programme, effort) => {
    const { next } = seededRandom(1);
    let columns = programme.columns;
    for (let tried = 0; tried < TRIES[effort]; tried += 1) {
      const found = solve(highs, { ...programme, columns }, false);
      if (!found) return undefined;
      if (found.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return found.map(Math.round);
      columns = programme.columns.map((column) => ({ ...column, cost: column.cost * (1 + next()) }));
    }
    const mayBranch = effort === 'much' && columns.length <= MOST_COLUMNS;
    return mayBranch ? solve(highs, programme, true)?.map(Math.round) : undefined;
  };
}

function solve(highs: Highs, { columns, rows }: Programme, whole: boolean): readonly number[] | undefined {
  const starts = [0];
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length);
  const flat = rows.flatMap(({ entries }) => entries);
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, mip_max_nodes: MOST_BRANCHES, mip_max_improving_sols: 1 });
    model.passModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ least }) => least),
      colUpper: columns.map(({ most }) => most),
      rowLower: rows.map(({ least }) => least),
      rowUpper: rows.map(({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: flat.map(([column]) => column),
        values: flat.map(([, by]) => by),
      },
      ...(whole ? { integrality: columns.map(() => 1 as const) } : {}),
    });
    model.run();
    const found =
      model.getModelStatus() === OPTIMAL || (whole && model.info.get('primal_solution_status') === FEASIBLE);
    return found ? [...model.getSolution().colValue] : undefined;
  });
}
