import type { CalendarDate } from '#kernel';
import { dateText, dayText, numberText, t } from '#language';
import type { Figure } from '#disclosure';
import { rateText } from '#place';
import type { ShareFigure } from './protect.ts';

/** Said in place of a figure that is hidden: never a blank, never a 0. */
export function hiddenText(): string {
  return t('paper-words.hidden');
}

/** How time was lost inside sessions, and beyond what absence figures hold; in the order of the table. */
export const LOST_INSIDE = [
  'late',
  'late-to-lesson',
  'left-lesson',
  'removed-from-lesson',
  'internal-exclusion',
  'detention-in-lesson-time',
] as const;
export const LOST_BEYOND = ['access-failure', 'off-roll'] as const;

export function listLeftOut(): readonly string[] {
  return [t('paper-words.left-out.pupil'), t('paper-words.left-out.rank'), t('paper-words.left-out.cohort')];
}

/** `9.2% (2,155 of 23,355)`, or that it is hidden. */
export function shareText({ percent, numerator, denominator }: ShareFigure): string {
  if (percent.kind === 'hidden') return hiddenText();
  return t('paper-words.share', {
    percent: percentText(percent.value),
    number: figureText(numerator),
    total: figureText(denominator),
  });
}

export function percentText(value: number): string {
  return `${rateText(value, 1)}%`;
}

function figureText(figure: Figure): string {
  return figure.kind === 'hidden' ? hiddenText() : numberText(figure.value);
}

/** `2 September to 19 December 2025`, both years where they differ. */
export function spanText(from: CalendarDate, to: CalendarDate): string {
  return t('paper-words.span', {
    from: from.slice(0, 4) === to.slice(0, 4) ? dayText(from) : dateText(from),
    to: dateText(to),
  });
}
