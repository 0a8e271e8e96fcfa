import { broken } from '#kernel';
import type { Standing } from './additive-table.ts';
import { crossTable, type CrossedTable } from './crossed-table.ts';
import type { CountRow } from './draft-table.ts';
import { fillGaps } from './fill-gaps.ts';
import { hidden, shown, type Figure } from './figure.ts';
import { POLICIES, type Policy, type PolicyId } from './policy.ts';
import { makePublishable, type Publishable } from './publishable.ts';
import { roundTo } from './rounding.ts';
import { noteOf } from './note.ts';
import { suppress, type Suppression } from './suppress.ts';
import { checkCount } from './whole-count.ts';

export type ProtectedRow = { readonly categories: readonly string[]; readonly figure: Figure };

export type ProtectedTable = {
  /** The rows that were given, in their order. */
  readonly rows: readonly ProtectedRow[];
  readonly primary: number;
  readonly secondary: number;
  /** Hidden figures that a reader who knows the rule can narrow below the width: nothing more can be hidden for them. */
  readonly narrowed: number;
};

export type TableAnswer =
  | { readonly kind: 'protected'; readonly table: Publishable<ProtectedTable> }
  /** A total that is not what its rows add up to. `row` is its place in the rows that were given. */
  | { readonly kind: 'misfit'; readonly row: number; readonly parts: number };

/**
 * A table of counts with what is small hidden, and as little else as keeps it from being worked out. Rows that leave
 * out a combination leave out a zero, unless their totals say otherwise.
 */
export async function protectTable(
  rows: readonly CountRow[],
  policyId: PolicyId,
  rounded: 'rounded' | 'exact' = 'rounded',
): Promise<TableAnswer> {
  for (const { count } of rows) checkCount(count, 'a count of the table');
  const policy = POLICIES[policyId];
  const crossed = await crossTable(rows, fillGaps);
  if (crossed.kind === 'misfit') return crossed;
  const suppression = await suppressCrossed(crossed, policy);
  if (suppression.exposed.length > 0) throw broken('disclosure/exposed', 'a table by itself can always be protected');
  const base = rounded === 'rounded' ? policy.base : 1;
  const figures: Figure[] = rows.map(({ count }) => shown(roundTo(count, base)));
  for (const [cell, row] of crossed.rowOf.entries()) {
    const standing = suppression.standings[cell];
    if (standing === 'primary' || standing === 'secondary') figures[row] = hidden(standing);
  }
  const count = (standing: Standing) => suppression.standings.filter((one) => one === standing).length;
  const content: ProtectedTable = {
    rows: rows.map(({ categories }, row) => ({ categories, figure: figures[row] ?? hidden('primary') })),
    primary: count('primary'),
    secondary: count('secondary'),
    narrowed: suppression.narrowed.filter((cell) => cell < rows.length).length,
  };
  return { kind: 'protected', table: makePublishable(content, noteOf(figures, { ...policy, base })) };
}

/** Of cells that would do, the smaller before the larger, and totals last; always few before many. */
const PRICE = { cell: 64, mostForSize: 15, total: 2, mostForTotals: 6 } as const;

async function suppressCrossed(
  { table, crossing, rowOf, gaps }: CrossedTable,
  { largestHidden, width }: Policy,
): Promise<Suppression> {
  const { values } = table;
  const isSmall = (cell: number) => (values[cell] ?? 0) > 0 && (values[cell] ?? 0) <= largestHidden;
  const standings = values.map((value, cell): Standing => {
    if (cell >= rowOf.length) return 'unlisted';
    if (value === 0) return 'fixed';
    return isSmall(cell) ? 'primary' : 'printed';
  });
  const prices = Float64Array.from(values, (value, cell) => {
    const size = Math.min(PRICE.mostForSize, Math.floor(Math.log2(Math.max(1, value))));
    const totals = (crossing.coordinates[cell] ?? []).filter((category) => category === 0).length;
    return PRICE.cell + size + Math.min(PRICE.mostForTotals, PRICE.total * totals);
  });
  const alsoGuarded = gaps.filter(isSmall);
  return suppress({ table, standings, alsoGuarded, prices, crossing, largestHidden, width });
}
