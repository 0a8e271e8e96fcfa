import { academicYearStarting, startYear, type AcademicYear } from '#kernel';
import { isPandemicYear } from '#place';
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
