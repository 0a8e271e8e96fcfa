import { calendarDate } from '#kernel';
import { dateText, findText, numberText, t, type PlainKey } from '#language';
import type { DetailColumn, List, ListSource } from '#worklists';
import { valueText } from './value-words.ts';

type Said = 'title' | 'asks' | 'next' | 'empty';

/** What a list says of itself, in the language of the reader; in English it is the list’s own words. */
export function say(list: List, what: Said): string {
  return findText(`list.${list.id}.${what}`) ?? list[what];
}

/** The first sentence of it, where there is no room for more. */
export function sayShort(list: List, what: Said): string {
  return /^.*?[.](?=\s|$)/.exec(say(list, what))?.[0] ?? say(list, what);
}

export function headingOf(list: List, what: 'counted' | 'since'): string {
  return findText(`list.${list.id}.${what}`) ?? list.headings[what];
}

export function columnHeading(list: List, column: DetailColumn): string {
  return findText(`list-column.${list.id}.${column.name}`) ?? column.heading;
}

export function sourceSays(list: List, source: ListSource): string {
  return findText(`list-source.${list.id}.${list.sources.indexOf(source) + 1}`) ?? source.says;
}

/** Where a rule comes from, if that is more than a title; titles of laws and guidance are names, and have no words. */
export function findWhereText(list: List, source: ListSource): string | undefined {
  return findText(`list-source.${list.id}.${list.sources.indexOf(source) + 1}.where`);
}

const UNITS = {
  'school-days': 'lists.unit.school-days',
  sessions: 'lists.unit.sessions',
  weeks: 'lists.unit.weeks',
  minutes: 'lists.unit.minutes',
} as const satisfies Readonly<Record<List['unit'], PlainKey>>;

export function unitText(list: List): string {
  return t(UNITS[list.unit]);
}

const STANDINGS = {
  verified: 'lists.source.verified',
  secondary: 'lists.source.secondary',
  assumption: 'lists.source.assumption',
} as const satisfies Readonly<Record<ListSource['standing'], PlainKey>>;

export function standingText({ standing }: ListSource): string {
  return t(STANDINGS[standing]);
}

export function yearGroupText(yearGroup: number | null): string {
  if (yearGroup === null) return t('lists.year-not-known');
  if (yearGroup < 0) return t('lists.nursery');
  return yearGroup === 0 ? t('lists.reception') : t('lists.year', { year: String(yearGroup) });
}

/** A value of a list’s own column as words; `schoolName` is asked for a school’s. '' where nothing is known. */
export function detailText(
  list: List,
  column: DetailColumn,
  value: unknown,
  schoolName: (urn: number) => string,
): string {
  if (value === null || value === undefined || value === '') return '';
  switch (column.kind) {
    case 'date':
      return typeof value === 'string' ? dateText(calendarDate(value)) : '';
    case 'count':
      return numberText(Number(value));
    case 'percent':
      return `${numberText(Number(value), 1)}%`;
    case 'school':
      return schoolName(Number(value));
    case 'yes-no':
      return t(value === true ? 'lists.yes' : 'lists.no');
    case 'text':
      return typeof value === 'string' ? valueText(list, column, value) : JSON.stringify(value);
  }
}

/** Which part of a child’s page tells of what a list is about. */
const PARTS: Readonly<Record<string, string>> = {
  'off-roll': '#rolls',
};

export function partOfChild(list: List): string {
  return PARTS[list.id] ?? '';
}
