import { academicYearStarting, calendarDate, instantOf } from '#kernel';
import type { GoalMeasure } from './goal-measure.ts';
import type { Statement } from './mission.ts';
import type { PathPoint, Series } from './series.ts';
import type { TypedTerms } from './statement.ts';

// For tests of this room: one mission of Northmoor’s, and the years of its figure.

export const today = calendarDate('2026-03-10');
export const now = instantOf(Date.UTC(2026, 2, 10, 9));

export const lower: GoalMeasure = {
  source: 'account',
  id: 'overall_percent',
  title: 'Overall absence',
  definition: 'Sessions missed for any reason.',
  unit: 'percent',
  polarity: 'lower-is-better',
  published: 'overall-absence',
};
export const higher: GoalMeasure = { ...lower, id: 'daily-attendance', polarity: 'higher-is-better' };

export const series: Series = { source: 'account', measure: 'overall_percent', place: 'area', schools: 'all' };

/** 2021/22 to 2024/25. */
export const points: readonly PathPoint[] = [9.4, 9.1, 8.9, 8.5].map((value, at) => ({
  year: academicYearStarting(2021 + at),
  value,
}));

export const typed: TypedTerms & { readonly baseline: string } = {
  baseline: '2022/23',
  target: '7.0',
  day: '31',
  month: '7',
  year: '2028',
  why: 'Every day counts.',
  answerable: 'Northmoor Inclusion Board',
  milestones: [],
};

export const statement: Statement = {
  series,
  baseline: { year: academicYearStarting(2022), value: 9.1 },
  target: 7,
  by: calendarDate('2028-07-31'),
  why: 'Every day counts.',
  answerable: 'Northmoor Inclusion Board',
  milestones: [
    { by: calendarDate('2026-07-31'), value: 8.4, words: 'Every school knows why each child is away' },
    { by: calendarDate('2027-07-31'), value: 7.8, words: 'Mentors in six schools' },
  ],
};
