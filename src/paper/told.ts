import { writtenDate } from '#kernel';
import type { EnglandBeside } from './england.ts';
import type { SafeTerm } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { numberText, percentText } from './words.ts';

/** What happened in the term, in a few sentences that each stand by themselves. */
export function tellTerm(
  now: TermSums,
  safe: SafeTerm,
  before: SafeTerm | undefined,
  england: EnglandBeside,
): readonly string[] {
  const { percent, numerator } = safe.absence.all;
  if (percent.kind === 'hidden' || numerator.kind === 'hidden') {
    return [
      'How much learning time was missed is not shown. So few pupils are counted here that a figure would tell about single pupils, and a page for governors may be read by anyone.',
    ];
  }
  const days = numberText(Math.round(numerator.value / 2));
  const each = percentText(numerator.value / 2 / now.enrolments).replace('%', '');
  return [
    `Pupils missed ${percentText(percent.value)} of the sessions (half days) they could have attended: about ${days} days in all, or ${each} days for each pupil.`,
    agreedSentence(safe),
    ...besideSentence(before, england),
    ...weeksSentence(now, safe),
    ...persistentSentence(safe),
  ];
}

function agreedSentence({ absence: { unauthorised } }: SafeTerm): string {
  const { numerator } = unauthorised;
  if (numerator.kind === 'hidden')
    return 'How much of that the school had agreed to is not shown, because of small numbers.';
  if (numerator.value === 0) return 'All of that was absence the DfE counts as authorised, such as illness.';
  return `About ${numberText(Math.round(numerator.value / 2))} of those days were missed without agreement. The others the DfE counts as authorised, such as illness.`;
}

function besideSentence(before: SafeTerm | undefined, england: EnglandBeside): readonly string[] {
  const lastYear = before?.absence.all.percent;
  const last = lastYear?.kind === 'shown' ? percentText(lastYear.value) : undefined;
  const value = england.kind === 'beside' ? england.figures.all : undefined;
  if (england.kind === 'none' || value === undefined) {
    return last === undefined ? [] : [`In the same term last year it was ${last}.`];
  }
  const theirs = `England’s ${england.schools} missed ${percentText(value)} in the ${england.of.term} term of ${england.of.year}.`;
  return [last === undefined ? theirs : `In the same term last year it was ${last}. ${theirs}`];
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
    `Most was missed in the week of ${writtenDate(most.monday)} (${percentText(most.percent)}), least in that of ${writtenDate(least.monday)} (${percentText(least.percent)}).`,
  ];
}

function persistentSentence({ persistent: { percent } }: SafeTerm): readonly string[] {
  if (percent.kind === 'hidden') return [];
  return [`${percentText(percent.value)} of pupils missed a tenth or more of their own sessions.`];
}
