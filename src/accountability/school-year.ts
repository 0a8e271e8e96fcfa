import { academicYearOf, academicYearStarting, startYear, type AcademicYear, type CalendarDate } from '#kernel';

/**
 * The school year whose whole figure judges a date. A day in July or August is judged by the year that ends that
 * summer; any other day by the last year that was over by then. So “by July 2028” means 2027/28, “by March 2028” and
 * “by October 2027” mean 2026/27.
 */
export function judgingYear(date: CalendarDate): AcademicYear {
  const month = Number(date.slice(5, 7));
  const year = startYear(academicYearOf(date));
  return academicYearStarting(month === 7 || month === 8 ? year : year - 1);
}

/** The first day on which a whole school year can be over, and so judged. */
export function isOver(year: AcademicYear, today: CalendarDate): boolean {
  return startYear(judgingYear(today)) >= startYear(year);
}
