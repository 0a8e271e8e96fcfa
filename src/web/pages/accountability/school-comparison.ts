import type { AcademicYear } from '#kernel';
import {
  compareSchools,
  findSchoolMeasure,
  SCHOOL_MEASURES,
  type SchoolComparison,
  type SchoolMeasure,
} from '#accountability';
import { censusDay, type StratumRow } from '#lost-learning';
import { phaseOrder } from '../lost-learning/words.ts';
import { listSchools, type SchoolRow } from '../lost-learning/read-account.ts';
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
  /** Counts of those schools alone. */
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
  const urns = new Set(schools.map(({ urn }) => urn));
  const every = await account.aggregates.rows<StratumRow>(measure.relation, account.year);
  const rows = every.filter(({ urn }) => urns.has(urn));
  return {
    asked: { measure, phase, phases },
    year: account.year,
    schools,
    rows,
    comparison: censusToCome(account, measure) ?? compareSchools(measure, rows),
  };
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
    reason: `The pupils are those on roll on census day, ${day}, and the registers here stop before it.`,
  };
}
