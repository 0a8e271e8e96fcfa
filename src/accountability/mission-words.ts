import { instantDate, startYear, writtenDate } from '#kernel';
import { rateText, unitWords } from '#place';
import type { GoalMeasure } from './goal-measure.ts';
import { ENDINGS, type Mission } from './mission.ts';
import type { StepState } from './milestone-state.ts';
import { chanceWords, type Outlook } from './outlook.ts';
import type { PathPoint } from './series.ts';

/** `9.1%`, `2.39%`, `11.31 per 100 pupils`: one decimal or two, as many as the number has. */
export function goalFigure(unit: GoalMeasure['unit'], value: number): string {
  const text = rateText(value, 2);
  return `${text.endsWith('0') ? rateText(value, 1) : text}${unitWords(unit)}`;
}

/** `8.2%`: of a figure that is only about right. */
export function roughFigure(unit: GoalMeasure['unit'], value: number): string {
  return `${rateText(value, 1)}${unitWords(unit)}`;
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
    `${figure(baseline.value)} in ${baseline.year}.`,
    `The goal is ${figure(target)} by ${writtenDate(by)}.`,
  ];
  if (mission.ended) {
    const on = writtenDate(instantDate(mission.ended.at));
    return [...begun, ...latestSentence(later, figure), `${ENDINGS[mission.ended.ending]} on ${on}.`];
  }
  if (goal.kind === 'reached' || goal.kind === 'missed') {
    return [...begun, `It was ${figure(goal.value)} in ${goal.year}: the goal was ${goal.kind}.`];
  }
  if (goal.kind === 'waiting') {
    return [
      ...begun,
      ...latestSentence(later, figure),
      `That is judged by ${goal.year}, whose figure is not here yet.`,
    ];
  }
  return [...begun, ...latestSentence(later, figure), outlookSentence(outlook, measure)];
}

function latestSentence(latest: PathPoint | undefined, figure: (value: number) => string): readonly string[] {
  return latest ? [`The latest figure is ${figure(latest.value)}, for ${latest.year}.`] : [];
}

export function outlookSentence(outlook: Outlook, { unit }: Pick<GoalMeasure, 'unit'>): string {
  if (outlook.kind === 'cannot-say') return `Where it is heading cannot be said yet. ${outlook.reason}`;
  const { value, low, high, chance } = outlook;
  const heading = `At the present pace it would be about ${roughFigure(unit, value)} then`;
  // Points on one line have no scatter to show: an interval of nothing would claim to be sure.
  if (chance === undefined) return `${heading}, with no way of saying how surely: the years so far lie on one line.`;
  return `${heading} (between ${roughFigure(unit, low)} and ${roughFigure(unit, high)}): ${chanceWords(chance)}.`;
}
