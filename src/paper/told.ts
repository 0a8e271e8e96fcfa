import { dataText, dateText, numberText, t } from '#language';
import type { EnglandBeside } from './england.ts';
import type { SafeTerm } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { percentText } from './words.ts';

/** What happened in the term, in a few sentences that each stand by themselves. */
export function tellTerm(
  now: TermSums,
  safe: SafeTerm,
  before: SafeTerm | undefined,
  england: EnglandBeside,
): readonly string[] {
  const { percent, numerator } = safe.absence.all;
  if (percent.kind === 'hidden' || numerator.kind === 'hidden') {
    return [t('paper-words.told.hidden')];
  }
  const days = numberText(Math.round(numerator.value / 2));
  const each = percentText(numerator.value / 2 / now.enrolments).replace('%', '');
  return [
    t('paper-words.told.missed', { percent: percentText(percent.value), days, each }),
    agreedSentence(safe),
    ...besideSentence(before, england),
    ...weeksSentence(now, safe),
    ...persistentSentence(safe),
  ];
}

function agreedSentence({ absence: { unauthorised } }: SafeTerm): string {
  const { numerator } = unauthorised;
  if (numerator.kind === 'hidden') return t('paper-words.told.agreed-hidden');
  if (numerator.value === 0) return t('paper-words.told.agreed-all');
  return t('paper-words.told.agreed', { days: numberText(Math.round(numerator.value / 2)) });
}

function besideSentence(before: SafeTerm | undefined, england: EnglandBeside): readonly string[] {
  const lastYear = before?.absence.all.percent;
  const last = lastYear?.kind === 'shown' ? percentText(lastYear.value) : undefined;
  const value = england.kind === 'beside' ? england.figures.all : undefined;
  if (england.kind === 'none' || value === undefined) {
    return last === undefined ? [] : [t('paper-words.told.last', { last })];
  }
  const theirs = t('paper-words.told.england', {
    schools: dataText(england.schools),
    percent: percentText(value),
    term: england.of.term,
    year: england.of.year,
  });
  return [last === undefined ? theirs : `${t('paper-words.told.last', { last })} ${theirs}`];
}

/** The fullest and the emptiest week, where weeks are shown; no reason is guessed. */
function weeksSentence({ weeks }: TermSums, { stretches }: SafeTerm): readonly string[] {
  if (stretches?.by !== 'week') return [];
  const totals = stretches.shares.map((shares, index) => ({
    monday: weeks[index]?.monday,
    percent: shares.reduce((sum, share) => sum + share, 0),
  }));
  const [most, least] = [
    totals.toSorted((a, b) => b.percent - a.percent)[0],
    totals.toSorted((a, b) => a.percent - b.percent)[0],
  ];
  if (!most?.monday || !least?.monday || percentText(most.percent) === percentText(least.percent)) return [];
  return [
    t('paper-words.told.weeks', {
      most: dateText(most.monday),
      mostPercent: percentText(most.percent),
      least: dateText(least.monday),
      leastPercent: percentText(least.percent),
    }),
  ];
}

function persistentSentence({ persistent: { percent } }: SafeTerm): readonly string[] {
  if (percent.kind === 'hidden') return [];
  return [t('paper-words.told.persistent', { percent: percentText(percent.value) })];
}
