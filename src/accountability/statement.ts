import { findCalendarDate, startYear, type CalendarDate } from '#kernel';
import { t } from '#language';
import type { GoalMeasure } from './goal-measure.ts';
import type { Milestone, Statement, Terms } from './mission.ts';
import { plainLine, plainText, textProblems, type Problem } from './plain-text.ts';
import { judgingYear } from './school-year.ts';
import { findPoint, type PathPoint, type Series } from './series.ts';

/** Lengths of what may be written. */
export const MOST = { why: 1000, answerable: 100, milestone: 200, because: 1000 } as const;
export const MOST_MILESTONES = 4;

/** A date as a form gives it: three texts, each as typed. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };
export type TypedMilestone = TypedDate & { readonly value: string; readonly words: string };

/** The terms of a mission as typed. */
export type TypedTerms = TypedDate & {
  readonly target: string;
  readonly why: string;
  readonly answerable: string;
  readonly milestones: readonly TypedMilestone[];
};

export type Judged<T> =
  { readonly kind: 'good'; readonly value: T } | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** What a statement is held against: the measure, and the figures of its series as they stand. */
export type Against = {
  readonly measure: GoalMeasure;
  readonly points: readonly PathPoint[];
  readonly today: CalendarDate;
};

/** A new mission. Its baseline is chosen by year; the figure is never typed. */
export function judgeStatement(
  series: Series,
  typed: TypedTerms & { readonly baseline: string },
  against: Against,
): Judged<Statement> {
  const point = against.points.find(({ year }) => year === typed.baseline);
  if (!point) {
    const text = t('goal-words.baseline');
    return { kind: 'problems', problems: [{ field: 'baseline', text }] };
  }
  const baseline = { year: point.year, value: point.value };
  const terms = judgeTerms(typed, baseline, against);
  return terms.kind === 'good' ? { kind: 'good', value: { series, baseline, ...terms.value } } : terms;
}

/** The terms of a mission, new or amended: what is wrong with them, all of it at once, or the terms. */
export function judgeTerms(
  typed: TypedTerms,
  baseline: Statement['baseline'],
  { measure, points, today }: Against,
): Judged<Terms> {
  const [why, answerable] = [plainText(typed.why), plainLine(typed.answerable)];
  const target = judgeValue('target', typed.target, measure, baseline.value);
  const by = judgeDate('by', typed, today);
  const milestones = typed.milestones.map((one, at) =>
    judgeMilestone(`milestone-${at + 1}`, one, measure, baseline, today),
  );
  const problems = [
    ...problemsOf(target),
    ...problemsOf(by),
    ...(by.kind === 'good' ? yearProblems(by.value, baseline, points) : []),
    ...textProblems('why', why, t('goal-words.what.why'), MOST.why),
    ...textProblems('answerable', answerable, t('goal-words.what.answerable'), MOST.answerable),
    ...milestones.flatMap((one) => (one === undefined ? [] : problemsOf(one))),
  ];
  if (problems.length > 0 || target.kind !== 'good' || by.kind !== 'good') return { kind: 'problems', problems };
  const kept = milestones.flatMap((one, at) => (one?.kind === 'good' ? [{ at: at + 1, ...one.value }] : []));
  const unfit = kept.flatMap((one, index) => stepProblems(one, kept[index - 1], target.value, by.value, measure));
  if (unfit.length > 0) return { kind: 'problems', problems: unfit };
  const value: Terms = {
    target: target.value,
    by: by.value,
    why,
    answerable,
    milestones: kept.map(({ by: day, value, words }) => ({ by: day, value, words })),
  };
  return { kind: 'good', value };
}

/** Whether `value` is better than `than`, as this measure counts. */
export function isBetter({ polarity }: Pick<GoalMeasure, 'polarity'>, value: number, than: number): boolean {
  return polarity === 'lower-is-better' ? value < than : value > than;
}

function problemsOf(judged: Judged<unknown>): readonly Problem[] {
  return judged.kind === 'problems' ? judged.problems : [];
}

function problem(field: string, text: string): { readonly kind: 'problems'; readonly problems: readonly Problem[] } {
  return { kind: 'problems', problems: [{ field, text }] };
}

function judgeValue(field: string, typed: string, measure: GoalMeasure, baseline: number): Judged<number> {
  const text = plainLine(typed).replace(/\s*%$/, '');
  const what = field === 'target' ? 'goal' : 'step';
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) {
    return problem(field, t(`goal-words.number.${what}`));
  }
  const value = Number(text);
  if (measure.unit === 'percent' && value > 100) return problem(field, t(`goal-words.percentage.${what}`));
  if (isBetter(measure, value, baseline)) return { kind: 'good', value };
  const side = measure.polarity === 'lower-is-better' ? 'below' : 'above';
  return problem(field, t(`goal-words.${side}.${what}`, { start: plainNumber(baseline) }));
}

/** At most two decimals, without noughts at the end. */
function plainNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

function judgeDate(field: string, typed: TypedDate, today: CalendarDate): Judged<CalendarDate> {
  const what = field === 'by' ? 'goal' : 'step';
  const parts = [typed.year, typed.month, typed.day].map((part) => part.trim());
  const padded = parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0'));
  const date = parts.every((part) => /^\d{1,4}$/.test(part)) ? findCalendarDate(padded.join('-')) : undefined;
  if (!date) return problem(field, t(`goal-words.date.${what}`));
  if (date <= today) return problem(field, t(`goal-words.date-past.${what}`));
  return { kind: 'good', value: date };
}

/** Like with like: a later whole year must judge the goal, and it must not be known already. */
function yearProblems(
  by: CalendarDate,
  baseline: Statement['baseline'],
  points: readonly PathPoint[],
): readonly Problem[] {
  const year = judgingYear(by);
  if (startYear(year) <= startYear(baseline.year)) {
    return [{ field: 'by', text: t('goal-words.date-early', { year, start: baseline.year }) }];
  }
  return findPoint(points, year) ? [{ field: 'by', text: t('goal-words.date-known', { year }) }] : [];
}

/** Undefined where nothing was typed: a milestone may be left empty. */
function judgeMilestone(
  field: string,
  typed: TypedMilestone,
  measure: GoalMeasure,
  baseline: Statement['baseline'],
  today: CalendarDate,
): Judged<Milestone> | undefined {
  if (Object.values(typed).every((text) => text.trim() === '')) return undefined;
  const words = plainLine(typed.words);
  const by = judgeDate(`${field}-by`, typed, today);
  const value = judgeValue(`${field}-value`, typed.value, measure, baseline.value);
  const problems = [
    ...problemsOf(by),
    ...problemsOf(value),
    ...textProblems(`${field}-words`, words, t('goal-words.what.done'), MOST.milestone),
  ];
  if (by.kind !== 'good' || value.kind !== 'good' || problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'good', value: { by: by.value, value: value.value, words } };
}

/** Milestones come in order, before the goal, each judged by a year of its own, none beyond the goal. */
function stepProblems(
  one: Milestone & { readonly at: number },
  before: Milestone | undefined,
  target: number,
  goal: CalendarDate,
  measure: GoalMeasure,
): readonly Problem[] {
  const [field, number] = [`milestone-${one.at}`, String(one.at)];
  const year = judgingYear(one.by);
  if (one.by >= goal || year === judgingYear(goal)) {
    const text = t('goal-words.step-late', { number, year: judgingYear(goal) });
    return [{ field: `${field}-by`, text }];
  }
  if (before && one.by <= before.by) {
    return [{ field: `${field}-by`, text: t('goal-words.step-order', { number }) }];
  }
  if (before && year === judgingYear(before.by)) {
    const text = t('goal-words.step-same', { number, year });
    return [{ field: `${field}-by`, text }];
  }
  return isBetter(measure, one.value, target)
    ? [{ field: `${field}-value`, text: t('goal-words.step-beyond', { number }) }]
    : [];
}
