import type { ComparedSchool, SchoolMeasure } from '#accountability';
import { dataText, insideText, t } from '#language';
import type { StratifiedBy } from '#lost-learning';
import { rateText } from '#place';
import { printed } from '../../charts/scale.ts';
import { wordsFor } from '../lost-learning/words.ts';

type Reading = ComparedSchool['reading'];

/** What is said of a school, never a place in an order. */
export function readingText(reading: Reading): string {
  return t(`compared.reading.${reading}`);
}

export function factorText(factor: StratifiedBy): string {
  return t(`compared.factor.${factor}`);
}

/** `primary schools`. */
export function phaseInside(phase: string): string {
  return insideText(wordsFor('phase', phase));
}

export function levelWords(factor: StratifiedBy, level: string): string {
  return wordsFor(factor === 'year_group' ? 'year-group' : factor, level);
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
  const said = (reading: Reading): number => schools.filter((school) => school.reading === reading).length;
  const [more, fewer] = [said('more'), said('fewer')];
  const values = { count: schools.length, phase: phaseInside(phase), cases: dataText(measure.casesWords) };
  if (more + fewer === 0) return t('compared.none', values);
  if (fewer === 0) return t('compared.more', { ...values, more });
  return more === 0 ? t('compared.fewer', { ...values, fewer }) : t('compared.both', { ...values, more, fewer });
}

/** The same for one school, with its figures. */
export function schoolSentences(measure: SchoolMeasure, name: string, school: ComparedSchool): readonly string[] {
  const { cases, pupils, expected, reading, rate } = school;
  const values = {
    school: name,
    cases: printed(cases),
    pupils: printed(pupils),
    pupilsWords: dataText(measure.pupilsWords),
    casesWords: dataText(measure.casesWords),
  };
  const had = rate
    ? t('compared.one.had', { ...values, share: shareText(rate.value) })
    : t('compared.one.had-alone', values);
  if (reading === 'cannot-say') return [had, t('compared.one.nothing')];
  const like = t('compared.one.like', { expected: expectedText(expected), share: shareText(expected / pupils) });
  return [had, like, t(`compared.verdict.${reading}`)];
}
