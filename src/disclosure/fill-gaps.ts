import type { FillGaps } from './crossed-table.ts';
import { openSolver, type Row } from './solver.ts';

/** The smallest values for unknown cells with which all sums hold. One set of many: it is only where a search begins. */
export const fillGaps: FillGaps = async ({ values, sums }, unknown) => {
  const columnOf = new Map(unknown.map((cell, column) => [cell, column]));
  const rows = sums.flatMap(({ total, parts }): Row[] => {
    const signed = [{ cell: total, sign: 1 }, ...parts.map((cell) => ({ cell, sign: -1 }))];
    const known = signed
      .filter(({ cell }) => !columnOf.has(cell))
      .reduce((sum, { cell, sign }) => sum + sign * (values[cell] ?? 0), 0);
    const entries = signed.flatMap(({ cell, sign }) => {
      const column = columnOf.get(cell);
      return column === undefined ? [] : [[column, sign] as const];
    });
    return entries.length === 0 ? [] : [{ least: -known, most: -known, entries }];
  });
  const solve = await openSolver();
  const found = solve({ columns: unknown.map(() => ({ cost: 1, least: 0, most: Infinity })), rows }, 'much');
  if (!found) return undefined;
  const filled = values.map((value, cell) => found[columnOf.get(cell) ?? -1] ?? value);
  const holds = sums.every(
    ({ total, parts }) => filled[total] === parts.reduce((sum, part) => sum + (filled[part] ?? 0), 0),
  );
  return holds && filled.every((value) => value >= 0) ? filled : undefined;
};
