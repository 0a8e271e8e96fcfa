import { columnName, listUrns, numbersOf, sums, type Figures } from './ledger.ts';
import type { ReferenceMeasure } from './measure.ts';
import { isInGroup, type Scope } from './scope.ts';
import { shareOf } from './working-shape.ts';
import type { Count, Reader, Working } from './working-shape.ts';

type Numbers = Readonly<Record<string, string | number | boolean | null>>;

const COHORT_WORDS: Readonly<Record<string, string>> = {
  overall: 'Sessions of authorised and unauthorised absence',
  authorised: 'Sessions of authorised absence',
  unauthorised: 'Sessions of unauthorised absence',
  possible: 'Possible sessions of the cohort',
  enrolments: 'Enrolments',
  persistent_enrolments: 'Enrolments that missed 10% or more',
  severe_enrolments: 'Enrolments that missed 50% or more',
};

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
    words: COHORT_WORDS[name] ?? name,
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
  const [numerator, denominator] = [count(from.top), count(from.bottom)];
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
      route: 'the enrolments of this group',
      keptAs: 'its row in the published measures',
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
    route: `the enrolments of ${counted.length === 1 ? 'one school' : `${counted.length} schools`}, added up`,
    keptAs:
      whole.kind === 'area'
        ? 'the published measures by sex, added up'
        : own.length === 1
          ? 'its row in the published measures'
          : 'the rows of its groups, added up',
  };
}

function withOverall(rows: readonly Numbers[]): { readonly figures: Figures } {
  const figures = sums(rows, COHORT);
  return { figures: { ...figures, overall: (figures['authorised'] ?? 0) + (figures['unauthorised'] ?? 0) } };
}
