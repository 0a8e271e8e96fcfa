import { instantDate, startYear } from '#kernel';
import { dataText, dateText, t } from '#language';
import { rateText } from '#place';
import type { GoalMeasure } from './goal-measure.ts';
import { ENDINGS, type Mission } from './mission.ts';
import type { StepState } from './milestone-state.ts';
import { chanceWords, type Outlook } from './outlook.ts';
import type { PathPoint } from './series.ts';

/** `9.1%`, `2.39%`, `11.31 per 100 pupils`: one decimal or two, as many as the number has. */
export function goalFigure(unit: GoalMeasure['unit'], value: number): string {
  const text = rateText(value, 2);
  return withUnit(unit, text.endsWith('0') ? rateText(value, 1) : text);
}

/** `8.2%`: of a figure that is only about right. */
export function roughFigure(unit: GoalMeasure['unit'], value: number): string {
  return withUnit(unit, rateText(value, 1));
}

/** `8.2%`, `11.31 per 100 pupils`. */
export function withUnit(unit: GoalMeasure['unit'], rate: string): string {
  return unit === 'per-100-pupils' ? t('goal-words.per-100-pupils', { rate }) : t(`published.rate.${unit}`, { rate });
}

/** A mission in plain words: from where, to where, where it stands, where it is heading. One sentence an entry. */
export function missionSentences(
  mission: Mission,
  measure: Pick<GoalMeasure, 'unit'>,
  now: { readonly goal: StepState; readonly latest: PathPoint | undefined; readonly outlook: Outlook },
): readonly string[] {
  const { baseline, target, by } = mission.statement;
  const figure = (value: number): string => goalFigure(measure.unit, value);
  const { goal, latest, outlook } = now;
  const later = latest && startYear(latest.year) > startYear(baseline.year) ? latest : undefined;
  const begun = [
    t('goal-words.begun', { figure: figure(baseline.value), year: baseline.year }),
    t('goal-words.goal', { figure: figure(target), date: dateText(by) }),
  ];
  if (mission.ended) {
    const { ending, at } = mission.ended;
    const ended = t('goal-words.ended', { ending: dataText(ENDINGS[ending]), date: dateText(instantDate(at)) });
    return [...begun, ...latestSentence(later, figure), ended];
  }
  if (goal.kind === 'reached' || goal.kind === 'missed') {
    return [...begun, t(`goal-words.${goal.kind}`, { figure: figure(goal.value), year: goal.year })];
  }
  if (goal.kind === 'waiting') {
    return [...begun, ...latestSentence(later, figure), t('goal-words.waiting', { year: goal.year })];
  }
  return [...begun, ...latestSentence(later, figure), outlookSentence(outlook, measure)];
}

function latestSentence(latest: PathPoint | undefined, figure: (value: number) => string): readonly string[] {
  return latest ? [t('goal-words.latest', { figure: figure(latest.value), year: latest.year })] : [];
}

export function outlookSentence(outlook: Outlook, { unit }: Pick<GoalMeasure, 'unit'>): string {
  if (outlook.kind === 'cannot-say') return t('goal-words.cannot-say', { reason: outlook.reason });
  const { value, low, high, chance } = outlook;
  // Points on one line have no scatter to show: an interval of nothing would claim to be sure.
  if (chance === undefined) return t('goal-words.one-line', { value: roughFigure(unit, value) });
  return t('goal-words.outlook', {
    value: roughFigure(unit, value),
    low: roughFigure(unit, low),
    high: roughFigure(unit, high),
    chance: chanceWords(chance),
  });
}
