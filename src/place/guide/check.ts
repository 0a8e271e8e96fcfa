import { academicYearStarting, type AcademicYear } from '#kernel';
import type { LostDays } from '../lost-days.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Observation, ObservationQuery } from '../observation.ts';
import { GUIDE_AREAS } from './areas.ts';
import { readPublishedRows } from './published-rows.ts';
import { findReadings } from './readings.ts';
import { rebuildTolerance, type RebuildTolerance } from './rebuilt.ts';
import type { GuideStatement } from './statement.ts';
import { GUIDE_STATEMENTS } from './statements.ts';
import { verdictOf, type Finding, type Verdict } from './verdict.ts';

/** A statement of the guide with what was found and what follows. */
export type CheckedStatement = GuideStatement & { readonly finding: Finding; readonly verdict: Verdict };

/** What the checks read: published figures, and nothing about any child. */
export type GuideSource = {
  readonly listStandingObservations: (query: ObservationQuery) => Promise<readonly Observation[]>;
  readonly lostDaysEstimate: (year: AcademicYear) => Promise<LostDays>;
};

/** The last whole year that both the terms by SEN group and DfE’s own rates of regions are carried for. */
const LAST_WHOLE_YEAR = { kind: 'academic-year', year: academicYearStarting(2023) } as const;

const CHECKED = new WeakMap<GuideSource, Promise<readonly CheckedStatement[]>>();

/** Every statement of the guide, recomputed once for each set of published figures: what is open does not change. */
export function checkedGuide(source: GuideSource): Promise<readonly CheckedStatement[]> {
  const held = CHECKED.get(source);
  if (held) return held;
  const checked = checkGuide(source);
  CHECKED.set(source, checked);
  // What failed once is tried again.
  checked.catch(() => CHECKED.delete(source));
  return checked;
}

async function checkGuide(source: GuideSource): Promise<readonly CheckedStatement[]> {
  const rows = readPublishedRows(source);
  const held = new Map<MeasureId, Promise<RebuildTolerance | undefined>>();
  const tolerance = (measure: MeasureId): Promise<RebuildTolerance | undefined> => {
    const found = held.get(measure) ?? rebuildTolerance(rows, measure, Object.values(GUIDE_AREAS), LAST_WHOLE_YEAR);
    held.set(measure, found);
    return found;
  };
  const checked: CheckedStatement[] = [];
  for (const statement of GUIDE_STATEMENTS) {
    const ask = { rows, tolerance, lostDays: (year: AcademicYear) => source.lostDaysEstimate(year) };
    const finding = await findReadings(ask, statement);
    checked.push({ ...statement, finding, verdict: verdictOf(statement.printed, finding) });
  }
  return checked;
}
