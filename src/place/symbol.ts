/** A value that is not there, and why. Never a zero. */
export type Missing = { readonly kind: 'missing'; readonly symbol: string; readonly reason: string };

export type PublishedSymbol = {
  readonly symbol: string;
  /** Two or three words for a table cell. */
  readonly short: string;
  /** Why there is no number, as a sentence. */
  readonly reason: string;
  /** Still used by DfE, or found in older files only. */
  readonly current: boolean;
};

/**
 * Every mark that stands where a number should. Source: DfE analysts’ guide, “Open Data Standards”, data symbols
 * (z, x, c, low, u, and that `:` is the old x and `~` the old low); the data guidance of the absence and exclusion
 * releases up to 2020/21, which reads `:` as not applicable. `k`, `.`, `..` and `-` are older government conventions
 * that no opened source defines for these files: their reasons say only that there is no figure (`k`: an assumption,
 * that it is the older `low`).
 */
export const SYMBOLS: readonly PublishedSymbol[] = [
  { symbol: 'c', short: 'Hidden', reason: 'DfE hides this figure to protect confidentiality.', current: true },
  { symbol: 'z', short: 'Does not apply', reason: 'This figure does not apply here.', current: true },
  { symbol: 'x', short: 'Not available', reason: 'DfE does not have this figure.', current: true },
  {
    symbol: 'u',
    short: 'Not reliable',
    reason: 'DfE holds this figure back because it is not reliable.',
    current: true,
  },
  {
    symbol: 'low',
    short: 'Rounds to 0',
    reason: 'The figure is so small that it rounds to 0, but it is not 0.',
    current: true,
  },
  { symbol: ':', short: 'Not available', reason: 'The figure does not apply or is not available.', current: false },
  {
    symbol: '~',
    short: 'Rounds to 0',
    reason: 'The figure is so small that it rounds to 0, but it is not 0.',
    current: false,
  },
  {
    symbol: 'k',
    short: 'Rounds to 0',
    reason: 'The figure is so small that it rounds to 0, but it is not 0.',
    current: false,
  },
  { symbol: '.', short: 'No figure', reason: 'DfE gives no figure here and does not say why.', current: false },
  { symbol: '..', short: 'No figure', reason: 'DfE gives no figure here and does not say why.', current: false },
  { symbol: '-', short: 'No figure', reason: 'DfE gives no figure here and does not say why.', current: false },
  {
    symbol: 'NA',
    short: 'No figure',
    reason: 'DfE’s file leaves this figure out and does not say why.',
    current: false,
  },
  {
    symbol: 'small',
    short: 'Hidden',
    reason: 'The figure is of fewer than 5 pupils, or of a group of fewer than 20. Kith leaves it out to protect them.',
    current: true,
  },
  { symbol: '', short: 'No figure', reason: 'DfE’s file leaves this cell empty and does not say why.', current: false },
];

const BY_SYMBOL = new Map(SYMBOLS.map((symbol) => [symbol.symbol, symbol]));

/** The symbol a cell holds, or undefined where it is something else. Square brackets, as in `[c]`, are the same mark. */
export function findSymbol(cell: string): PublishedSymbol | undefined {
  const bare = cell.trim().replace(/^\[(.*)\]$/, '$1');
  return BY_SYMBOL.get(bare) ?? BY_SYMBOL.get(bare.toLowerCase());
}

/** The reason a symbol gives, for a value known to be missing. */
export function missing(symbol: string): Missing {
  const known = findSymbol(symbol);
  return { kind: 'missing', symbol, reason: known?.reason ?? `DfE’s file has “${symbol}” where a number should be.` };
}
