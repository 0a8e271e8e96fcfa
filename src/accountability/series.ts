import { academicYearStarting, startYear, type AcademicYear } from '#kernel';
import { isPandemicYear, PHASES, SCHOOL_TYPES } from '#place';
import type { Source } from './goal-measure.ts';

/** Which figures a mission is about: one measure, of one place, for one kind of school. */
export type Series = {
  readonly source: Source;
  readonly measure: string;
  /** `area` for the area’s own account; the code of a place that DfE publishes for. */
  readonly place: string;
  /** `all`, a phase of the account, or a kind of school that is published. */
  readonly schools: string;
};

/** One whole school year of a series. Years that are not whole are not like the others, and are not here. */
export type PathPoint = {
  readonly year: AcademicYear;
  /** In the measure’s unit. */
  readonly value: number;
  /** What it is of, where it is known. */
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
};

/** `account:overall_percent:area:all`, for a form’s choice and an address. */
export function seriesText({ source, measure, place, schools }: Series): string {
  return [source, measure, place, schools].join(':');
}

export function findSeries(text: string): Series | undefined {
  const [source, measure, place, schools, ...more] = text.split(':');
  if (!measure || !place || !schools || more.length > 0) return undefined;
  if (source === 'account') {
    const known = schools === 'all' || PHASES.some((phase) => phase === schools);
    return known && place === 'area' ? { source, measure, place, schools } : undefined;
  }
  const known = source === 'published' && SCHOOL_TYPES.some((type) => type === schools);
  return known ? { source, measure, place, schools } : undefined;
}

/** The last year before the present pace begins: schools were closed to most pupils for part of it. */
const BEFORE_PACE = academicYearStarting(2020);

/**
 * The points from which the present pace is read: whole years since the pandemic. A line through the years before and
 * after it would join what was not one movement.
 */
export function paceOf(points: readonly PathPoint[]): readonly PathPoint[] {
  return points.filter(({ year }) => startYear(year) > startYear(BEFORE_PACE) && !isPandemicYear(year));
}

export function findPoint(points: readonly PathPoint[], year: AcademicYear): PathPoint | undefined {
  return points.find((point) => point.year === year);
}
