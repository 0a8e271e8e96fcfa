import loadHighs, { type Highs } from 'highs';

/** Columns with bounds and a cost, rows that must hold. Least cost is sought. */
export type Programme = {
  readonly columns: readonly { readonly cost: number; readonly least: number; readonly most: number }[];
  readonly rows: readonly Row[];
};
export type Row = {
  readonly least: number;
  readonly most: number;
  readonly entries: readonly (readonly [column: number, by: number])[];
};

/** The values of a best answer in whole numbers, or undefined where there is none. */
export type Solver = (programme: Programme) => readonly number[] | undefined;

const OPTIMAL = 7;
/** Branches looked at before an answer in whole numbers counts as not found. A limit of work, not of time: it repeats. */
const MOST_BRANCHES = 2000;

/**
 * HiGHS, in this process (docs/decisions/0013). What it answers is only ever a proposal: whoever uses it checks the
 * move itself, in whole numbers, and what it cannot find counts as not protected.
 */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (programme) => {
    const relaxed = solve(highs, programme, false);
    if (!relaxed || relaxed.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return relaxed?.map(Math.round);
    return solve(highs, programme, true)?.map(Math.round);
  };
}

function solve(highs: Highs, { columns, rows }: Programme, whole: boolean): readonly number[] | undefined {
  const starts = [0];
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length);
  const flat = rows.flatMap(({ entries }) => entries);
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, mip_max_nodes: MOST_BRANCHES, mip_rel_gap: 0.1 });
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
    const found = model.getModelStatus() === OPTIMAL || (whole && model.info.get('primal_solution_status') === 2);
    return found ? [...model.getSolution().colValue] : undefined;
  });
}
