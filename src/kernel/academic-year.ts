import { calendarDate, type CalendarDate } from './calendar-date.ts';

/** An academic year, 1 September to 31 August, written `2024/25`. */
export type AcademicYear = string & { readonly __brand: 'AcademicYear' };

export function findAcademicYear(text: string): AcademicYear | undefined {
  const parts = /^(\d{4})\/(\d{2})$/.exec(text);
  if (!parts) return undefined;
  return Number(parts[2]) === (Number(parts[1]) + 1) % 100 ? brand(text) : undefined;
}

export function academicYearStarting(year: number): AcademicYear {
  return brand(`${year}/${String((year + 1) % 100).padStart(2, '0')}`);
}

/** The calendar year in which an academic year starts: 2024 for `2024/25`. */
export function startYear(year: AcademicYear): number {
  return Number(year.slice(0, 4));
}

export function academicYearOf(date: CalendarDate): AcademicYear {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return academicYearStarting(month >= 9 ? year : year - 1);
}

export function firstDay(year: AcademicYear): CalendarDate {
  return calendarDate(`${startYear(year)}-09-01`);
}

export function lastDay(year: AcademicYear): CalendarDate {
  return calendarDate(`${startYear(year) + 1}-08-31`);
}

function brand(text: string): AcademicYear {
  return text as AcademicYear;
}
