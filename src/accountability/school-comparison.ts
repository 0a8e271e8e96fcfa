import { dataText, t } from '#language';
import { STRATIFIED_BY, type StratifiedBy, type StratumRow } from '#lost-learning';
import { caseMixOf, findProportion, funnelOf, type CaseMixPlace, type Estimate, type StratumCount } from '#statistics';

/**
 * What schools of one phase may be held beside each other for. Pupils, not sessions or events: each counts once.
 * `account` is the measure under which the account shows and explains the same figure, where it has one.
 */
export const SCHOOL_MEASURES = [
  {
    id: 'persistent-absence',
    name: 'Persistent absence',
    relation: 'absence_stratum',
    cases: 'persistent',
    casesWords: 'persistently absent',
    pupilsWords: 'enrolments',
    account: 'persistent_percent',
    definition:
      'Pupils who missed a tenth or more of their own possible sessions, counted as the Department for Education counts them.',
  },
  {
    id: 'severe-absence',
    name: 'Severe absence',
    relation: 'absence_stratum',
    cases: 'severe',
    casesWords: 'severely absent',
    pupilsWords: 'enrolments',
    account: 'severe_percent',
    definition:
      'Pupils who missed half or more of their own possible sessions, counted as the Department for Education counts them.',
  },
  {
    id: 'pupils-suspended',
    name: 'Pupils suspended',
    relation: 'suspended_stratum',
    cases: 'suspended',
    casesWords: 'suspended at least once',
    pupilsWords: 'pupils on roll on census day',
    account: undefined,
    definition:
      'Pupils on roll on census day in January whom the school suspended at least once in the year. A pupil counts once, however often suspended.',
  },
] as const;
export type SchoolMeasure = (typeof SCHOOL_MEASURES)[number];

export function findSchoolMeasure(id: string): SchoolMeasure | undefined {
  return SCHOOL_MEASURES.find((measure) => measure.id === id);
}

const SAID_OF = 'schools-compared-';

/** The measure’s name in what is said of a comparison: the account’s figure of the same matter is another figure. */
export function comparedAs({ id }: SchoolMeasure): string {
  return `${SAID_OF}${id}`;
}

/** The measure that a comparison was said to be wrong for. */
export function findCompared(measure: string): SchoolMeasure | undefined {
  return measure.startsWith(SAID_OF) ? findSchoolMeasure(measure.slice(SAID_OF.length)) : undefined;
}

/** At most this share of what is called different is expected to be chance (Benjamini and Hochberg 1995). */
export const FALSE_DISCOVERIES = 0.05;
/** Fewer schools than this are each other’s standard: a comparison would say little and point at someone. */
export const FEWEST_SCHOOLS = 4;

export type ComparedSchool = Omit<CaseMixPlace, 'place' | 'observed' | 'size'> & {
  readonly urn: number;
  readonly cases: number;
  readonly pupils: number;
  /** Share of its pupils, 0 to 1, with its intervals (Wilson). */
  readonly rate: Estimate | undefined;
};

export type SchoolComparison =
  | {
      readonly kind: 'compared';
      /** Share of all these schools’ pupils together, 0 to 1. */
      readonly target: number;
      /** Spread of raw shares between schools beyond chance (a share), and of ratios once make-up is allowed for. */
      readonly spread: { readonly raw: number; readonly allowedFor: number };
      /** In order of URN; a page puts them in order of name. */
      readonly schools: readonly ComparedSchool[];
    }
  | { readonly kind: 'cannot-compare'; readonly reason: string };

/**
 * Schools of one phase beside what their own pupils would lead one to expect. `rows` are those of the phase’s schools
 * alone: the reference is all of them together, so a difference is from each other, not from England.
 */
export function compareSchools(measure: SchoolMeasure, rows: readonly StratumRow[]): SchoolComparison {
  const counts = rows.map((row): StratumCount & { readonly urn: number } => ({
    urn: row.urn,
    place: String(row.urn),
    stratum: stratumKey(row),
    numerator: row[measure.cases] ?? 0,
    denominator: row.pupils,
  }));
  const mix = caseMixOf(counts, FALSE_DISCOVERIES);
  if (mix.places.length < FEWEST_SCHOOLS) {
    return {
      kind: 'cannot-compare',
      reason: t('compared.too-few', { count: String(mix.places.length), fewest: String(FEWEST_SCHOOLS) }),
    };
  }
  const funnel = funnelOf(mix.places.map(({ observed, size }) => ({ numerator: observed, denominator: size })));
  if (funnel.target === undefined || funnel.target === 0) {
    return { kind: 'cannot-compare', reason: t('compared.no-case', { cases: dataText(measure.casesWords) }) };
  }
  return {
    kind: 'compared',
    target: funnel.target,
    spread: { raw: funnel.tau ?? 0, allowedFor: mix.tau ?? 0 },
    schools: mix.places.map(({ place, observed, size, ...rest }) => ({
      ...rest,
      urn: Number(place),
      cases: observed,
      pupils: size,
      rate: findProportion(observed, size),
    })),
  };
}

/** One level of one factor in a school: `sen` `K`. */
export type FactorLevel = {
  readonly factor: StratifiedBy;
  /** As files carry it; empty where it is not known. */
  readonly level: string;
  readonly cases: number;
  readonly pupils: number;
  /** Expected of these pupils, each at the rate of its whole stratum. */
  readonly expected: number;
  /** Share of the school’s pupils, and of all compared schools’ pupils, 0 to 1. */
  readonly share: number;
  readonly shareOfAll: number;
  /** Share of all compared schools’ pupils at this level who are cases, 0 to 1. */
  readonly rateOfAll: number;
};

/** What a school’s make-up is, factor by factor, beside that of the schools it is compared with. */
export function factorsOf(
  measure: SchoolMeasure,
  rows: readonly StratumRow[],
  school: ComparedSchool,
): readonly FactorLevel[] {
  const own = rows.filter(({ urn }) => urn === school.urn);
  const [all, ours] = [sumOver(rows, ({ pupils }) => pupils), sumOver(own, ({ pupils }) => pupils)];
  const expectedOf = new Map(school.strata.map((share) => [share.stratum, share.expected]));
  return STRATIFIED_BY.flatMap((factor) => {
    const levels = [...new Set(own.map((row) => row[factor]))].toSorted(byLevel);
    return levels.map((level): FactorLevel => {
      const [mine, everyone] = [own, rows].map((some) => some.filter((row) => row[factor] === level));
      const pupils = sumOver(mine ?? [], (row) => row.pupils);
      const pupilsOfAll = sumOver(everyone ?? [], (row) => row.pupils);
      return {
        factor,
        level,
        cases: sumOver(mine ?? [], (row) => row[measure.cases] ?? 0),
        pupils,
        expected: sumOver(mine ?? [], (row) => expectedOf.get(stratumKey(row)) ?? 0),
        share: ours === 0 ? 0 : pupils / ours,
        shareOfAll: all === 0 ? 0 : pupilsOfAll / all,
        rateOfAll: pupilsOfAll === 0 ? 0 : sumOver(everyone ?? [], (row) => row[measure.cases] ?? 0) / pupilsOfAll,
      };
    });
  });
}

function stratumKey(row: StratumRow): string {
  return STRATIFIED_BY.map((factor) => row[factor]).join('|');
}

// Year groups by number, the rest by their letter; what is not known comes last.
function byLevel(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const [first, second] = [Number(a), Number(b)];
  if (Number.isFinite(first) && Number.isFinite(second)) return first - second;
  return a < b ? -1 : Number(a > b);
}

function sumOver<T>(rows: readonly T[], part: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + part(row), 0);
}
