import { addDays, calendarDate, startYear, type AcademicYear, type CalendarDate } from '#kernel';
import { censusDay, type Aggregates } from '#lost-learning';
import { PHASES, type AreaPlace, type Beside, type LocalFigure, type MeasureId, type Phase } from '#place';
import type { WebContext } from '../../context.ts';
import { groupedBy, listSchools, type SchoolRow } from './read-account.ts';

/** A measure of the account that DfE publishes too: and its parts. */
export const RATES = [
  {
    measure: 'overall_percent',
    published: 'overall-absence',
    unit: '%',
    places: 1,
    numerator: 'overall',
    denominator: 'possible',
  },
  {
    measure: 'persistent_percent',
    published: 'persistent-absence',
    unit: '%',
    places: 1,
    numerator: 'persistent_enrolments',
    denominator: 'enrolments',
  },
  {
    measure: 'severe_percent',
    published: 'severe-absence',
    unit: '%',
    places: 1,
    numerator: 'severe_enrolments',
    denominator: 'enrolments',
  },
  {
    measure: 'suspension_rate',
    published: 'suspension-rate',
    unit: '',
    places: 2,
    numerator: 'suspensions',
    denominator: 'census_pupils',
  },
  {
    measure: 'permanent_exclusion_rate',
    published: 'permanent-exclusion-rate',
    unit: '',
    places: 2,
    numerator: 'permanent_exclusions',
    denominator: 'census_pupils',
  },
] as const satisfies readonly { readonly published: MeasureId; readonly [name: string]: string | number }[];
export type Rate = (typeof RATES)[number];

/** What the rates are made of: enrolments and sessions of DfE’s cohort, suspensions, and the roll of census day. */
export type RateCounts = Readonly<Record<Rate['numerator'] | Rate['denominator'], number>>;

const NOTHING: RateCounts = {
  overall: 0,
  possible: 0,
  enrolments: 0,
  persistent_enrolments: 0,
  severe_enrolments: 0,
  suspensions: 0,
  permanent_exclusions: 0,
  census_pupils: 0,
};

/** The counts of each school, and when the figures begin and end. */
export type SchoolRates = {
  readonly counts: ReadonlyMap<number, RateCounts>;
  readonly schools: readonly SchoolRow[];
  readonly period: LocalFigure['period'];
  /** Set where census day has not come: then no rate that needs its roll can be worked out. */
  readonly censusToCome: CalendarDate | undefined;
};

type CountRow = { readonly urn: number; readonly category: string; readonly suspensions: number };
type AbsenceRow = Pick<
  RateCounts,
  'overall' | 'possible' | 'enrolments' | 'persistent_enrolments' | 'severe_enrolments'
> & {
  readonly urn: string;
};
type DaysRow = { readonly urn: number; readonly first_day: string; readonly last_day: string };

export async function readSchoolRates(
  aggregates: Aggregates,
  year: AcademicYear,
  asOf: CalendarDate,
): Promise<SchoolRates> {
  const [schools, absence, suspensions, census, days] = await Promise.all([
    listSchools(aggregates, year),
    aggregates.rows<AbsenceRow>('absence_school', year),
    aggregates.rows<CountRow>('suspension_count', year),
    aggregates.rows<{ readonly urn: number; readonly pupils: number }>('census_roll', year),
    aggregates.rows<DaysRow>('school_days', year),
  ]);
  const suspended = groupedBy(suspensions, (row) => row.urn);
  const counts = schools.map(({ urn }) => {
    const of = (categories: readonly string[]): number =>
      (suspended.get(urn) ?? []).reduce(
        (sum, row) => sum + (categories.includes(row.category) ? row.suspensions : 0),
        0,
      );
    const row: RateCounts = {
      ...NOTHING,
      ...absence.find((one) => one.urn === String(urn)),
      suspensions: of(['SUSP', 'FIXD']),
      permanent_exclusions: of(['PERM']),
      census_pupils: census.find((one) => one.urn === urn)?.pupils ?? 0,
    };
    return [urn, row] as const;
  });
  const day = calendarDate(censusDay(year));
  return {
    counts: new Map(counts),
    schools,
    period: periodOf(year, asOf, days),
    censusToCome: asOf < day ? day : undefined,
  };
}

// Assumption: school days that stop before July are a list not yet finished, so the year is not complete.
function periodOf(year: AcademicYear, asOf: CalendarDate, days: readonly DaysRow[]): LocalFigure['period'] {
  const first = days.map((row) => row.first_day).toSorted()[0];
  const last = days
    .map((row) => row.last_day)
    .toSorted()
    .at(-1);
  const july = calendarDate(`${startYear(year) + 1}-07-01`);
  return {
    year,
    from: first === undefined ? addDays(asOf, 0) : calendarDate(first),
    to: asOf,
    completeYear: last !== undefined && last >= july && asOf >= last,
  };
}

/**
 * One line of a table of rates: some schools together, with the scope in which their figures are explained. Without a
 * scope it is the sum of other lines, and `note` says of which.
 */
export type RateGroup = {
  readonly label: string;
  readonly scope?: string;
  readonly note?: string;
  readonly schools: readonly SchoolRow[];
};

export type RateLine = {
  readonly group: RateGroup;
  readonly numerator: number;
  readonly denominator: number;
  /** In the measure’s unit; undefined where there is nothing to divide by, or census day has not come. */
  readonly value: number | undefined;
  readonly beside: readonly Beside[];
};

/** One rate of some groups of schools, each beside England’s, its region’s and its authority’s. */
export async function listRateLines(
  web: WebContext,
  rates: SchoolRates,
  rate: Rate,
  groups: readonly RateGroup[],
): Promise<readonly RateLine[]> {
  const area = areaPlace(web, rates.schools);
  return Promise.all(
    groups.map(async (group) => {
      const sum = (name: keyof RateCounts): number =>
        group.schools.reduce((total, { urn }) => total + (rates.counts.get(urn)?.[name] ?? 0), 0);
      const [numerator, denominator] = [sum(rate.numerator), sum(rate.denominator)];
      const toCome = rate.denominator === 'census_pupils' && rates.censusToCome !== undefined;
      const value = denominator > 0 && !toCome ? (100 * numerator) / denominator : undefined;
      const counted = group.schools.filter(({ urn }) => (rates.counts.get(urn)?.[rate.denominator] ?? 0) > 0);
      const phases = PHASES.filter((phase: Phase) => counted.some((school) => school.phase === phase));
      const local: LocalFigure = {
        measure: rate.published,
        value,
        name: group.label,
        period: rates.period,
        phases,
      };
      return { group, numerator, denominator, value, beside: await web.published.listBeside(local, area) };
    }),
  );
}

/** The area is one authority’s where all its schools are; otherwise it has no published figure of its own. */
function areaPlace(web: WebContext, schools: readonly SchoolRow[]): AreaPlace {
  const authorities = [...new Set(schools.map((school) => school.la))];
  const { name, region } = web.area;
  const [authority] = authorities;
  return {
    name,
    ...(authorities.length === 1 && authority !== undefined ? { authority } : {}),
    ...(region === undefined ? {} : { region }),
  };
}
