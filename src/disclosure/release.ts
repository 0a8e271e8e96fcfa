import { additiveTable, type Standing, type Sum } from './additive-table.ts';
import { hidden, shown, type Figure } from './figure.ts';
import { POLICIES, type PolicyId } from './policy.ts';
import { makePublishable, type Publishable } from './publishable.ts';
import { roundTo } from './rounding.ts';
import { noteOf } from './note.ts';
import { suppress } from './suppress.ts';
import { checkCount } from './whole-count.ts';

/** A figure described by the groups it counts. Groups share nobody: they are the parts that figures are made of. */
export type FigureOf = { readonly key: string; readonly of: readonly string[] };
export type ReleasedFigure = FigureOf & { readonly figure: Figure };

/** What was published at one time, as a log keeps it. */
export type Release = { readonly id: string; readonly figures: readonly ReleasedFigure[] };

export type ReleaseAnswer =
  | { readonly kind: 'protected'; readonly release: Publishable<readonly ReleasedFigure[]> }
  /** What stays printed would give small counts away, whatever of this release is hidden. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Figures of any groups, overlapping or published before, with what must be hidden so that all releases together give
 * nothing away: neither a hidden figure nor a small group that is the difference of larger ones. All releases count the
 * same people at the same moment (`groups` holds how many are in each).
 */
export async function protectRelease(
  groups: Readonly<Record<string, number>>,
  figures: readonly FigureOf[],
  earlier: readonly Release[],
  policyId: PolicyId,
): Promise<ReleaseAnswer> {
  const policy = POLICIES[policyId];
  const { cellOf, values, sums, sizes } = cellsOf(groups, [
    ...figures,
    ...earlier.flatMap((release) => release.figures),
  ]);
  const isSmall = (cell: number) => (values[cell] ?? 0) > 0 && (values[cell] ?? 0) <= policy.largestHidden;
  const standings = values.map((): Standing => 'unlisted');
  for (const figure of figures) {
    const cell = cellOf(figure);
    standings[cell] = values[cell] === 0 ? 'fixed' : isSmall(cell) ? 'primary' : 'printed';
  }
  const before = earlier.flatMap((release) => release.figures);
  for (const one of before.filter(({ figure }) => figure.kind === 'hidden'))
    standings[cellOf(one)] = isSmall(cellOf(one)) ? 'primary' : 'secondary';
  for (const one of before.filter(({ figure }) => figure.kind === 'shown')) standings[cellOf(one)] = 'fixed';
  const kept = new Set(before.filter(({ figure }) => figure.kind === 'hidden').map(cellOf));
  const alsoGuarded = [...standings.keys()].filter((cell) => standings[cell] === 'unlisted' && isSmall(cell));
  const prices = Float64Array.from(
    values,
    (value, cell) => 64 + Math.min(15, Math.floor(Math.log2(Math.max(1, value)))) + ((sizes[cell] ?? 1) > 1 ? 6 : 0),
  );
  const table = additiveTable(values, sums);
  const { largestHidden, width } = policy;
  const result = await suppress({
    table,
    standings,
    kept,
    alsoGuarded,
    prices,
    crossing: undefined,
    largestHidden,
    width,
  });
  if (result.exposed.length > 0) return { kind: 'refused', reason: REFUSED };
  const content = figures.map((figure): ReleasedFigure => {
    const standing = result.standings[cellOf(figure)];
    const isHidden = standing === 'primary' || standing === 'secondary';
    const value = roundTo(values[cellOf(figure)] ?? 0, policy.base);
    return { ...figure, figure: isHidden ? hidden(standing) : shown(value) };
  });
  const note = noteOf(
    content.map(({ figure }) => figure),
    policy,
  );
  return { kind: 'protected', release: makePublishable(content, note) };
}

const REFUSED =
  'What has been published before, with the zeros of this release, would give small counts away. Publish larger groups, or the same groups as before.';

/** A cell for each group and each different set of groups, and a sum for each set of several. */
function cellsOf(groups: Readonly<Record<string, number>>, figures: readonly FigureOf[]) {
  const keyOf = (of: readonly string[]) => JSON.stringify([...new Set(of)].toSorted());
  const sets = new Map(figures.map(({ of }) => [keyOf(of), [...new Set(of)].toSorted()]));
  const atoms = [...new Set([...sets.values()].flat())].toSorted();
  const cells = new Map(atoms.map((atom, cell) => [keyOf([atom]), cell]));
  const values = atoms.map((atom) => checkCount(groups[atom], `the count of “${atom}”`));
  const sizes = atoms.map(() => 1);
  const sums: Sum[] = [];
  for (const key of [...sets.keys()].toSorted()) {
    if (cells.has(key)) continue;
    const parts = (sets.get(key) ?? []).map((atom) => cells.get(keyOf([atom])) ?? 0);
    sums.push({ total: values.length, parts });
    cells.set(key, values.length);
    sizes.push(parts.length);
    values.push(parts.reduce((sum, part) => sum + (values[part] ?? 0), 0));
  }
  return { cellOf: ({ of }: FigureOf) => cells.get(keyOf(of)) ?? 0, values, sums, sizes };
}
