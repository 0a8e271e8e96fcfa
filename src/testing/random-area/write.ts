// From rows to CSV files: split, shuffled columns, quoting, either line end.
import type { OracleFile } from '../oracle/types.ts';
import type { Chance } from './prng.ts';

export type Row = Readonly<Record<string, string>>;

export type Layout = {
  readonly kind: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether the order of the rows may be shuffled: not where reading order alone decides. */
  readonly keepOrder: boolean;
  readonly parts: number;
};

const quoteIfNeeded = (chance: Chance, text: string): string =>
  /[",\r\n]/.test(text) || chance.is(0.01) ? `"${text.replaceAll('"', '""')}"` : text;

const csvOf = (chance: Chance, layout: Layout, rows: readonly Row[]): string => {
  const used = layout.optional.filter((column) => chance.is(0.9) || rows.some((row) => (row[column] ?? '') !== ''));
  const unknown = chance.is(0.2) ? ['colour'] : [];
  const columns = chance.shuffle([...layout.required, ...used, ...unknown]);
  const end = chance.is(0.15) ? '\r\n' : '\n';
  const lines = rows.map((row) =>
    columns.map((c) => quoteIfNeeded(chance, c === 'colour' ? 'blue' : (row[c] ?? ''))).join(','),
  );
  const text = [columns.join(','), ...lines].join(end);
  return chance.is(0.1) ? text : text + end;
};

/** Names sort as bytes: '-' before '.' before '_', so `marks-10.csv`, `marks-2.csv`, `marks.csv`, `marks_b.csv`. */
const partNames = (kind: string): readonly string[] => [
  `${kind}-10.csv`,
  `${kind}-2.csv`,
  `${kind}.csv`,
  `${kind}_b.csv`,
];

export const filesOf = (
  chance: Chance,
  layout: Layout,
  rows: readonly Row[],
  receivedAt: string,
): readonly OracleFile[] => {
  const names = partNames(layout.kind);
  const chosen = chance
    .shuffle(names)
    .slice(0, layout.parts)
    .sort((a, b) => names.indexOf(a) - names.indexOf(b));
  const shuffled = layout.keepOrder ? rows : chance.shuffle(rows);
  const size = Math.ceil(shuffled.length / chosen.length);
  return chosen.map((name, i) => ({
    name: layout.parts === 1 ? `${layout.kind}.csv` : name,
    text: csvOf(chance, layout, shuffled.slice(i * size, (i + 1) * size)),
    receivedAt,
  }));
};
