import { rateText } from './rate-text.ts';

/**
 * What the numbers of a measure are. `after` stands after a number in a sentence, `heading` over a column of numbers,
 * `decimals` is the most that is printed (`count` has none). `per`: what a rate is multiplied by, for a measure that
 * can be divided again from its counts.
 */
export const UNITS = {
  percent: { after: '%', heading: 'Rate', decimals: 2, per: 100 },
  'per-100-pupils': { after: ' per 100 pupils', heading: 'For every 100 pupils', decimals: 2, per: 100 },
  'per-1000-sessions': { after: ' per 1,000 sessions', heading: 'For every 1,000 sessions', decimals: 2, per: 1000 },
  'per-1000-births': {
    after: ' per 1,000 live births',
    heading: 'For every 1,000 live births',
    decimals: 2,
    per: 1000,
  },
  'per-1000-girls': { after: ' per 1,000', heading: 'For every 1,000 girls aged 15 to 17', decimals: 2, per: 1000 },
  'per-10000': { after: ' per 10,000', heading: 'For every 10,000 children', decimals: 2, per: 10_000 },
  'per-100000': { after: ' per 100,000', heading: 'For every 100,000 children', decimals: 2, per: 100_000 },
  count: { after: '', heading: 'Number', decimals: 0, per: undefined },
  score: { after: '', heading: 'Score', decimals: 2, per: undefined },
} as const satisfies Readonly<
  Record<
    string,
    { readonly after: string; readonly heading: string; readonly decimals: number; readonly per: number | undefined }
  >
>;
export type Unit = keyof typeof UNITS;

/** The words of a unit after a number: `7.15%`, `11.31 per 100 pupils`. */
export function unitWords(unit: Unit): string {
  return UNITS[unit].after;
}

/** A number with its unit as a page prints it: `7.15%`, `154,489`. Percentages keep one decimal or two, as given. */
export function unitText(unit: Unit, value: number, places = placesOf(unit, value)): string {
  const [whole = '', decimals] = rateText(value, places).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${decimals === undefined ? grouped : `${grouped}.${decimals}`}${UNITS[unit].after}`;
}

/** Decimals a value needs: to print `4.70` where the file says 4.7 would claim more than was published. */
export function placesOf(unit: Unit, value: number): number {
  const { decimals } = UNITS[unit];
  return decimals === 2 && rateText(value, 2).endsWith('0') ? 1 : decimals;
}
