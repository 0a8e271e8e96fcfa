import { calendarDate, findCalendarDate } from '#kernel';
import { dateText, findText, t } from '#language';
import { formats, type FileKind } from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';

/** What the rows of a kind are, for people. */
export function kindText(kind: FileKind): string {
  return t(`preview.kind.${kind}`);
}

/** What a slot of a layout is. */
export function slotWords(layout: Layout, slot: string): string {
  const column = formats.find((format) => format.kind === layout.kind)?.columns.find(({ name }) => name === slot);
  return findText(`preview.slot.${slot}`) ?? column?.means ?? slot;
}

export function filesText(count: number): string {
  return t('imports.files', { count });
}

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** `6 January 2025 at 9:05am`, in the time that clocks in England show. */
export function writtenMoment(utc: string): string {
  const moment = new Date(`${utc.slice(0, 19)}Z`);
  const parts = new Map(LONDON_TIME.formatToParts(moment).map((one) => [one.type, one.value]));
  return t('imports.moment', {
    date: dateText(calendarDate(LONDON_DAY.format(moment))),
    time: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`,
    half: parts.get('dayPeriod')?.toLowerCase() ?? '',
  });
}

/** `3 September 2024 to 18 July 2025`, or the one day; empty where no day is named. */
export function spanText({ first, last }: { readonly first: string | null; readonly last: string | null }): string {
  const [from, to] = [findCalendarDate(first ?? ''), findCalendarDate(last ?? '')];
  if (!from || !to) return '';
  return from === to ? dateText(from) : t('imports.span', { from: dateText(from), to: dateText(to) });
}
