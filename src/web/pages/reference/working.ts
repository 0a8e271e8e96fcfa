import { t } from '#language';
import { censusDay, OF_GROUP } from '#lost-learning';
import { findCohort } from './cohort-working.ts';
import { findLedger, listUrns, sums, type Ledger } from './ledger.ts';
import type { ReferenceMeasure } from './measure.ts';
import type { Part, Scope } from './scope.ts';
import { shareOf, type Reader, type Working } from './working-shape.ts';

type Numbers = Readonly<Record<string, string | number | boolean | null>>;

/** Works a measure out from the warehouse’s sums; undefined where no sum answers for this scope. */
export async function findWorking(
  reader: Reader,
  measure: ReferenceMeasure,
  scope: Scope,
): Promise<Working | undefined> {
  const { from } = measure;
  switch (from.kind) {
    case 'ledger':
    case 'ledger-share': {
      const ledger = await findLedger(reader, scope);
      return ledger && fromLedger(measure, ledger);
    }
    case 'cohort':
    case 'cohort-share':
      return findCohort(reader, measure, scope);
    case 'cause':
      return findCause(reader, measure, from.letter, scope);
    case 'removal':
      return findBySchool(reader, scope, 'removal_kind', measure, (row) =>
        row['kind'] === from.removal ? Number(row[from.column]) : 0,
      );
    case 'late':
      return findBySchool(reader, scope, 'late', measure, (row) => Number(row[from.column]));
    case 'suspensions':
      return findBySchool(reader, scope, 'suspension_count', measure, suspensionsOf(from.categories));
    case 'census':
      return findBySchool(reader, scope, 'census_roll', measure, (row) => Number(row['pupils']));
    case 'suspension-rate':
      return findSuspensionRate(reader, measure, from.categories, scope);
    case 'gap':
      return findGaps(reader, measure, from, scope);
    case 'spells-ended':
      return undefined;
  }
}

/** A figure or a share of two figures of one ledger. */
export function fromLedger(measure: ReferenceMeasure, ledger: Ledger): Working | undefined {
  const { from } = measure;
  const { figures, kept } = ledger;
  if (from.kind === 'ledger') {
    const number = figures[from.figure];
    const keptNumber = kept?.[from.figure];
    if (number === undefined) return undefined;
    return {
      number,
      none: undefined,
      numerator: { words: measure.title, number, measure: undefined },
      denominator: undefined,
      route: measure.states ? ledger.route : ledger.otherRoute,
      kept: keptNumber === undefined ? undefined : { number: keptNumber, as: ledger.keptAs },
      ledger: figures,
    };
  }
  if (from.kind !== 'ledger-share') return undefined;
  const [top, bottom] = [figures[from.top], figures[from.bottom]];
  if (top === undefined || bottom === undefined) return undefined;
  const [keptTop, keptBottom] = [kept?.[from.top], kept?.[from.bottom]];
  return {
    ...shareOf(top, bottom),
    numerator: { words: t('working.lost-absence'), number: top, measure: from.top },
    denominator: {
      words: t('working.possible'),
      inside: t('working.possible.inside'),
      number: bottom,
      measure: from.bottom,
    },
    route: ledger.route,
    kept:
      keptTop === undefined || !keptBottom ? undefined : { number: (100 * keptTop) / keptBottom, as: ledger.keptAs },
    ledger: figures,
  };
}

async function findCause(
  reader: Reader,
  measure: ReferenceMeasure,
  letter: string,
  { whole, part }: Scope,
): Promise<Working | undefined> {
  const { aggregates, year } = reader;
  if (whole.kind === 'school' && part?.kind === 'group')
    return findGroupCause(reader, measure, letter, whole.urn, part);
  if (part || whole.kind === 'child') return undefined;
  const words = { words: measure.title, measure: undefined };
  if (whole.kind === 'area') {
    const rows = await aggregates.rows<Numbers>('cause', year, 'letter = $letter', { letter });
    const code = measure.from.kind === 'cause' ? measure.from.code : '';
    const [kept] = await aggregates.rows<Numbers>('ledger_cause', year, 'code = $code', { code });
    const number = sums(rows, ['sessions'])['sessions'] ?? 0;
    return {
      ...plain(number),
      ...(rows.length === 1 ? { children: Number(rows[0]?.['children'] ?? 0) } : {}),
      numerator: { ...words, number },
      route: t('working.causes'),
      kept: { number: Number(kept?.['sessions'] ?? 0), as: t('working.kept.cause') },
    };
  }
  return findBySchool(reader, { whole, part }, 'cause_school', measure, (row) =>
    row['letter'] === letter ? Number(row['sessions']) : 0,
  );
}

async function findGroupCause(
  { aggregates, year }: Reader,
  measure: ReferenceMeasure,
  letter: string,
  urn: number,
  { by, value, monday }: Extract<Part, { kind: 'group' }>,
): Promise<Working | undefined> {
  if (monday !== undefined) return undefined;
  const causes = await aggregates.rows<Numbers>('group_cause_school', year, OF_GROUP, { urn, by, value });
  const rows = causes.filter((row) => row['letter'] === letter);
  const number = sums(rows, ['sessions'])['sessions'] ?? 0;
  return {
    ...plain(number),
    ...(rows.length === 1 ? { children: Number(rows[0]?.['children'] ?? 0) } : {}),
    numerator: { words: measure.title, number, measure: undefined },
    route: t('school-groups.route-cause'),
  };
}

/** A sum over rows that each belong to one school. */
async function findBySchool(
  reader: Reader,
  { whole, part }: Scope,
  relation: string,
  measure: ReferenceMeasure,
  valueOf: (row: Numbers) => number,
): Promise<Working | undefined> {
  if (part || whole.kind === 'child') return undefined;
  const rows = await reader.aggregates.rows<Numbers & { readonly urn: number }>(relation, reader.year);
  const urns = whole.kind === 'schools' ? await listUrns(reader, whole.by, whole.value) : undefined;
  const counted = rows.filter((row) =>
    whole.kind === 'school' ? row.urn === whole.urn : !urns || urns.includes(row.urn),
  );
  const number = counted.reduce((total, row) => total + valueOf(row), 0);
  // Different children of one row are known; those of several rows may be the same.
  const [only, ...more] = counted.filter((row) => valueOf(row) > 0);
  return {
    ...plain(number),
    ...(only?.['children'] !== undefined && more.length === 0 ? { children: Number(only['children']) } : {}),
    numerator: { words: measure.title, number, measure: undefined },
    route: t(whole.kind === 'school' ? 'working.school-rows' : 'working.schools-rows'),
  };
}

async function findGaps(
  reader: Reader,
  measure: ReferenceMeasure,
  { outcome, arrived }: Extract<ReferenceMeasure['from'], { kind: 'gap' }>,
  scope: Scope,
): Promise<Working | undefined> {
  if (scope.whole.kind !== 'area') return undefined;
  const fits = (row: Numbers): boolean => row['outcome'] === outcome && row['arrived'] === arrived;
  const found = await findBySchool(reader, scope, 'gap_school', measure, (row) =>
    fits(row) ? Number(row['gaps']) : 0,
  );
  const kept = (await reader.aggregates.rows<Numbers>('gap_outcome', reader.year)).find(fits);
  return (
    found && {
      ...found,
      route: t('working.last-school'),
      kept: { number: Number(kept?.['gaps'] ?? 0), as: t('working.kept.gaps') },
      children: Number(kept?.['children'] ?? 0),
    }
  );
}

async function findSuspensionRate(
  reader: Reader,
  measure: ReferenceMeasure,
  categories: readonly string[],
  scope: Scope,
): Promise<Working | undefined> {
  const top = await findBySchool(reader, scope, 'suspension_count', measure, suspensionsOf(categories));
  const bottom = await findBySchool(reader, scope, 'census_roll', measure, (row) => Number(row['pupils']));
  if (!top || !bottom) return undefined;
  const [numerator, denominator] = [top.numerator.number, bottom.numerator.number];
  const waits = reader.asOf < censusDay(reader.year);
  return {
    ...shareOf(numerator, denominator),
    ...(waits ? { number: undefined, none: t('working.census-to-come') } : {}),
    numerator: {
      words: t(categories.includes('PERM') ? 'working.exclusions' : 'working.suspensions'),
      number: numerator,
      measure: measure.numerator,
    },
    denominator: {
      words: t('working.census'),
      inside: t('working.census.inside'),
      number: denominator,
      measure: measure.denominator,
    },
    route: top.route,
    kept: undefined,
    ledger: undefined,
  };
}

function suspensionsOf(categories: readonly string[]): (row: Numbers) => number {
  return (row) => (categories.includes(String(row['category'])) ? Number(row['suspensions']) : 0);
}

function plain(number: number): Pick<Working, 'number' | 'none' | 'denominator' | 'kept' | 'ledger'> {
  return { number, none: undefined, denominator: undefined, kept: undefined, ledger: undefined };
}
