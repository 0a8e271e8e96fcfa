import { firstDay, lastDay, type AcademicYear } from '#kernel';
import { dateText, t } from '#language';
import type { TermFault } from '#lost-learning';
import { halfTermText } from '../../half-terms.ts';

/** What to do about a date that cannot be used, in the reader’s language: what `judgeTerms` says in English. */
export function faultText({ no, field, kind, before }: TermFault, year: AcademicYear): string {
  const half = halfTermText(no, 'half');
  switch (kind) {
    case 'no-date':
      return t(`terms.fault.no-${field}`, { half, date: firstDay(year) });
    case 'outside-year':
      return t('terms.fault.outside-year', { year, from: dateText(firstDay(year)), to: dateText(lastDay(year)) });
    case 'backwards':
      return t('terms.fault.backwards', { half });
    case 'same-week':
      return t('terms.fault.same-week', {
        half: halfTermText(no, 'half-title'),
        date: before === undefined ? '' : dateText(before),
      });
  }
}
