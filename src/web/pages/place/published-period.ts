import { findAcademicYear, findCalendarDate } from '#kernel';
import { TERMS, type Period } from '#place';

/** A period as it stands in an address: `2023/24`, `2024/25-autumn-term`, `2025/26-so-far`, `2025/26-to-2026-02-13`. */
export function periodSlug(period: Period): string {
  switch (period.kind) {
    case 'academic-year':
      return period.year;
    case 'five-half-terms':
      return `${period.year}-five-half-terms`;
    case 'term':
      return `${period.year}-${slugOf(period.term)}`;
    case 'week':
      return `${period.year}-week-${period.week}`;
    case 'year-to-date':
      return period.through === undefined ? `${period.year}-so-far` : `${period.year}-to-${period.through}`;
  }
}

/** The period that `periodSlug` wrote, or undefined where a text is none. */
export function findPeriod(slug: string): Period | undefined {
  const year = findAcademicYear(slug.slice(0, 7));
  if (!year) return undefined;
  const rest = slug.slice(7);
  if (rest === '') return { kind: 'academic-year', year };
  if (rest === '-five-half-terms') return { kind: 'five-half-terms', year };
  if (rest === '-so-far') return { kind: 'year-to-date', year, through: undefined };
  const term = TERMS.find((one) => rest === `-${slugOf(one)}`);
  if (term) return { kind: 'term', year, term };
  const through = findCalendarDate(rest.replace(/^-to-/, ''));
  if (through) return { kind: 'year-to-date', year, through };
  const week = /^-week-(\d{1,2})$/.exec(rest)?.[1];
  return week === undefined ? undefined : { kind: 'week', year, week: Number(week) };
}

/** For a list to choose from: `2023/24 school year`, `2024/25, autumn term`. */
export function periodTitle(period: Period): string {
  switch (period.kind) {
    case 'academic-year':
      return `${period.year} school year`;
    case 'five-half-terms':
      return `${period.year}, first five half terms`;
    case 'term':
      return `${period.year}, ${period.term.toLowerCase()}`;
    case 'week':
      return `${period.year}, week ${period.week}`;
    case 'year-to-date':
      return period.through === undefined ? `${period.year} so far` : `${period.year}, up to ${period.through}`;
  }
}

function slugOf(term: string): string {
  return term.toLowerCase().replaceAll(' ', '-');
}
