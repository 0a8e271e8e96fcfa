import { findAcademicYear, findCalendarDate } from '#kernel';
import {
  calendarYear,
  edition,
  financialYear,
  financialYearText,
  monthOf,
  monthText,
  TERMS,
  yearsTogether,
  type Period,
} from './period.ts';

/**
 * A period as it stands in an address: `2023/24`, `2024/25-autumn-term`, `2025/26-so-far`, `2025/26-to-2026-02-13`,
 * `2024`, `2023-24-financial`, `2023-10`, `2025-edition`, `2022/23-2020-to-2022`.
 */
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
    case 'calendar-year':
      return String(period.calendarYear);
    case 'financial-year':
      return `${financialYearText(period.from)}-financial`;
    case 'years-together':
      return `${period.year}-${slugOf(period.label)}`;
    case 'month':
      return period.through.slice(0, 7);
    case 'edition':
      return `${period.edition}-edition`;
  }
}

/** The period that `periodSlug` wrote, or undefined where a text is none. */
export function findPeriod(slug: string): Period | undefined {
  const year = findAcademicYear(slug.slice(0, 7));
  if (!year) return findOtherPeriod(slug);
  const rest = slug.slice(7);
  if (rest === '') return { kind: 'academic-year', year };
  if (rest === '-five-half-terms') return { kind: 'five-half-terms', year };
  if (rest === '-so-far') return { kind: 'year-to-date', year, through: undefined };
  const term = TERMS.find((one) => rest === `-${slugOf(one)}`);
  if (term) return { kind: 'term', year, term };
  const through = findCalendarDate(rest.replace(/^-to-/, ''));
  if (through) return { kind: 'year-to-date', year, through };
  const [, first, last] = /^-(\d{4}(?:\/\d\d)?)-to-(\d{4}(?:\/\d\d)?)$/.exec(rest) ?? [];
  if (first !== undefined && last !== undefined) return yearsTogether(first, last, year);
  const week = /^-week-(\d{1,2})$/.exec(rest)?.[1];
  return week === undefined ? undefined : { kind: 'week', year, week: Number(week) };
}

function findOtherPeriod(slug: string): Period | undefined {
  if (/^\d{4}$/.test(slug)) return calendarYear(Number(slug));
  const start = Number(slug.slice(0, 4));
  if (slug === `${financialYearText(start)}-financial`) return financialYear(start);
  if (/^\d{4}-edition$/.test(slug)) return edition(start);
  const first = findCalendarDate(`${slug}-01`);
  return first && monthOf(first);
}

/** For a list to choose from: `2023/24 school year`, `2024/25, autumn term`, `October 2023`. */
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
    case 'calendar-year':
      return `${period.calendarYear} calendar year`;
    case 'financial-year':
      return `${financialYearText(period.from)} financial year`;
    case 'years-together':
      return `${period.label} together`;
    case 'month':
      return monthText(period.through);
    case 'edition':
      return `${period.edition} edition`;
  }
}

function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}
