import loadHighs, { type Highs } from 'highs';

/** A row as it was printed: a number, or `c` and a reason. */
export type PrintedRow = { readonly categories: readonly string[]; readonly printed: string; readonly reason: string };

/** What an attacker takes for granted: nothing but whole counts, or also the rule behind the reasons. */
export type Reader = 'plain' | 'knows-the-rule';

export type Attack = { readonly row: number; readonly least: number; readonly most: number };

/**
 * Works out of a printed table, by integer programming, the least and the most that each hidden count can be. Knows
 * nothing of how the table was protected: every row is a sum over single combinations of categories, and these are
 * whole and not negative. A combination without a row is 0, or any count where `absent` is `unknown`.
 */
export async function attack(
  rows: readonly PrintedRow[],
  reader: Reader,
  absent: 'zero' | 'unknown' = 'zero',
): Promise<readonly Attack[]> {
  highs ??= await loadHighs();
  const dimensions = rows[0]?.categories.length ?? 0;
  const named = Array.from({ length: dimensions }, (_, at) => [
    ...new Set(rows.map((row) => row.categories[at] ?? '').filter((name) => name !== 'Total')),
  ]);
  const single = new Map<string, number>();
  for (const atom of product(named)) {
    const listed = rows.some((row) => row.categories.join('|') === atom.join('|'));
    if (listed || absent === 'unknown') single.set(atom.join('|'), single.size);
  }
  const parts = rows.map(({ categories }) =>
    product(categories.map((name, at) => (name === 'Total' ? (named[at] ?? []) : [name]))).flatMap((atom) => {
      const column = single.get(atom.join('|'));
      return column === undefined ? [] : [column];
    }),
  );
  const limits = rows.map(({ printed, reason }) => limitsOf(printed, reason, reader));
  return solveAll(highs, single.size, parts, limits, rows);
}

let highs: Highs | undefined;

function limitsOf(printed: string, reason: string, reader: Reader): readonly [number, number] {
  if (printed !== 'c') return [Number(printed), Number(printed)];
  if (reader === 'plain') return [0, Infinity];
  return reason === 'primary' ? [1, 7] : [8, Infinity];
}

/** Far above any count in the tests, so that “any number” is a number. */
const MANY = 1e5;

function solveAll(
  solver: Highs,
  columns: number,
  parts: readonly (readonly number[])[],
  limits: readonly (readonly [number, number])[],
  rows: readonly PrintedRow[],
): readonly Attack[] {
  const all = [...Array(columns).keys()];
  const starts = [0];
  for (const row of parts) starts.push((starts.at(-1) ?? 0) + row.length);
  return solver.withModel((model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    model.passModel({
      numCols: columns,
      numRows: rows.length,
      colCost: all.map(() => 0),
      colLower: all.map(() => 0),
      colUpper: all.map(() => MANY),
      rowLower: limits.map(([least]) => least),
      rowUpper: limits.map(([, most]) => most),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: parts.flat(),
        values: parts.flat().map(() => 1),
      },
      integrality: all.map(() => 1 as const),
    });
    const reach = (row: number, sign: 1 | -1): number => {
      const own = new Set(parts[row]);
      model.changeColsCost(
        { kind: 'set', indices: all },
        all.map((column) => (own.has(column) ? sign : 0)),
      );
      model.run();
      if (model.getModelStatus() !== 7)
        throw new Error(`the attack on row ${row} ended with ${model.getModelStatus()}`);
      return Math.round(sign * model.getObjectiveValue());
    };
    return rows.flatMap(({ printed }, row) =>
      printed === 'c' ? [{ row, least: reach(row, 1), most: reach(row, -1) }] : [],
    );
  });
}

function product(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<string[][]>((made, list) => made.flatMap((one) => list.map((name) => [...one, name])), [[]]);
}
