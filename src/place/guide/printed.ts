/** What the guide’s numbers are. `times` and `percent-above` are against England. */
export type GuideUnit = 'percent' | 'per-100-pupils' | 'times' | 'percent-above' | 'days';

/** What the guide prints, and every number that would be printed so. */
export type Printed = {
  /** As printed, with its unit: `7.2%`, `almost double`. */
  readonly text: string;
  /** The number itself; undefined where words stand for it. */
  readonly value: number | undefined;
  readonly low: number;
  /** Infinity where the words only say “more than”. */
  readonly high: number;
  readonly unit: GuideUnit;
  /** How Kith reads words that are not a number, as a sentence. */
  readonly taken?: string;
};

const AFTER: Readonly<Record<GuideUnit, string>> = {
  percent: '%',
  'per-100-pupils': ' per 100',
  times: ' times',
  'percent-above': '% above',
  days: ' days',
};

/**
 * A number as it stands in print. `7.2` is any number from 7.15 to 7.25 and `1.80` any from 1.795 to 1.805: the decimals
 * that are printed are the precision that is claimed.
 */
export function printedNumber(digits: string, unit: GuideUnit): Printed {
  const value = Number(digits);
  const half = 0.5 * 10 ** -decimalsOf(digits);
  return { text: `${digits}${AFTER[unit]}`, value, low: value - half, high: value + half, unit };
}

/** A number of millions: `34` is any from 33.5 to 34.5 million. */
export function printedMillions(digits: string, unit: GuideUnit): Printed {
  const { value = 0, low, high } = printedNumber(digits, unit);
  const text = `${digits} million${AFTER[unit]}`;
  return { text, value: value * 1e6, low: low * 1e6, high: high * 1e6, unit };
}

/** Words that name a stretch of numbers (“almost double”), with the stretch Kith takes them for. */
export function printedWords(text: string, unit: GuideUnit, low: number, high: number, taken: string): Printed {
  return { text, value: undefined, low, high, unit, taken };
}

/** Words that only say “more than” (“much higher”, “highest”). */
export function printedAbove(text: string, unit: GuideUnit, low: number, taken: string): Printed {
  return printedWords(text, unit, low, Number.POSITIVE_INFINITY, taken);
}

/** Decimals in a number as written: 2 in `1.80`. */
export function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}
