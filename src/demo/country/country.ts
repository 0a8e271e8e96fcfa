import { academicYearStarting, broken, calendarDate, dayNumber } from '#kernel';
import { makeSchoolYear, type SchoolYear } from '../calendar.ts';
import { evenSpread, randomFor } from '../chance.ts';
import type { Phase, School } from '../schools.ts';

/**
 * A country of England’s size that does not exist: authorities, schools and trusts with numbers for names. England has
 * about 153 authorities, 24,000 schools and 9 million pupils; at scale 50 there is a fiftieth of the schools and pupils.
 */
export const YEAR = academicYearStarting(2024);
export const FIRST_DAY = dayNumber(calendarDate('2024-09-01'));

export type CountrySchool = School & {
  /** Place of its authority in the country. */
  readonly authority: number;
  readonly calendar: SchoolYear;
  /** Some schools list no day of the year, and so have no register. */
  readonly listsDays: boolean;
  readonly hasBoarders: boolean;
  readonly tellsRemovals: boolean;
  /** What its file says of `boarder` for those who are none: most `N`, some nothing. */
  readonly saysBoarder: boolean;
  /** The place of a day that it lists as open and then marks `#` for everyone. */
  readonly closedPlace: number | undefined;
  /** Whether it lists its first training day, as closed, and marks `#` on it. */
  readonly listsTraining: boolean;
  /** Children, and the number of the first of them in the authority. */
  readonly children: number;
  readonly first: number;
};

export type Authority = {
  readonly at: number;
  readonly la: string;
  readonly schools: readonly CountrySchool[];
  readonly children: number;
  /** The number in the country of its first child. */
  readonly first: number;
};

export type Country = {
  readonly seed: number;
  readonly authorities: readonly Authority[];
  readonly calendarOf: (school: School) => SchoolYear;
};

type Schools = Readonly<Record<Phase, number>>;

/** Schools by phase, so that with these sizes 24,000 schools hold about 8.8 million children of 4 to 16. */
const SCHOOLS: readonly (readonly [phase: Phase, count: number])[] = [
  ['primary', 18_700],
  ['secondary', 3600],
  ['all-through', 220],
  ['special', 1100],
  ['alternative-provision', 380],
];
const AT_LEAST: Schools = { primary: 3, secondary: 3, 'all-through': 1, special: 1, 'alternative-provision': 1 };
/** Beyond this scale there are some 1,500 children in all: enough to hold what is made of a country against something. */
const SMALLEST = 100_000;
const OF_A_HAMLET: Schools = { primary: 5, secondary: 0, 'all-through': 0, special: 2, 'alternative-provision': 0 };
const AUTHORITIES = 153;
const FIRST_LA = 801;
// Real URNs begin with 1 or 4.
const FIRST_URN = 900_001;
/** URNs in no file of the country. */
export const OUTSIDE_URN = 980_001;

const PRIMARY_INTAKES = [30, 45, 30, 60, 15, 30, 60, 45, 30, 20, 60, 30, 45, 30, 15, 60, 25, 30, 45, 30] as const;
const SECONDARY_INTAKES = [180, 210, 240, 180, 150, 210, 240, 180, 180, 210] as const;
const STRICTNESS = [0.5, 0.6, 2.6, 0.5, 1.9, 0.7, 0.8, 0.4] as const;

/** Calendars that schools share: enough that neighbours differ, few enough to be made in a moment. */
const CALENDARS = 89;

/** Fewer, larger authorities would make files unlike England’s, and 153 tiny ones too: both shrink by the same factor. */
export function planCountry(scale: number, seed: number): Country {
  const count = Math.max(3, Math.round(AUTHORITIES / Math.sqrt(scale)));
  const weights = Array.from({ length: count }, (_, at) => 0.3 + 1.4 * evenSpread(at, 0.2) ** 2);
  const reached = running(weights);
  const calendars = Array.from({ length: CALENDARS }, (_, at) => makeSchoolYear(YEAR, seed, at));
  const authorities: Authority[] = [];
  let [urn, first] = [FIRST_URN, 0];
  for (let at = 0; at < count; at += 1) {
    const schools: CountrySchool[] = [];
    let children = 0;
    for (const [phase, inEngland] of SCHOOLS) {
      const wanted = scale > SMALLEST ? OF_A_HAMLET[phase] : Math.max(AT_LEAST[phase], inEngland / scale);
      const many = Math.round(wanted * (reached[at + 1] ?? 1)) - Math.round(wanted * (reached[at] ?? 0));
      for (let each = 0; each < many; each += 1) {
        const school = makeSchool({ urn, phase, authority: at, first: children, seed, calendars });
        schools.push(school);
        children += school.children;
        urn += 1;
      }
    }
    authorities.push({ at, la: String(FIRST_LA + at), schools, children, first });
    first += children;
  }
  const all = authorities.flatMap(({ schools }) => schools);
  const calendarOf = (school: School): SchoolYear => {
    const found = all[school.urn - FIRST_URN];
    if (!found) throw broken('country/no-such-school', `${school.urn} is not a school of this country`);
    return found.calendar;
  };
  return { seed, authorities, calendarOf };
}

type Ground = {
  readonly urn: number;
  readonly phase: Phase;
  readonly authority: number;
  readonly first: number;
  readonly seed: number;
  readonly calendars: readonly SchoolYear[];
};

function makeSchool({ urn, phase, authority, first, seed, calendars }: Ground): CountrySchool {
  const random = randomFor(seed, 7, urn);
  const at = urn - FIRST_URN;
  const shape = shapeOf(phase, at);
  const calendar = calendars[at % CALENDARS];
  if (!calendar) throw broken('country/no-calendar', 'every school has one of the calendars');
  const sixthForm = shape.oldest > 11 ? Math.round(0.4 * shape.intake) : 0;
  const children = shape.intake * (Math.min(11, shape.oldest) - shape.youngest + 1) + sixthForm;
  return {
    urn,
    phase,
    authority,
    first,
    children,
    calendar,
    ...shape,
    name: `${phase} school ${urn}`,
    trust: trustOf(phase, authority, random.below),
    postcode: '',
    absence: phase === 'special' ? 1 : 0.82 + 0.36 * evenSpread(at, 0.31),
    strictness: phase === 'secondary' ? (STRICTNESS[at % STRICTNESS.length] ?? 1) : 1,
    feedMinute: 0,
    listsDays: at % 211 !== 17,
    hasBoarders: at % 67 === 11,
    tellsRemovals: at % 3 === 1,
    saysBoarder: random.next() < 0.9,
    closedPlace: at % 15 === 4 ? 40 + random.below(100) : undefined,
    listsTraining: at % 4 === 2,
  };
}

type Shape = Pick<School, 'youngest' | 'oldest' | 'intake' | 'formSize'>;

function shapeOf(phase: Phase, at: number): Shape {
  switch (phase) {
    case 'primary':
      return { youngest: 0, oldest: 6, intake: PRIMARY_INTAKES[at % PRIMARY_INTAKES.length] ?? 30, formSize: 30 };
    case 'secondary':
      return {
        youngest: 7,
        oldest: at % 4 === 1 ? 12 : 11,
        intake: SECONDARY_INTAKES[at % SECONDARY_INTAKES.length] ?? 180,
        formSize: 28,
      };
    case 'all-through':
      return { youngest: 0, oldest: 11, intake: 100, formSize: 29 };
    case 'special':
      return { youngest: 0, oldest: 11, intake: 12, formSize: 10 };
    case 'alternative-provision':
      return { youngest: 7, oldest: 11, intake: 9, formSize: 9 };
  }
}

// A trust’s schools are in its own authority and the next two; special and alternative settings belong to few.
function trustOf(phase: Phase, authority: number, below: (n: number) => number): string | undefined {
  const inTrust = phase === 'secondary' || phase === 'all-through' ? 80 : phase === 'primary' ? 45 : 30;
  if (below(100) >= inTrust) return undefined;
  return `Trust ${100 + 8 * Math.max(0, authority - below(3)) + below(8)}`;
}

/** Running totals of weights as shares of 1, one longer than the weights. */
function running(weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const totals = [0];
  for (const weight of weights) totals.push((totals.at(-1) ?? 0) + weight / whole);
  return totals;
}
