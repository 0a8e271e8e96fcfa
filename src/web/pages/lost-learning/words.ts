import { findText, numberText, t } from '#language';
import { rateText } from '#place';

/** `12 days`, `12.5 days`, `1 day`: two sessions are a day. */
export function daysText(sessions: number): string {
  return t('words.days', { days: sessions / 2 });
}

/** The same without the word, for a column that is headed “Days”. */
export function daysNumber(sessions: number): string {
  return numberText(sessions / 2, sessions % 2);
}

export function sessionsText(sessions: number): string {
  return t('words.sessions', { count: sessions });
}

export function childrenText(children: number): string {
  return t('words.children', { count: children });
}

/** `7.2%`; undefined where there is nothing to divide by. */
export function findPercentText(numerator: number, denominator: number, places = 1): string | undefined {
  return denominator > 0 ? `${rateText((100 * numerator) / denominator, places)}%` : undefined;
}

/** `a; b; c`: sentences or long names beside each other. */
export function alsoText(words: readonly string[]): string {
  return words.length === 0 ? '' : words.reduce((first, second) => t('words.also', { first, second }));
}

/** What files carry as codes. */
type Kind =
  | 'phase'
  | 'phase-of-one'
  | 'sen'
  | 'fsm'
  | 'sex'
  | 'in-care'
  | 'year-group'
  | 'status'
  | 'removal'
  | 'suspension'
  | 'suspension-reason'
  | 'gap';

/** Words of a value that files carry as a code (CBDS code sets, `words` of the catalogue); else the value as it came. */
export function wordsFor(kind: Kind, value: string): string {
  if (value === '') return t('words.not-known');
  return (
    findText(`words.${kind}.${value}`) ?? (kind === 'year-group' ? t('words.year-group-of', { year: value }) : value)
  );
}

/** Phases in the order in which children meet them. */
export const phaseOrder: readonly string[] = [
  'primary',
  'secondary',
  'all-through',
  'special',
  'alternative-provision',
];
