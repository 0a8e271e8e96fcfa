import {
  emptyTally,
  ENROLMENT_SUMS,
  openYearAt,
  PLACES,
  RULES,
  SCHOOL_CELLS,
  settleEnds,
  totalsOf,
  WEEK_PLACES,
  type Ends,
  type Ground,
  type OpenYear,
  type Sizes,
  type Tally,
  type Totals,
} from '#lost-learning';

/** Schools that are counted at a time, by numbers of their own. */
const FEW = 384;
/** Schools that one more child may bring. */
export const MOST_OF_ONE = 64;

/**
 * Sums of a few schools at a time. Those of a country’s schools by week are hundreds of megabytes, of which a day fills one
 * week here and there: a few at a time stay in the processor’s own memory, and are added up before the next.
 */
export type FewSchools = {
  readonly ground: Ground & { readonly open: OpenYear[] };
  readonly tally: Tally;
  readonly ends: Ends;
  /** The number here of each school of the area, one more; 0 for those that are not here. And of those here the area’s. */
  readonly here: Int32Array;
  readonly schools: Int32Array;
};

export function newFewSchools(area: Ground, sizes: Sizes): FewSchools {
  const column = (): Int32Array => new Int32Array(FEW);
  return {
    ground: {
      ...area,
      open: [],
      urns: column(),
      phaseOf: column(),
      trustOf: column(),
      authorityOf: column(),
      regionOf: column(),
    },
    tally: emptyTally({ ...sizes, schools: FEW }),
    ends: { sessions: new Int32Array(FEW * PLACES), weeks: new Int32Array(FEW * WEEK_PLACES) },
    here: new Int32Array(sizes.schools),
    schools: column(),
  };
}

/** Whether they are to be added up before another child. */
export function isFull({ ground }: FewSchools): boolean {
  return ground.open.length > FEW - MOST_OF_ONE;
}

/** The number of a school here. */
export function numberHere(few: FewSchools, area: Ground, school: number): number {
  const found = few.here[school] ?? 0;
  if (found !== 0) return found - 1;
  const { ground } = few;
  const number = ground.open.length;
  if (number === FEW) throw new Error(`A child has more than ${MOST_OF_ONE} schools on one day`);
  ground.open.push(openYearAt(area.open, school));
  few.here[school] = number + 1;
  few.schools[number] = school;
  for (const column of ['urns', 'phaseOf', 'trustOf', 'authorityOf', 'regionOf'] as const)
    ground[column][number] = area[column][school] ?? 0;
  return number;
}

/** Adds the sums of these schools to those of the area, and makes room for others. Sums by likeness and cause stay. */
export function addFew(few: FewSchools, adds: Totals): void {
  const { ground, tally, ends, here, schools } = few;
  const number = ground.open.length;
  settleEnds(ends, ground, tally);
  const schoolWeeks = tally.schoolWeeks.subarray(0, number * SCHOOL_CELLS);
  const { schools: byRule, weeks } = totalsOf({
    ...tally,
    schoolWeeks,
    schoolChildren: tally.schoolChildren.subarray(0, number),
  });
  for (let at = 0; at < number; at += 1) {
    const school = schools[at] ?? 0;
    here[school] = 0;
    addSome(adds.schools, school, byRule, at, RULES);
    addSome(adds.schoolEnrolments, school, tally.schoolEnrolments, at, ENROLMENT_SUMS);
    addSome(adds.schoolMinutes, school, tally.schoolMinutes, at, 1);
  }
  addSome(adds.weeks, 0, weeks, 0, weeks.length);
  ground.open.length = 0;
  for (const sums of [schoolWeeks, tally.weeksBeyond, tally.schoolEnrolments, tally.schoolMinutes]) sums.fill(0);
  ends.sessions.fill(0, 0, number * PLACES);
  ends.weeks.fill(0, 0, number * WEEK_PLACES);
}

function addSome(into: Float64Array, to: number, from: Float64Array, at: number, some: number): void {
  for (let nth = 0; nth < some; nth += 1)
    into[to * some + nth] = (into[to * some + nth] ?? 0) + (from[at * some + nth] ?? 0);
}
