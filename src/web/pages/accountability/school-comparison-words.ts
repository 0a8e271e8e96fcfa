import type { ComparedSchool, SchoolMeasure } from '#accountability';
import type { StratifiedBy } from '#lost-learning';
import { rateText } from '#place';
import { printed } from '../../charts/scale.ts';
import { wordsFor } from '../lost-learning/words.ts';

/** What is said of a school, never a place in an order. */
export const READINGS = {
  more: 'More than expected',
  fewer: 'Fewer than expected',
  'as-expected': 'As expected',
  'cannot-say': 'Cannot be said',
} as const satisfies Readonly<Record<ComparedSchool['reading'], string>>;

export const FACTORS = {
  year_group: 'Year group',
  sex: 'Sex',
  fsm: 'Free school meals',
  sen: 'Special educational needs',
} as const satisfies Readonly<Record<StratifiedBy, string>>;

export function levelWords(factor: StratifiedBy, level: string): string {
  if (level === '') return 'Not known';
  if (factor !== 'year_group') return wordsFor(factor, level);
  const known = wordsFor('year-group', level);
  return known === level ? `Year ${level}` : known;
}

/** `21.5%` of a share from 0 to 1. */
export function shareText(share: number): string {
  return `${rateText(100 * share, 1)}%`;
}

/** Expected people are no whole number; one decimal says so without pretending to more. */
export function expectedText(expected: number): string {
  return printed(expected, 1);
}

/** What the page says first of all these schools together. */
export function leadSentence(measure: SchoolMeasure, schools: readonly ComparedSchool[], phase: string): string {
  const said = (reading: ComparedSchool['reading']): number =>
    schools.filter((school) => school.reading === reading).length;
  const [more, fewer] = [said('more'), said('fewer')];
  const all = `${schools.length} ${phase}`;
  if (more + fewer === 0) {
    return `Once their pupils are allowed for, none of the ${all} has more or fewer pupils ${measure.casesWords} than chance and the usual differences between schools would explain.`;
  }
  const parts = [
    ...(more > 0 ? [`${more} ${more === 1 ? 'has' : 'have'} more`] : []),
    ...(fewer > 0 ? [`${fewer} ${fewer === 1 ? 'has' : 'have'} fewer`] : []),
  ];
  return `Of ${all}, ${parts.join(' and ')} pupils ${measure.casesWords} than their own pupils would lead one to expect, by more than chance and the usual differences between schools would explain.`;
}

/** The same for one school, with its figures. */
export function schoolSentences(measure: SchoolMeasure, name: string, school: ComparedSchool): readonly string[] {
  const { cases, pupils, expected, reading, rate } = school;
  const had = `${name} has ${printed(cases)} of ${printed(pupils)} ${measure.pupilsWords} ${measure.casesWords}${rate ? ` (${shareText(rate.value)})` : ''}.`;
  if (reading === 'cannot-say') return [had, 'There is nothing to hold that against.'];
  const like = `Pupils like its own, at all these schools together, would have brought about ${expectedText(expected)} (${shareText(expected / pupils)}).`;
  return [had, like, VERDICTS[reading]];
}

const VERDICTS = {
  more: 'The difference is more than chance and the usual differences between schools would explain. It is a question to ask, together with the school, and not an answer.',
  fewer:
    'The difference is more than chance and the usual differences between schools would explain. Ask what the school does, and whether its registers and its roll tell the whole story.',
  'as-expected': 'A difference of this size comes about by chance and by the usual differences between schools.',
} as const;
