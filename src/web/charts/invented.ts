/** Invented data for the gallery and the tests of charts. Nobody's real figures; the same every time. */
import { academicYearStarting, addDays, calendarDate, weekday, type CalendarDate } from '#kernel';
import type {
  BarsInput,
  ComparisonInput,
  SessionLook,
  SmallMultiplesInput,
  WeeklyTrendInput,
  YearCalendarInput,
} from './inputs.ts';
import type { WeekPairsInput } from './week-pairs.tsx';
import { stateTitle, type StateId } from './state-look.ts';

/** Holidays as first and last day. */
const holidays: readonly (readonly [string, string])[] = [
  ['2024-10-28', '2024-11-01'],
  ['2024-12-23', '2025-01-03'],
  ['2025-02-17', '2025-02-21'],
  ['2025-04-07', '2025-04-21'],
  ['2025-05-05', '2025-05-05'],
  ['2025-05-26', '2025-05-30'],
];

/** Spells of a child's year: from, to, state, cause. The first that fits a day stands. */
const spells: readonly (readonly [string, string, StateId, string])[] = [
  ['2024-09-17', '2024-09-17', 'authorised', 'Medical or dental appointment'],
  ['2024-10-07', '2024-10-11', 'authorised', 'Illness'],
  ['2024-11-14', '2024-11-15', 'suspended', 'Suspended'],
  ['2024-11-18', '2024-12-06', 'part-time', 'Part-time timetable'],
  ['2024-12-12', '2024-12-13', 'unauthorised', 'No reason established'],
  ['2025-01-13', '2025-01-15', 'suspended', 'Suspended'],
  ['2025-01-22', '2025-01-24', 'access-failure', 'Transport not available'],
  ['2025-02-03', '2025-02-06', 'unrecorded-dual', 'Registered at two schools, recorded by neither'],
  ['2025-03-03', '2025-03-21', 'off-roll', 'Between schools'],
  ['2025-03-24', '2025-03-24', 'not-required', 'School closed: heating failure'],
  ['2025-03-25', '2025-03-25', 'unmarked', 'Register not taken'],
  ['2025-04-24', '2025-04-25', 'unauthorised', 'Absent without a reason that the school accepts'],
];

const HALF_DAYS: ReadonlySet<StateId> = new Set(['part-time', 'unmarked']);

export function inventedCalendar(asOf = '2025-05-14'): YearCalendarInput {
  const days = schoolDays().map((date) => {
    const found = spells.find(([from, to]) => from <= date && date <= to);
    const present: SessionLook = { state: 'attended', cause: '' };
    const pm: SessionLook = found ? { state: found[2], cause: found[3] } : present;
    return { date, am: found && HALF_DAYS.has(found[2]) ? present : pm, pm };
  });
  return {
    id: 'year',
    title: 'Martha’s school year',
    year: academicYearStarting(2024),
    days,
    asOf: calendarDate(asOf),
  };
}

export function inventedTrend(): WeeklyTrendInput {
  const weeks = mondays('2024-09-02', '2025-05-12').map((week, at) => ({
    week,
    possible: 19_800 + ((at * 37) % 400),
    lost: {
      suspended: 60 + wave(at, 40, 7) + (at > 10 && at < 15 ? 60 : 0),
      unauthorised: 420 + wave(at, 120, 5) + at * 6,
      'part-time': 70 + at * 3,
      authorised: 780 + wave(at, 260, 11) + (at > 11 && at < 16 ? 420 : 0),
    },
    withheld: at === 8,
  }));
  return {
    id: 'trend',
    title: 'Sessions lost each week, by form',
    weeks,
    forms: ['suspended', 'unauthorised', 'part-time', 'authorised'],
    asOf: calendarDate('2025-05-16'),
  };
}

export function inventedSchools(): SmallMultiplesInput {
  const names = [
    'Beckside Primary School',
    'St Aidan’s Catholic Academy',
    'Ashgrove High School',
    'Moorlands Special School',
    'Riverside Pupil Referral Unit',
    'Northvale Community College',
  ];
  const schools = names.map((name, school) => ({
    name,
    href: `/schools/${100_001 + school}`,
    weeks: mondays('2024-09-02', '2025-05-12').map((week, at) => ({
      week,
      percent:
        school === 4 && at % 9 === 4
          ? undefined
          : 4 + school * 1.7 + wave(at, 3 + school, 4 + school) / 2 + at * 0.03 * school,
    })),
  }));
  return {
    id: 'schools',
    title: 'Each school',
    schools,
    asOf: calendarDate('2025-05-16'),
    unit: 'of possible sessions lost',
  };
}

export function inventedBars(): BarsInput {
  return {
    id: 'forms',
    title: 'Sessions lost, by form',
    unit: 'sessions lost',
    bars: [
      { label: stateTitle('suspended'), value: 1204, state: 'suspended' },
      { label: stateTitle('unauthorised'), value: 9120, state: 'unauthorised' },
      { label: stateTitle('part-time'), value: 2310, state: 'part-time' },
      { label: stateTitle('authorised'), value: 17_450, state: 'authorised' },
      { label: stateTitle('access-failure'), value: 42, state: 'access-failure' },
      { label: stateTitle('unrecorded-dual'), value: 388, state: 'unrecorded-dual' },
      { label: stateTitle('off-roll'), value: 1960, state: 'off-roll' },
    ],
  };
}

export function inventedComparison(): ComparisonInput {
  return {
    id: 'beside',
    title: 'Overall absence, 2024/25',
    unit: '%',
    places: [
      {
        label: 'Northvale (from its own registers)',
        value: 7.4,
        printed: '7.4%',
        kind: 'own',
        interval: { low: 7.1, high: 7.7 },
      },
      { label: 'Northvale, published', value: 7.2, printed: '7.2%', kind: 'authority' },
      { label: 'Yorkshire and The Humber', value: 7.3, printed: '7.3%', kind: 'region' },
      { label: 'England', value: 6.9, printed: '6.9%', kind: 'england' },
    ],
  };
}

export function inventedWeekPairs(): WeekPairsInput {
  return {
    id: 'pairs',
    title: 'Sessions lost to absence each school week',
    now: '2025/26',
    before: '2024/25',
    summary: 'Up to week 2 of autumn half term 2, 6.0% were lost in 2025/26, and 5.8% in 2024/25.',
    weeks: [
      { half: 1, now: 5.5, before: 5.2 },
      { half: 1, now: 6.1, before: 5.9 },
      { half: 1, now: undefined, before: 6.4 },
      { half: 2, now: 6.2, before: 6.0 },
      { half: 2, now: 6.6, before: 5.7 },
    ],
  };
}

function schoolDays(): readonly CalendarDate[] {
  const days = Array.from({ length: 323 }, (_, at) => addDays(calendarDate('2024-09-03'), at));
  return days.filter(
    (date) => weekday(date) <= 5 && date <= '2025-07-22' && !holidays.some(([from, to]) => from <= date && date <= to),
  );
}

function mondays(from: string, to: string): readonly CalendarDate[] {
  const all = Array.from({ length: 53 }, (_, at) => addDays(calendarDate(from), 7 * at));
  return all.filter(
    (date) => date <= to && !holidays.some(([first, last]) => first <= addDays(date, 2) && addDays(date, 2) <= last),
  );
}

function wave(at: number, height: number, period: number): number {
  return Math.round((height * (1 + Math.sin((2 * Math.PI * at) / period))) / 2);
}
