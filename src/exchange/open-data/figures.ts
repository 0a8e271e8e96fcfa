import { contentOf } from '#disclosure';
import type { PrintedRow } from './protect-set.ts';
import type { ReleasedFigure } from './release.ts';

/** Every figure of a data set in long form, row by row. */
export function listFigures(
  rows: readonly PrintedRow[],
  indicators: readonly { readonly name: string }[],
): readonly ReleasedFigure[] {
  return rows.flatMap(({ topic, name, figures }) =>
    figures.map((safe, column): ReleasedFigure => {
      const figure = contentOf(safe);
      const own = { topic, breakdown: name, indicator: indicators[column]?.name ?? '' };
      return figure.kind === 'shown'
        ? { ...own, value: figure.value, symbol: null, reason: null }
        : { ...own, value: null, symbol: figure.symbol, reason: figure.words };
    }),
  );
}

/** How many figures are hidden for each reason, by its sentence. */
export function countHidden(figures: readonly ReleasedFigure[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { reason } of figures) if (reason !== null) counted[reason] = (counted[reason] ?? 0) + 1;
  return counted;
}
