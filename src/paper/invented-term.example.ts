import { academicYearStarting, addDays, calendarDate, instantOf } from '#kernel';
import type { AbsencePart } from '#lost-learning';
import type { Missed, Stretch, TermSums } from './term-reading.ts';

/** What one child missed in one week: sessions by the kind of absence told apart most finely. */
export type ChildWeek = {
  readonly child: number;
  readonly week: number;
  readonly kind: 'suspended' | 'unauthorised' | 'part-time' | 'other';
  readonly sessions: number;
};

const HOLDS: Readonly<Record<AbsencePart, readonly ChildWeek['kind'][]>> = {
  all: ['suspended', 'unauthorised', 'part-time', 'other'],
  unauthorised: ['unauthorised'],
  authorised: ['suspended', 'part-time', 'other'],
  suspended: ['suspended'],
  'part-time': ['part-time'],
  other: ['other'],
  'other-or-suspended': ['suspended', 'other'],
  'other-or-part-time': ['part-time', 'other'],
};

/** A term of invented children, added up as the aggregates add up a real one. */
export function inventedTerm(
  children: number,
  weeks: number,
  missed: readonly ChildWeek[],
  rest: Partial<TermSums> = {},
): TermSums {
  const stretch = (mine: readonly ChildWeek[], length: number): Stretch => ({
    possible: children * length * 10,
    parts: partsOf(mine),
  });
  const half = Math.ceil(weeks / 2);
  const shares = Array.from(
    { length: children },
    (_, child) => sum(missed.filter((one) => one.child === child)) / (weeks * 10),
  );
  const monday = calendarDate('2024-09-02');
  return {
    year: academicYearStarting(2024),
    term: 'autumn',
    knownAt: instantOf(Date.parse('2025-01-10T12:00:00Z')),
    from: monday,
    to: addDays(monday, weeks * 7 - 3),
    complete: true,
    enrolments: children,
    bands: {
      underTenth: shares.filter((share) => share < 0.1).length,
      tenthToHalf: shares.filter((share) => share >= 0.1 && share < 0.5).length,
      halfOrMore: shares.filter((share) => share >= 0.5).length,
    },
    whole: stretch(missed, weeks),
    halves: [
      stretch(
        missed.filter((one) => one.week < half),
        half,
      ),
      stretch(
        missed.filter((one) => one.week >= half),
        weeks - half,
      ),
    ],
    weeks: Array.from({ length: weeks }, (_, week) => ({
      ...stretch(
        missed.filter((one) => one.week === week),
        1,
      ),
      monday: addDays(monday, week * 7),
    })),
    inside: [],
    beyond: {},
    ...rest,
  };
}

/** Who missed how much in some parts of absence. */
export function amountsOf(missed: readonly ChildWeek[], part: AbsencePart): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>();
  for (const { child, kind, sessions } of missed) {
    if (HOLDS[part].includes(kind)) amounts.set(child, (amounts.get(child) ?? 0) + sessions);
  }
  return amounts;
}

function partsOf(missed: readonly ChildWeek[]): Readonly<Partial<Record<AbsencePart, Missed>>> {
  const parts: Partial<Record<AbsencePart, Missed>> = {};
  for (const part of [
    'all',
    'unauthorised',
    'authorised',
    'suspended',
    'part-time',
    'other',
    'other-or-suspended',
    'other-or-part-time',
  ] as const) {
    const amounts = [...amountsOf(missed, part).values()].toSorted((a, b) => b - a);
    const [largest = 0, second = 0] = amounts;
    if (amounts.length === 0) continue;
    parts[part] = {
      sessions: amounts.reduce((total, one) => total + one, 0),
      children: amounts.length,
      largest,
      largest_two: largest + second,
    };
  }
  return parts;
}

function sum(missed: readonly ChildWeek[]): number {
  return missed.reduce((total, one) => total + one.sessions, 0);
}
