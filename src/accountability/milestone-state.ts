import { startYear, type AcademicYear, type CalendarDate } from '#kernel';
import { dataText, t } from '#language';
import type { GoalMeasure } from './goal-measure.ts';
import { ENDINGS, type Mission } from './mission.ts';
import { isOver, judgingYear } from './school-year.ts';
import { findPoint, type PathPoint } from './series.ts';
import { isBetter } from './statement.ts';

/** How a milestone or a goal stands, by the figures alone. Nobody types it. */
export type StepState =
  | { readonly kind: 'to-come'; readonly year: AcademicYear }
  /** Its year is over, and its figure is not here yet. */
  | { readonly kind: 'waiting'; readonly year: AcademicYear }
  | { readonly kind: 'reached' | 'missed'; readonly year: AcademicYear; readonly value: number };

export function judgeStep(
  step: { readonly by: CalendarDate; readonly value: number },
  measure: Pick<GoalMeasure, 'polarity'>,
  points: readonly PathPoint[],
  today: CalendarDate,
): StepState {
  const year = judgingYear(step.by);
  const point = findPoint(points, year);
  // The figure as it is shown is what counts: 7.04 printed as 7.0 has reached 7.0.
  if (point) {
    const shown = asShown(point.value);
    return { kind: isBetter(measure, step.value, shown) ? 'missed' : 'reached', year, value: point.value };
  }
  return { kind: isOver(year, today) && step.by <= today ? 'waiting' : 'to-come', year };
}

/** The latest figure, where it has reached the goal: only then may a mission be ended as reached. */
export function findReached(
  { statement }: Pick<Mission, 'statement'>,
  measure: Pick<GoalMeasure, 'polarity'>,
  points: readonly PathPoint[],
): PathPoint | undefined {
  const latest = points.at(-1);
  if (!latest || startYear(latest.year) <= startYear(statement.baseline.year)) return undefined;
  return isBetter(measure, statement.target, asShown(latest.value)) ? undefined : latest;
}

/** Two decimals: the most that a figure is shown with. */
function asShown(value: number): number {
  return Number(value.toFixed(2));
}

/** Two or three words for a tag. */
export function stateWords({ kind, year }: StepState): string {
  switch (kind) {
    case 'to-come':
      return t('goal-words.judged-by', { year });
    case 'waiting':
      return t('goal-words.waiting-for', { year });
    case 'reached':
    case 'missed':
      return t(`goal-words.step.${kind}`);
  }
}

export type MissionState = { readonly tag: string; readonly open: boolean };

/** The state of the whole mission: what was said when it ended, else what the figures say. */
export function missionState(mission: Mission, goal: StepState): MissionState {
  if (mission.ended) return { tag: dataText(ENDINGS[mission.ended.ending]), open: false };
  if (goal.kind === 'to-come') return { tag: t('goal-words.under-way'), open: true };
  return { tag: goal.kind === 'waiting' ? stateWords(goal) : t(`goal-words.goal-${goal.kind}`), open: true };
}
