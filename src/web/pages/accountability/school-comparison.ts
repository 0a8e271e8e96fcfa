import type { AcademicYear } from '#kernel';
import {
  compareSchools,
  findSchoolMeasure,
  SCHOOL_MEASURES,
  type SchoolComparison,
  type SchoolMeasure,
} from '#accountability';
import { t } from '#language';
import { censusDay, MOST_UNMARKED, type StratumRow } from '#lost-learning';
import { phaseOrder } from '../lost-learning/words.ts';
import { listSchools, type SchoolRow, type SchoolTotals } from '../lost-learning/read-account.ts';
import type { Account } from '../lost-learning/looking.tsx';

/** What is compared: one measure, the schools of one phase. */
export type AskedComparison = {
  readonly measure: SchoolMeasure;
  readonly phase: string;
  /** Phases with a school, in the usual order. */
  readonly phases: readonly string[];
};

export type ReadComparison = {
  readonly asked: AskedComparison;
  readonly year: AcademicYear;
  /** Schools of the phase by name. */
  readonly schools: readonly SchoolRow[];
  /** Share (0 to 1) of sessions without a mark at schools that are left out for it. */
  readonly leftOut: ReadonlyMap<number, number>;
  /** Counts of the schools that are compared. */
  readonly rows: readonly StratumRow[];
  readonly comparison: SchoolComparison;
};

export async function readComparison(
  account: Account,
  asked: { readonly measure?: string | undefined; readonly phase?: string | undefined },
): Promise<ReadComparison | undefined> {
  const all = await listSchools(account.aggregates, account.year);
  const phases = phaseOrder.filter((phase) => all.some((school) => school.phase === phase));
  const phase = phases.find((one) => one === asked.phase) ?? largestPhase(phases, all);
  if (phase === undefined) return undefined;
  const measure = findSchoolMeasure(asked.measure ?? '') ?? SCHOOL_MEASURES[0];
  const schools = all.filter((school) => school.phase === phase);
  const leftOut =
    measure.relation === 'absence_stratum' ? await readUnmarked(account, schools) : new Map<number, number>();
  const urns = new Set(schools.flatMap(({ urn }) => (leftOut.has(urn) ? [] : [urn])));
  const every = await account.aggregates.rows<StratumRow>(measure.relation, account.year);
  const rows = every.filter(({ urn }) => urns.has(urn));
  return {
    asked: { measure, phase, phases },
    year: account.year,
    schools,
    leftOut,
    rows,
    comparison: censusToCome(account, measure) ?? compareSchools(measure, rows),
  };
}

/**
 * Schools whose registers were not taken for more of the year than may stand beside the others: theirs would be another
 * stretch of it, so that what is persistent there is not what is persistent elsewhere.
 */
async function readUnmarked(account: Account, schools: readonly SchoolRow[]): Promise<ReadonlyMap<number, number>> {
  const totals = await account.aggregates.rows<SchoolTotals>('ledger_school', account.year);
  const shares = totals.map(
    ({ urn, unmarked, possible }) => [Number(urn), unmarked / Math.max(1, unmarked + possible)] as const,
  );
  const ours = new Set(schools.map(({ urn }) => urn));
  return new Map(shares.filter(([urn, share]) => ours.has(urn) && share > MOST_UNMARKED));
}

// A reader who has chosen nothing meets the phase with the most schools, where a comparison says most.
function largestPhase(phases: readonly string[], schools: readonly SchoolRow[]): string | undefined {
  const sizes = phases.map((phase) => schools.filter((school) => school.phase === phase).length);
  return phases[sizes.indexOf(Math.max(...sizes))];
}

function censusToCome(account: Account, measure: SchoolMeasure): SchoolComparison | undefined {
  const day = censusDay(account.year);
  if (measure.relation !== 'suspended_stratum' || account.asOf >= day) return undefined;
  return {
    kind: 'cannot-compare',
    reason: t('compared.census', { day }),
  };
}
