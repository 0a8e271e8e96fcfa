import { findText, t } from '#language';
import { columnName, listUrns, numbersOf, sums, type Figures } from './ledger.ts';
import type { ReferenceMeasure } from './measure.ts';
import { isInGroup, type Scope } from './scope.ts';
import { shareOf } from './working-shape.ts';
import type { Count, Reader, Working } from './working-shape.ts';

type Numbers = Readonly<Record<string, string | number | boolean | null>>;

/** A count or rate of enrolments in DfE’s cohort, from the schools’ enrolments; undefined where none answers. */
export async function findCohort(
  reader: Reader,
  measure: ReferenceMeasure,
  scope: Scope,
): Promise<Working | undefined> {
  const read = await readCohort(reader, scope);
  if (!read) return undefined;
  const { figures, kept, route, keptAs } = read;
  const count = (name: string): Count => ({
    words: wordsOf(name),
    number: figures[name] ?? 0,
    measure: name.includes('enrolments') ? name : undefined,
  });
  const { from } = measure;
  if (from.kind === 'cohort') {
    const keptNumber = kept?.[from.figure];
    return {
      number: figures[from.figure] ?? 0,
      none: undefined,
      numerator: { ...count(from.figure), measure: undefined },
      denominator: undefined,
      route,
      kept: keptNumber === undefined ? undefined : { number: keptNumber, as: keptAs },
      ledger: undefined,
    };
  }
  if (from.kind !== 'cohort-share') return undefined;
  const numerator = count(from.top);
  const denominator = { ...count(from.bottom), inside: insideOf(from.bottom) };
  const keptBottom = kept?.[from.bottom] ?? 0;
  return {
    ...shareOf(numerator.number, denominator.number),
    numerator,
    denominator,
    route,
    kept: keptBottom === 0 ? undefined : { number: (100 * (kept?.[from.top] ?? 0)) / keptBottom, as: keptAs },
    ledger: undefined,
  };
}

function wordsOf(name: string): string {
  return findText(`working.cohort.${name}`) ?? name;
}

function insideOf(name: string): string {
  return t(name === 'possible' ? 'working.cohort.possible.inside' : 'working.cohort.enrolments.inside');
}

const COHORT = [
  'enrolments',
  'possible',
  'authorised',
  'unauthorised',
  'persistent_enrolments',
  'severe_enrolments',
] as const;

async function readCohort(
  reader: Reader,
  { whole, part }: Scope,
): Promise<
  | { readonly figures: Figures; readonly kept: Figures | undefined; readonly route: string; readonly keptAs: string }
  | undefined
> {
  const { aggregates, year } = reader;
  if (whole.kind === 'child' || part?.kind === 'week') return undefined;
  if (part && (whole.kind !== 'area' || part.by === 'class' || part.by === 'in-care' || part.monday)) return undefined;
  const grouped = part ? part.by : whole.kind === 'schools' ? whole.by : 'school';
  const column = grouped === 'school' ? 'urn' : columnName(grouped);
  const value = part
    ? part.value
    : whole.kind === 'schools'
      ? whole.value
      : String(whole.kind === 'school' ? whole.urn : '');
  const own = (await aggregates.rows<Numbers>(`absence_${columnName(grouped)}`, year)).filter((row) =>
    isInGroup(value, String(row[column] ?? '')),
  );
  if (part || whole.kind === 'school') {
    return {
      ...withOverall(own),
      kept: own[0] && numbersOf(own[0]),
      route: t('working.enrolments-group'),
      keptAs: t('working.kept.published'),
    };
  }
  const urns =
    whole.kind === 'schools' ? new Set((await listUrns(reader, whole.by, whole.value)).map(String)) : undefined;
  const schools = await aggregates.rows<Numbers>('absence_school', year);
  const counted = schools.filter((row) => !urns || urns.has(String(row['urn'])));
  const check = whole.kind === 'area' ? await aggregates.rows<Numbers>('absence_sex', year) : own;
  return {
    ...withOverall(counted),
    kept: sums(check, [...COHORT, 'overall']),
    route: t('working.enrolments', { count: counted.length }),
    keptAs:
      whole.kind === 'area'
        ? t('working.kept.by-sex')
        : own.length === 1
          ? t('working.kept.published')
          : t('working.kept.groups'),
  };
}

function withOverall(rows: readonly Numbers[]): { readonly figures: Figures } {
  const figures = sums(rows, COHORT);
  return { figures: { ...figures, overall: (figures['authorised'] ?? 0) + (figures['unauthorised'] ?? 0) } };
}
