import type { AcademicYear, CalendarDate } from '#kernel';
import type { StateId } from './state-look.ts';

/** Every chart needs an id that no other chart on the page has, and a title in the words of the page. */
export interface ChartInput {
  readonly id: string;
  readonly title: string;
}

/** One session of a child: the state that decides it, and its cause in words ("Illness"). */
export interface SessionLook {
  readonly state: StateId;
  readonly cause: string;
}

/** A day on which a session is, or was to be, open. Days that are not school days are left out of the list. */
export interface CalendarDay {
  readonly date: CalendarDate;
  readonly am?: SessionLook | undefined;
  readonly pm?: SessionLook | undefined;
}

export interface YearCalendarInput extends ChartInput {
  readonly year: AcademicYear;
  readonly days: readonly CalendarDay[];
  /** The last day that the account covers; days after it are drawn blank. */
  readonly asOf: CalendarDate;
}

/** One school day in words: what the calendar's picture says, for the table beside it. */
export interface CalendarRow {
  readonly date: CalendarDate;
  /** `Tuesday 3 September 2024` */
  readonly day: string;
  readonly am: string;
  readonly pm: string;
  readonly cause: string;
}

/** A week by its Monday. Weeks not in the list (holidays) and withheld weeks are gaps. */
export interface TrendWeek {
  readonly week: CalendarDate;
  /** Possible sessions: the denominator. */
  readonly possible: number;
  /** Lost sessions by form: the numerators. */
  readonly lost: Readonly<Partial<Record<StateId, number>>>;
  /** Not shown because the numbers are small. */
  readonly withheld?: boolean | undefined;
}

export interface WeeklyTrendInput extends ChartInput {
  readonly weeks: readonly TrendWeek[];
  /** The forms to stack, the lowest first. */
  readonly forms: readonly StateId[];
  readonly asOf: CalendarDate;
}

export interface SchoolWeek {
  readonly week: CalendarDate;
  /** Per cent, or undefined where it is withheld or nothing was possible. */
  readonly percent: number | undefined;
}

export interface SmallMultiplesInput extends ChartInput {
  /** Drawn in the order of their names, never of their values: a place is not a league table. */
  readonly schools: readonly { readonly name: string; readonly href: string; readonly weeks: readonly SchoolWeek[] }[];
  readonly asOf: CalendarDate;
  /** What a value is, in words: "of possible sessions lost". */
  readonly unit: string;
}

export interface BarsInput extends ChartInput {
  /** Drawn in the order given. */
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    /** The value as printed; by default the number with its thousands separated. */
    readonly printed?: string | undefined;
    /** Draws the bar in that state's colour and pattern. */
    readonly state?: StateId | undefined;
  }[];
  /** What is counted: "sessions". */
  readonly unit: string;
}

export interface ComparisonInput extends ChartInput {
  readonly unit: string;
  readonly places: readonly {
    readonly label: string;
    readonly value: number | undefined;
    readonly printed: string;
    /** `own` is the place the page is about. */
    readonly kind: 'own' | 'authority' | 'region' | 'england';
    /** The interval, where there is one. */
    readonly interval?: { readonly low: number; readonly high: number } | undefined;
  }[];
}
