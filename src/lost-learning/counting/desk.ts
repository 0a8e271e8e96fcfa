import { MOST_STAYS } from '../folded/layout.ts';
import { DAYS } from '../folded/open-year.ts';

const SESSIONS = DAYS * 2;
export const NO_SCHOOL = -1;

/** One contested stretch of a child at a school, laid out session by session; a letter of 0 is a session that is not its. */
export type Sheet = {
  school: number;
  stay: number;
  from: number;
  to: number;
  /** Its sessions by the school’s numbers: the first, and the one after the last. */
  first: number;
  end: number;
  /** The day to which the published measures count; -1 where they do not. */
  countsTo: number;
  readonly letters: Uint8Array;
  readonly minutes: Int32Array;
};

/** Where those days of a child are laid out in which several schools have a say; used for one after another. */
export type Desk = {
  readonly sheets: Sheet[];
  count: number;
  /** How many stretches the child has, and the sheet of each: NO_SHEET where it is not contested. */
  stayCount: number;
  readonly sheetOf: Int16Array;
  /** Where the words of its removals begin. */
  removalsAt: number;
  /** The places in the year that are laid out: the first, and the one after the last. */
  first: number;
  end: number;
  readonly minutes: Int32Array;
  /** What decides a session so far: whether a school has the child on roll, the rule, its letter, and whose it is. */
  readonly onRoll: Uint8Array;
  readonly rule: Uint8Array;
  readonly letter: Uint8Array;
  readonly rank: Int32Array;
  /** Off roll: the school last left, by session. */
  readonly leftFrom: Int32Array;
  readonly dualDays: Uint8Array;
};

export const NO_SHEET = -1;

export function newDesk(): Desk {
  return {
    sheets: [],
    count: 0,
    stayCount: 0,
    sheetOf: new Int16Array(MOST_STAYS + 1),
    removalsAt: 0,
    first: 0,
    end: SESSIONS,
    minutes: new Int32Array(SESSIONS),
    onRoll: new Uint8Array(SESSIONS),
    rule: new Uint8Array(SESSIONS),
    letter: new Uint8Array(SESSIONS),
    rank: new Int32Array(SESSIONS),
    leftFrom: new Int32Array(SESSIONS),
    dualDays: new Uint8Array(DAYS),
  };
}

/** Clears what was laid out of the child before. */
export function clearDesk(desk: Desk): void {
  const { first, end } = desk;
  desk.minutes.fill(0, first, end);
  desk.onRoll.fill(0, first, end);
  desk.rule.fill(0, first, end);
  desk.leftFrom.fill(NO_SCHOOL, first, end);
  desk.count = 0;
  desk.stayCount = 0;
  desk.first = SESSIONS;
  desk.end = 0;
}

/** Says that days are laid out, the last one too. */
export function widen(desk: Desk, from: number, to: number): void {
  desk.first = Math.min(desk.first, from * 2);
  desk.end = Math.max(desk.end, to * 2 + 2);
}

/** A sheet on which nothing stands. */
export function nextSheet(desk: Desk): Sheet {
  const sheet = desk.sheets[desk.count] ?? {
    school: 0,
    stay: 0,
    from: 0,
    to: 0,
    first: 0,
    end: 0,
    countsTo: -1,
    letters: new Uint8Array(SESSIONS),
    minutes: new Int32Array(SESSIONS),
  };
  desk.sheets[desk.count] = sheet;
  desk.count += 1;
  sheet.letters.fill(0, sheet.from * 2, sheet.to * 2 + 2);
  sheet.minutes.fill(0, sheet.from * 2, sheet.to * 2 + 2);
  return sheet;
}
