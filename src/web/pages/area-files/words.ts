import { calendarDate, findCalendarDate } from '#kernel';
import { dateText, t } from '#language';
import { formats, type FileKind } from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';

/** What the rows of a kind are, for people. */
export const kindWords: Readonly<Record<FileKind, string>> = {
  schools: 'Schools',
  sessions: 'School days',
  roll: 'Children on a school’s roll',
  marks: 'Attendance marks',
  suspensions: 'Suspensions and exclusions',
  removals: 'Learning time lost inside sessions',
};

/** What one of them is, as the preview counts changes. */
export const countedWords: Readonly<Record<FileKind, string>> = {
  schools: 'Schools',
  sessions: 'School days',
  roll: 'Spells (one child on one school’s roll)',
  marks: 'Marks (one for each session)',
  suspensions: 'Suspensions and exclusions',
  removals: 'Removals from learning',
};

export const certaintyWords = {
  exact: 'Every column of the file fits.',
  likely: 'All that is needed is there; some columns are left out.',
  guess: 'This is a guess. Look closely before you go on.',
} as const;

const DAYS = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' };

const SLOTS: Readonly<Record<string, string>> = {
  withdrawn: 'Whether the row takes back what was entered by mistake (Y)',
  recorded_at: 'When it was recorded',
  week: 'First day of the week',
  marks: 'Ten marks, from Monday morning to Friday afternoon',
  mark: 'Attendance mark',
  session: 'Morning or afternoon',
  minutes_late: 'Minutes late',
  academic_year: 'Academic year of the dates at the top',
  ...Object.fromEntries(
    Object.entries(DAYS).flatMap(([day, name]) => [
      [`${day}_am`, `${name} morning`],
      [`${day}_pm`, `${name} afternoon`],
    ]),
  ),
};

/** What a slot of a layout is. */
export function slotWords(layout: Layout, slot: string): string {
  const column = formats.find((format) => format.kind === layout.kind)?.columns.find(({ name }) => name === slot);
  return SLOTS[slot] ?? column?.means ?? slot;
}

export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
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
