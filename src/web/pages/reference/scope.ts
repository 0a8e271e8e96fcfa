import { findCalendarDate, findUpn, type CalendarDate, type Upn } from '#kernel';
import { dateText, insideText, t } from '#language';
import type { Subject } from '#access';
import { wordsFor } from '../lost-learning/words.ts';

/** What children have: each has one value of each, so that groups add up to all of them. */
const CHILD_GROUPS = ['year-group', 'class', 'sex', 'sen', 'fsm', 'in-care', 'ethnicity'] as const;
export type ChildGroup = (typeof CHILD_GROUPS)[number];
/** What schools have: figures of such a group are sums of the schools’ own registers. */
const SCHOOL_GROUPS = ['phase', 'trust', 'la'] as const;
export type SchoolGroup = (typeof SCHOOL_GROUPS)[number];

/** Whose figure it is … */
export type Whole =
  | { readonly kind: 'area' }
  | { readonly kind: 'schools'; readonly by: SchoolGroup; readonly value: string }
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'child'; readonly upn: Upn };
/** … and which part of it. */
export type Part =
  | { readonly kind: 'week'; readonly monday: CalendarDate }
  /** `monday`: of a week of it only. */
  | { readonly kind: 'group'; readonly by: ChildGroup; readonly value: string; readonly monday?: CalendarDate };

export type Scope = { readonly whole: Whole; readonly part: Part | undefined };

/** The word of an address for a value that no file gives. */
const NONE = 'none';

/**
 * Reads `area`, `school-900101`, `child-…`, `phase-primary`, `week-2024-09-02`, or one of the first four and a part
 * after a dot: `school-900101.year-group-7`, or a week of that: `school-900101.year-group-7.week-2024-09-02`. Undefined
 * where a text is no scope.
 */
export function findScope(text: string): Scope | undefined {
  const [first = '', second] = split(text);
  const whole = findWhole(first);
  if (whole) {
    if (second === undefined) return { whole, part: undefined };
    const part = findPart(second);
    return part && { whole, part };
  }
  const part = second === undefined ? findPart(first) : undefined;
  return part && { whole: { kind: 'area' }, part };
}

/** The text that `findScope` reads. */
export function scopeText({ whole, part }: Scope): string {
  const first =
    whole.kind === 'area'
      ? 'area'
      : whole.kind === 'schools'
        ? `${whole.by}-${whole.value || NONE}`
        : whole.kind === 'school'
          ? `school-${whole.urn}`
          : `child-${whole.upn}`;
  if (!part) return first;
  if (part.kind === 'week') return `${first}.week-${part.monday}`;
  const week = part.monday === undefined ? '' : `.week-${part.monday}`;
  return `${first}.${part.by}-${partValue(part.by, part.value)}${week}`;
}

/** Names of trusts hold dots too, so the cut is at the last dot before the name of a part. */
function split(text: string): readonly string[] {
  const cut = text.search(
    /\.(?:(?:week|year-group|class|sex|sen|fsm|in-care|ethnicity)-[^.]*|(?:year-group|class|sex|sen|fsm|in-care|ethnicity)-[^.]*\.week-[\d-]+)$/,
  );
  return cut < 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
}

function findWhole(text: string): Whole | undefined {
  if (text === 'area') return { kind: 'area' };
  const urn = /^school-(\d{6})$/.exec(text)?.[1];
  if (urn !== undefined) return { kind: 'school', urn: Number(urn) };
  if (text.startsWith('child-')) {
    const upn = findUpn(text.slice('child-'.length));
    return upn && { kind: 'child', upn };
  }
  const by = SCHOOL_GROUPS.find((one) => text.startsWith(`${one}-`));
  return by && { kind: 'schools', by, value: valueAfter(by, text) };
}

function findPart(text: string): Part | undefined {
  const [group = '', week] = text.split('.week-');
  if (week !== undefined) {
    const [of, monday] = [findPart(group), findCalendarDate(week)];
    return of?.kind === 'group' && monday ? { ...of, monday } : undefined;
  }
  if (text.startsWith('week-')) {
    const monday = findCalendarDate(text.slice('week-'.length));
    return monday && { kind: 'week', monday };
  }
  const by = CHILD_GROUPS.find((one) => text.startsWith(`${one}-`));
  if (!by) return undefined;
  const value = valueAfter(by, text);
  return { kind: 'group', by, value: by === 'class' ? plainValue(value) : value };
}

/** How a value stands in the address of a part. Schools name classes as they like, with dots too, which part a scope. */
export function partValue(by: string, value: string): string {
  if (value === '') return NONE;
  if (by !== 'class') return value;
  return value === NONE ? '~6eone' : value.replaceAll(/[~.]/g, (sign) => (sign === '~' ? '~7e' : '~2e'));
}

function plainValue(text: string): string {
  return text.replaceAll(/~(7e|2e|6e)/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function valueAfter(name: string, text: string): string {
  const value = text.slice(name.length + 1);
  return value === NONE ? '' : value;
}

/** Who is looked at, for the trace of the look. */
export function subjectOf({ whole }: Scope): Subject {
  switch (whole.kind) {
    case 'school':
      return { kind: 'school', urn: whole.urn };
    case 'child':
      return { kind: 'child', upn: whole.upn };
    default:
      return { kind: 'area' };
  }
}

/** DfE’s totals leave alternative provision out, so areas are held against all schools but those. */
const ALL_BUT = 'all-but-';

/** Whether a school with this value is in the group: it has the value, or is one of all but those that have another. */
export function isInGroup(group: string, value: string): boolean {
  return group.startsWith(ALL_BUT) ? value !== group.slice(ALL_BUT.length) : value === group;
}

/** `Year group: Reception`, `Trust: Harbour Trust`, `Phase: All but alternative provision`. */
export function groupTitle(by: SchoolGroup | ChildGroup, value: string): string {
  const but = value.startsWith(ALL_BUT);
  const plain = but ? value.slice(ALL_BUT.length) : value;
  const words =
    by === 'trust' || by === 'la' || by === 'ethnicity' || by === 'class'
      ? plain || t('words.not-known')
      : wordsFor(by, plain);
  return t(`scope.${by}`, { value: but ? t('scope.all-but', { value: insideText(words) }) : words });
}

export function partTitle(part: Part): string {
  if (part.kind === 'week') return t('scope.week', { date: dateText(part.monday) });
  const group = groupTitle(part.by, part.value);
  return part.monday === undefined ? group : t('scope.group-week', { group, date: dateText(part.monday) });
}
