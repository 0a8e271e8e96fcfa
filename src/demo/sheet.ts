import type { Random } from '#kernel';
import { placeOf, type SchoolYear } from './calendar.ts';
import type { Circumstances } from './pupils.ts';
import type { Rates } from './rates.ts';
import type { Spell } from './spells.ts';

/** Every attendance code that Northmoor’s registers use; a mark is its place in this list, 0 being no mark. */
// prettier-ignore
export const CODES = [
  '', '/', '\\', 'L', 'I', 'M', 'C', 'C1', 'C2', 'E', 'G', 'U', 'O', 'N', 'R', 'S', 'T', 'J1', 'B', 'K', 'V', 'P', 'W', 'D',
  'X', 'Q', 'Y1', 'Y2', 'Y4', 'Y6', 'Y7',
] as const;
export type Code = (typeof CODES)[number];

const PLACE_OF_CODE: ReadonlyMap<string, number> = new Map(CODES.map((code, at) => [code, at]));

export function markOf(code: Code): number {
  return PLACE_OF_CODE.get(code) ?? 0;
}

/** No mark: in `firstMarks` the evening’s register was not taken, in `marks` it never was. */
export const SILENT = 255;

const UNAUTHORISED: ReadonlySet<number> = new Set((['G', 'O', 'U', 'N'] as const).map(markOf));
const LEAVE = markOf('C');

const SESSIONS = 2 * 200;

/**
 * One child’s year in one register, session by session (AM is 2 × the day’s place, PM one more). The first cause to
 * claim a session keeps it, so causes are asked in order of precedence; what nobody claims is attended.
 */
export type Sheet = {
  readonly marks: Uint8Array;
  readonly lateMinutes: Uint8Array;
  /** What was recorded on the evening, where that differs from what is known now, and days until it was put right. */
  readonly firstMarks: Uint8Array;
  readonly lag: Uint8Array;
};

export function emptySheet(): Sheet {
  const room = () => new Uint8Array(SESSIONS);
  return { marks: room(), lateMinutes: room(), firstMarks: room(), lag: room() };
}

export function clear(sheet: Sheet): void {
  for (const column of [sheet.marks, sheet.lateMinutes, sheet.firstMarks, sheet.lag]) column.fill(0);
}

/** What every cause is asked with: whose year it is, where, and the first and last places of their days on roll. */
export type Page = {
  readonly spell: Spell;
  readonly calendar: SchoolYear;
  readonly start: number;
  readonly yearGroup: number;
  readonly from: number;
  readonly to: number;
  /** The first place at which the child is of compulsory school age. */
  readonly compulsory: number;
  readonly rates: Rates;
  readonly circumstances: Circumstances;
  readonly random: Random;
  readonly sheet: Sheet;
};

/** Marks a session unless it is closed, off roll or already spoken for; says whether it did. */
export function claim(page: Page, session: number, mark: number): boolean {
  const { sheet, from, to, calendar } = page;
  const place = session >> 1;
  if (place < from || place > to || sheet.marks[session] !== 0) return false;
  if ((session & 1) === 1 && calendar.pmOpen[place] === 0) return false;
  // A child under compulsory school age cannot be absent without authority: it is leave.
  sheet.marks[session] = place < page.compulsory && UNAUTHORISED.has(mark) ? LEAVE : mark;
  return true;
}

export function claimDay(page: Page, place: number, mark: number): void {
  claim(page, 2 * place, mark);
  claim(page, 2 * place + 1, mark);
}

export function isFree(page: Page, session: number): boolean {
  const place = session >> 1;
  if (place < page.from || place > page.to || page.sheet.marks[session] !== 0) return false;
  return (session & 1) === 0 || page.calendar.pmOpen[place] === 1;
}

/** Notes that the evening’s record of a session differed: `first` was put right `lag` days later. */
export function noteFirst(page: Page, session: number, first: number, lag: number): void {
  page.sheet.firstMarks[session] = first;
  page.sheet.lag[session] = Math.min(200, Math.max(1, lag));
}

/** A place drawn from a calendar’s running totals, between two places. */
export function drawPlace(totals: Float64Array, from: number, to: number, random: Random): number {
  const [below, above] = [totals[from] ?? 0, totals[to + 1] ?? 0];
  const wanted = below + random.next() * (above - below);
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle + 1] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which part of a full year the days on roll are, weighed as the running totals weigh them. */
export function shareOfYear(totals: Float64Array, from: number, to: number): number {
  return ((totals[to + 1] ?? 0) - (totals[from] ?? 0)) / (totals[totals.length - 1] ?? 1);
}

export function placeOfDay(page: Page, day: number): number {
  return placeOf(page.calendar, day);
}
