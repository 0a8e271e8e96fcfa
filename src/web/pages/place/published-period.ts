import { dataText, dateText, monthText, t } from '#language';
import { financialYearText, type Period } from '#place';

// How a page of published figures names a period in its address is kept in `place`; in its text, here, in the language
// of the reader. A test holds the English to what `place` says in files.
export { findPeriod, periodSlug } from '#place';

/** `2023/24 school year`, to stand by itself. */
export function periodTitle(period: Period): string {
  switch (period.kind) {
    case 'academic-year':
    case 'five-half-terms':
      return t(`published.title.${period.kind}`, { year: period.year });
    case 'term':
      return t('published.title.term', { year: period.year, term: dataText(period.term.toLowerCase()) });
    case 'week':
      return t('published.title.week', { year: period.year, week: String(period.week) });
    case 'year-to-date':
      return period.through === undefined
        ? t('published.title.so-far', { year: period.year })
        : t('published.title.up-to', { year: period.year, date: period.through });
    case 'calendar-year':
      return t('published.title.calendar-year', { year: String(period.calendarYear) });
    case 'financial-year':
      return t('published.title.financial-year', { year: financialYearText(period.from) });
    case 'years-together':
      return t('published.title.years-together', { years: yearsText(period.label) });
    case 'month':
      return monthText(period.through);
    case 'edition':
      return t('published.title.edition', { year: String(period.edition) });
  }
}

/** `the 2023/24 school year`, to stand inside a sentence. */
export function periodWords(period: Period): string {
  switch (period.kind) {
    case 'academic-year':
    case 'five-half-terms':
      return t(`published.period.${period.kind}`, { year: period.year });
    case 'term':
      return t('published.period.term', { year: period.year, term: dataText(period.term.toLowerCase()) });
    case 'week':
      return t('published.period.week', { year: period.year, week: String(period.week) });
    case 'year-to-date':
      return period.through === undefined
        ? t('published.period.so-far', { year: period.year })
        : t('published.period.up-to', { year: period.year, date: dateText(period.through) });
    case 'calendar-year':
      return t('published.period.calendar-year', { year: String(period.calendarYear) });
    case 'financial-year':
      return t('published.period.financial-year', { year: financialYearText(period.from) });
    case 'years-together':
      return t('published.period.years-together', { years: yearsText(period.label) });
    case 'month':
      return monthText(period.through);
    case 'edition':
      return t('published.period.edition', { year: String(period.edition) });
  }
}

/** `2020 to 2022`, as published. */
function yearsText(label: string): string {
  const [low, high] = label.split(' to ');
  return low !== undefined && high !== undefined ? t('published.interval', { low, high }) : label;
}

/** `2022/23` of a school year, `2024` of a calendar year: for a column that is narrow. */
export function shortPeriod(period: Period): string {
  if (period.kind === 'academic-year') return period.year;
  return period.kind === 'calendar-year' ? String(period.calendarYear) : periodTitle(period);
}
