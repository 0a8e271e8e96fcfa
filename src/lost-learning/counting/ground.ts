import type { Folded } from '../folded/open-folded.ts';
import { weeksOfPlaces, type OpenYear } from '../folded/open-year.ts';
import type { Sizes } from './tally.ts';

/** The schools of an area as counting needs them, by the number that the folded register gives them. */
export type Ground = {
  readonly open: readonly OpenYear[];
  /** Days on which more than half of all schools open, for a school that lists none. */
  readonly usualDays: OpenYear;
  readonly urns: Int32Array;
  /** The group of each school: of its phase, its trust, its authority and that authority’s region. */
  readonly phaseOf: Int32Array;
  readonly trustOf: Int32Array;
  readonly authorityOf: Int32Array;
  readonly regionOf: Int32Array;
  /** The as-of date as days from 1 September. */
  readonly asOfDay: number;
  /** The week of each place in the year. */
  readonly weekOf: Uint8Array;
};

/** Names of the groups of schools, in order of their numbers. */
type SchoolGroups = {
  readonly phases: readonly string[];
  readonly trusts: readonly string[];
  readonly authorities: readonly string[];
  readonly regions: readonly string[];
};

function groupsOf({ schools }: Folded): SchoolGroups {
  return {
    phases: [...new Set(schools.phases)],
    trusts: [...new Set(schools.trusts)],
    authorities: [...new Set(schools.authorities)],
    regions: [...new Set(schools.regions)],
  };
}

/** How much room the sums of an area take. */
export function sizesOf(folded: Folded): Sizes {
  const { phases, trusts, authorities, regions } = groupsOf(folded);
  return {
    schools: folded.schools.open.length,
    likenesses: folded.likenesses.length,
    phases: phases.length,
    trusts: trusts.length,
    authorities: authorities.length,
    regions: regions.length,
  };
}

export function groundOf(folded: Folded, asOfDay: number): Ground {
  const { schools, weekday } = folded;
  const { phases, trusts, authorities, regions } = groupsOf(folded);
  return {
    open: schools.open,
    usualDays: schools.usualDays,
    urns: schools.urns,
    phaseOf: numbersOf(schools.phases, phases),
    trustOf: numbersOf(schools.trusts, trusts),
    authorityOf: numbersOf(schools.authorities, authorities),
    regionOf: numbersOf(schools.regions, regions),
    asOfDay,
    weekOf: weeksOfPlaces(weekday),
  };
}

function numbersOf(names: readonly string[], groups: readonly string[]): Int32Array {
  const numbers = new Map(groups.map((name, at) => [name, at]));
  return Int32Array.from(names, (name) => numbers.get(name) ?? 0);
}
