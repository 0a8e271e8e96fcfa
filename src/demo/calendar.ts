import {
  calendarDate,
  dayNumber,
  dateOfDayNumber,
  Refusal,
  startYear,
  weekday,
  type AcademicYear,
  type CalendarDate,
} from '#kernel';
import { randomFor } from './chance.ts';

/** Bank holidays in England that can fall in term: GOV.UK, “UK bank holidays”, as published for 2023 to 2027. */
// prettier-ignore
export const BANK_HOLIDAYS: readonly CalendarDate[] = [
  '2023-12-25', '2023-12-26', '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26',
  '2024-12-25', '2024-12-26', '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25',
  '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31',
  '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30',
].map(calendarDate);

/** Northmoor’s own term dates: six half terms a year, 195 weekdays, of which each school closes five for training. */
// prettier-ignore
const HALF_TERMS: Readonly<Record<string, readonly (readonly [first: string, last: string])[]>> = {
  '2023/24': [
    ['2023-09-04', '2023-10-27'], ['2023-11-06', '2023-12-22'], ['2024-01-08', '2024-02-09'],
    ['2024-02-19', '2024-03-28'], ['2024-04-15', '2024-05-24'], ['2024-06-03', '2024-07-23'],
  ],
  '2024/25': [
    ['2024-09-02', '2024-10-25'], ['2024-11-04', '2024-12-20'], ['2025-01-06', '2025-02-14'],
    ['2025-02-24', '2025-04-04'], ['2025-04-22', '2025-05-23'], ['2025-06-02', '2025-07-22'],
  ],
  '2025/26': [
    ['2025-09-01', '2025-10-24'], ['2025-11-03', '2025-12-19'], ['2026-01-05', '2026-02-13'],
    ['2026-02-23', '2026-03-27'], ['2026-04-13', '2026-05-22'], ['2026-06-01', '2026-07-20'],
  ],
  '2026/27': [
    ['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-04', '2027-02-12'],
    ['2027-02-22', '2027-03-25'], ['2027-04-12', '2027-05-28'], ['2027-06-07', '2027-07-21'],
  ],
};

/** Eid al-Fitr and Eid al-Adha where they fall on a school day (calculated dates; the day depends on the moon). */
export const EIDS: readonly number[] = [
  '2024-04-10',
  '2024-06-17',
  '2025-03-31',
  '2025-06-06',
  '2026-03-20',
  '2027-03-10',
]
  .map(calendarDate)
  .map(dayNumber);

/** A school’s open days in one year, and how the year’s shape bears on each kind of absence. */
export type SchoolYear = {
  readonly year: AcademicYear;
  /** Day numbers, ascending. */
  readonly days: Int32Array;
  readonly weekdays: Uint8Array;
  /** 0 where the school sends everyone home at midday. */
  readonly pmOpen: Uint8Array;
  /** Running totals (one longer than `days`) of how likely each day is for an event to begin. */
  readonly illness: Float64Array;
  readonly ordinary: Float64Array;
  readonly holiday: Float64Array;
};

export function listHalfTerms(year: AcademicYear): readonly (readonly [first: number, last: number])[] {
  const terms = HALF_TERMS[year];
  if (!terms) {
    throw new Refusal(
      'demo/unknown-year',
      `Northmoor has term dates for ${Object.keys(HALF_TERMS).join(', ')}, not ${year}`,
    );
  }
  return terms.map(([first, last]) => [dayNumber(calendarDate(first)), dayNumber(calendarDate(last))]);
}

/** The last Friday in June: the end of compulsory school age (Education Act 1996 s. 8; School Leaving Date Order 1997). */
export function schoolLeavingDay(year: AcademicYear): number {
  const last = dayNumber(calendarDate(`${startYear(year) + 1}-06-30`));
  return last - ((weekday(dateOfDayNumber(last)) + 2) % 7);
}

/** The day from which a child is of compulsory school age: the prescribed day after the fifth birthday (EA 1996 s. 8). */
export function compulsoryDay(birthDay: number): number {
  const birth = dateOfDayNumber(birthDay);
  const year = Number(birth.slice(0, 4)) + 5;
  const monthDay = birth.slice(5);
  const prescribed = monthDay <= '03-31' ? `${year}-03-31` : monthDay <= '08-31' ? `${year}-08-31` : `${year}-12-31`;
  return dayNumber(calendarDate(prescribed));
}

export function makeSchoolYear(year: AcademicYear, seed: number, urn: number): SchoolYear {
  const random = randomFor(seed, 11, urn, startYear(year));
  const holidays = new Set(BANK_HOLIDAYS.map(dayNumber));
  const halves = listHalfTerms(year).map(([first, last]) =>
    weekdaysBetween(first, last).filter((day) => !holidays.has(day)),
  );
  const training = trainingDays(halves, random.below);
  const days = halves.flat().filter((day) => !training.has(day));
  const lastOfHalf = new Set(halves.map((half) => half.findLast((day) => !training.has(day))));
  const middayFinish =
    random.next() < 0.3 ? [halves[1], halves[5]].map((half) => half?.findLast((day) => !training.has(day))) : [];
  const week = new Map(halves.flatMap((half) => half.map((day) => [day, nearEnd(half, day)] as const)));
  const weekdays = Uint8Array.from(days, (day) => weekday(dateOfDayNumber(day)));
  return {
    year,
    days: Int32Array.from(days),
    weekdays,
    pmOpen: Uint8Array.from(days, (day) => (middayFinish.includes(day) ? 0 : 1)),
    illness: running(
      days,
      (day, at) => season(day) * dayWeight(weekdays[at]) * (week.get(day) === 'last week' ? 1.12 : 1),
    ),
    ordinary: running(days, (day, at) => dayWeight(weekdays[at]) * (week.get(day) === 'last week' ? 1.35 : 1)),
    holiday: running(days, (day) => (lastOfHalf.has(day) ? 5 : week.get(day) === 'last week' ? 4 : summer(day))),
  };
}

/** The place of the first open day on or after `day`; the number of open days where there is none. */
export function placeOf(calendar: SchoolYear, day: number): number {
  let [low, high] = [0, calendar.days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The school day `count` open days after the first one on or after `day`; undefined past the year’s end. */
export function findOpenDay(calendar: SchoolYear, day: number, count: number): number | undefined {
  return calendar.days[placeOf(calendar, day) + count];
}

export function lastOpenDay(calendar: SchoolYear): number {
  return calendar.days[calendar.days.length - 1] ?? 0;
}

function weekdaysBetween(first: number, last: number): number[] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return days.filter((day) => weekday(dateOfDayNumber(day)) <= 5);
}

// Every school trains on the first day of the year; the other four days differ by school.
function trainingDays(halves: readonly number[][], below: (n: number) => number): ReadonlySet<number | undefined> {
  const choices = [
    halves[0]?.[1],
    halves[1]?.[0],
    halves[2]?.[0],
    halves[3]?.[0],
    halves[4]?.[0],
    halves[5]?.[20],
    halves[5]?.at(-1),
    halves[5]?.at(-2),
  ];
  const chosen = new Set([halves[0]?.[0]]);
  while (chosen.size < 5) chosen.add(choices[below(choices.length)]);
  return chosen;
}

function nearEnd(half: readonly number[], day: number): 'last week' | 'earlier' {
  return (half.at(-1) ?? day) - day < 5 ? 'last week' : 'earlier';
}

// Absence on Fridays stood 19 % above Monday to Thursday (DfE daily attendance, England, 8–12 September 2025: 5.49 against 4.62).
function dayWeight(day: number | undefined): number {
  return day === 5 ? 1.4 : day === 1 ? 0.98 : 0.95;
}

// Illness by term in 2024/25: 3.40, 3.47 and 2.79 % of sessions (DfE, autumn, spring, summer); weekly figures peak before Christmas.
function season(day: number): number {
  const [, month] = dateOfDayNumber(day).split('-').map(Number);
  const byMonth: Readonly<Record<number, number>> = {
    9: 0.75,
    10: 0.98,
    11: 1.15,
    12: 1.5,
    1: 1.15,
    2: 1.15,
    3: 1.02,
    4: 0.9,
    5: 0.82,
    6: 0.8,
    7: 0.78,
  };
  return byMonth[month ?? 9] ?? 1;
}

// Term-time holidays by term in 2024/25: 0.43, 0.29 and 0.70 % of sessions (DfE): June and July carry most.
function summer(day: number): number {
  const month = dateOfDayNumber(day).slice(5, 7);
  if (month === '06' || month === '07') return 2.6;
  return month === '09' ? 1.6 : month < '05' ? 0.4 : 0.7;
}

function running(days: readonly number[], weight: (day: number, at: number) => number): Float64Array {
  const totals = new Float64Array(days.length + 1);
  days.forEach((day, at) => {
    totals[at + 1] = (totals[at] ?? 0) + weight(day, at);
  });
  return totals;
}
