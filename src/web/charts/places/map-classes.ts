import { t } from '#language';
import type { MapClass } from './place-inputs.ts';
import { printed } from '../scale.ts';

const MOST = 5;
/** Widths that a reader finds round, times a power of ten; the first that needs no more than five classes is taken. */
const STEPS: readonly number[] = [1, 1.5, 2, 2.5, 3, 4, 5, 10, 15, 20];

export interface ClassWords {
  /** Decimals of the breaks, as printed: a break is rounded first, so that the words are exact. */
  readonly decimals: number;
  readonly unit: string;
}

/** At most five classes of equal width, with round breaks; one in the middle may be empty, which says something too. */
export function roundClasses(values: readonly number[], words: ClassWords): readonly MapClass[] {
  const sorted = sortedAsPrinted(values, words);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const rough = Math.max((high - low) / MOST, 10 ** -words.decimals);
  const power = 10 ** Math.floor(Math.log10(rough));
  // A step that could not be printed in full would make breaks that are not equal.
  const steps = STEPS.map((size) => size * power).filter((size) => roundTo(size, words.decimals) === roundTo(size, 12));
  const step = steps.find((size) => spans(low, high, size) <= MOST) ?? 20 * power;
  const first = Math.floor(low / step) + 1;
  const breaks = Array.from({ length: MOST - 1 }, (_, at) => roundTo((first + at) * step, words.decimals));
  return classesOf(breaks, sorted, words);
}

/** The class of a value: the place of its break in the list. */
export function classOf(value: number, classes: readonly MapClass[]): number {
  const at = classes.findIndex((one) => value < one.below);
  return at === -1 ? classes.length - 1 : at;
}

/** How many classes of this width it takes to hold everything. */
function spans(low: number, high: number, step: number): number {
  return Math.floor(high / step) - Math.floor(low / step) + 1;
}

/**
 * A class ends half a last decimal before its break, because a value just under it is printed as the break itself, and
 * must not stand in the class below.
 */
function classesOf(breaks: readonly number[], sorted: readonly number[], words: ClassWords): readonly MapClass[] {
  const half = 0.5 * 10 ** -words.decimals;
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const used = [...new Set(breaks)].filter((one) => one > lowest && one <= highest);
  const text = (value: number): string => `${printed(value, words.decimals)}${words.unit}`;
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) {
    const [low, high] = [sorted[0], sorted.at(-1)];
    const all = low === undefined || high === undefined ? t('pictures.class.any') : spanWords(text(low), text(high));
    return [{ below: Infinity, words: all }];
  }
  const between = used.slice(1).map((one, at) => ({
    below: one - half,
    words: t('pictures.class.between', { low: text(used[at] ?? one), high: text(one) }),
  }));
  return [
    { below: first - half, words: t('pictures.class.under', { high: text(first) }) },
    ...between,
    { below: Infinity, words: t('pictures.class.from', { low: text(last) }) },
  ];
}

function sortedAsPrinted(values: readonly number[], words: ClassWords): readonly number[] {
  return values
    .filter((value) => Number.isFinite(value))
    .map((value) => roundTo(value, words.decimals))
    .toSorted((a, b) => a - b);
}

function spanWords(low: string, high: string): string {
  return low === high ? low : t('pictures.class.span', { low, high });
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
