import type { AcademicYear } from '#kernel';
import type { PathPoint, Series } from '#accountability';
import { t } from '#language';
import type { Aggregates } from '#lost-learning';
import { findMeasure, findSchoolType } from '#place';
import type { WebContext } from '../../context.ts';
import { purposeOf } from '../lost-learning/looking.tsx';
import { RATES, readSchoolRates, type SchoolRates } from '../lost-learning/rates.ts';
import { listSchools, type SchoolRow } from '../lost-learning/read-account.ts';

/** The whole school years of a series, oldest first; or why they are not to be seen here. */
export type Path =
  | { readonly kind: 'path'; readonly points: readonly PathPoint[] }
  | { readonly kind: 'unseen'; readonly reason: string };

/** What pages of goals read figures with: leave to read the account is asked for once, and only where it is needed. */
export type Figures = {
  readonly path: (series: Series) => Promise<Path>;
  /** Sessions in one state of the account as a share of its calendar, in whole years. */
  readonly state: (measure: string, schools: string) => Promise<Path>;
  /** Schools of the latest year with an account; none where it may not be seen. */
  readonly schools: () => Promise<readonly SchoolRow[]>;
};

type Account =
  { readonly kind: 'account'; readonly aggregates: Aggregates } | Extract<Path, { readonly kind: 'unseen' }>;

export function openFigures(web: WebContext): Figures {
  let asked: Promise<Account> | undefined;
  const account = (): Promise<Account> => (asked ??= askAccount(web));
  const years = new Map<AcademicYear, Promise<SchoolRates>>();

  /** Every whole year of the account with what `of` makes of it. */
  const wholeYears = async (
    of: (aggregates: Aggregates, rates: SchoolRates) => Promise<Omit<PathPoint, 'year'> | undefined>,
  ): Promise<Path> => {
    const found = await account();
    if (found.kind === 'unseen') return found;
    const points: PathPoint[] = [];
    for (const { year, asOf } of found.aggregates.years.toReversed()) {
      if (asOf === null) continue;
      const reading = years.get(year) ?? readSchoolRates(found.aggregates, year, asOf);
      years.set(year, reading);
      const rates = await reading;
      const point = rates.period.completeYear ? await of(found.aggregates, rates) : undefined;
      if (point) points.push({ year, ...point });
    }
    return { kind: 'path', points };
  };

  return {
    path: (series) =>
      series.source === 'published'
        ? publishedPath(web, series)
        : wholeYears(async (_, rates) => rateOf(rates, series.measure, series.schools)),
    state: (measure, schools) =>
      wholeYears(async (aggregates, { period }) => stateOf(aggregates, period.year, measure, schools)),
    schools: async () => {
      const found = await account();
      const latest = found.kind === 'account' ? found.aggregates.years.find(({ asOf }) => asOf !== null) : undefined;
      return found.kind === 'account' && latest ? listSchools(found.aggregates, latest.year) : [];
    },
  };
}

async function askAccount(web: WebContext): Promise<Account> {
  const state = await web.account();
  if (state.kind !== 'ready') {
    return { kind: 'unseen', reason: t('goals.unseen') };
  }
  const answer = await web.access.permitFor(web.actor, purposeOf(web), { kind: 'area' });
  return answer.kind === 'refused'
    ? { kind: 'unseen', reason: answer.reason }
    : { kind: 'account', aggregates: state.aggregates };
}

function rateOf(rates: SchoolRates, measure: string, schools: string): Omit<PathPoint, 'year'> | undefined {
  const rate = RATES.find((one) => one.measure === measure);
  if (!rate || (rate.denominator === 'census_pupils' && rates.censusToCome !== undefined)) return undefined;
  const meant = rates.schools.filter((school) => schools === 'all' || school.phase === schools);
  const sum = (name: typeof rate.numerator | typeof rate.denominator): number =>
    meant.reduce((total, { urn }) => total + (rates.counts.get(urn)?.[name] ?? 0), 0);
  return shareOf(sum(rate.numerator), sum(rate.denominator));
}

function shareOf(numerator: number, denominator: number): Omit<PathPoint, 'year'> | undefined {
  return denominator > 0 ? { value: (100 * numerator) / denominator, numerator, denominator } : undefined;
}

type LedgerRow = Readonly<Record<string, number | string | null>>;

/** The children’s own total for the whole area; the schools’ registers added up for one phase. */
async function stateOf(
  aggregates: Aggregates,
  year: AcademicYear,
  measure: string,
  schools: string,
): Promise<Omit<PathPoint, 'year'> | undefined> {
  const [row] =
    schools === 'all'
      ? await aggregates.rows<LedgerRow>('ledger_total', year)
      : await aggregates.rows<LedgerRow>('ledger_phase', year, 'phase = $phase', { phase: schools });
  return row ? shareOf(Number(row[measure] ?? 0), Number(row['calendar'] ?? 0)) : undefined;
}

/** Whole school years only, one figure a year: the one that stands. */
async function publishedPath(web: WebContext, { measure, place, schools }: Series): Promise<Path> {
  const found = findMeasure(measure);
  const schoolType = schools === 'all' ? 'all' : findSchoolType(schools);
  if (!found || !schoolType) return { kind: 'path', points: [] };
  const rows = await web.published.listStandingObservations({ measure: found.id, place, schoolType });
  const points = rows.flatMap(({ period, value, numerator, denominator }): readonly PathPoint[] =>
    period.kind === 'academic-year' && value.kind === 'value'
      ? [{ year: period.year, value: value.value, numerator, denominator }]
      : [],
  );
  return { kind: 'path', points };
}
