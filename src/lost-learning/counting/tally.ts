import { LETTERS, RULES } from './letters.ts';
import { WEEKS } from '../folded/open-year.ts';

/** Cells of a school’s week: a week of it by rule. */
export const SCHOOL_CELLS = WEEKS * RULES;

/** What is summed of enrolments: how many, possible, authorised and unauthorised sessions, persistent, severe. */
export const ENROLMENT_SUMS = 6;

/** What is summed of children by likeness: minutes, the sessions of rules 1 to 11, and how many children. */
export const LIKENESS_SUMS = RULES + 1;

/**
 * The sums of an account in arrays. A school’s sums are of its own register.
 */
export type Tally = {
  /** Sessions of a school by week and rule. */
  readonly schoolWeeks: Int32Array<ArrayBuffer>;
  /** Children with a session in a school’s register, or off roll from it. */
  readonly schoolChildren: Int32Array<ArrayBuffer>;
  readonly schoolMinutes: Float64Array<ArrayBuffer>;
  /** By school: ENROLMENT_SUMS. */
  readonly schoolEnrolments: Float64Array<ArrayBuffer>;
  /** By likeness: LIKENESS_SUMS, and ENROLMENT_SUMS. */
  readonly likenesses: Float64Array<ArrayBuffer>;
  readonly likenessEnrolments: Float64Array<ArrayBuffer>;
  /** What the weeks of children differ by from those of the schools added up, by week and rule. */
  readonly weeksBeyond: Float64Array<ArrayBuffer>;
  readonly weekMinutes: Float64Array<ArrayBuffer>;
  readonly weekChildren: Float64Array<ArrayBuffer>;
  /** Sessions by the letter that decided. */
  readonly causes: Float64Array<ArrayBuffer>;
  /** By group of schools: how often a child of it stands at a further school of the same group. */
  readonly phaseAgain: Int32Array<ArrayBuffer>;
  readonly trustAgain: Int32Array<ArrayBuffer>;
  readonly authorityAgain: Int32Array<ArrayBuffer>;
  readonly regionAgain: Int32Array<ArrayBuffer>;
};

/** How many schools, likenesses and groups there are. */
export type Sizes = {
  readonly schools: number;
  readonly likenesses: number;
  readonly phases: number;
  readonly trusts: number;
  readonly authorities: number;
  readonly regions: number;
};

export function emptyTally(sizes: Sizes): Tally {
  const { schools, likenesses } = sizes;
  return {
    schoolWeeks: new Int32Array(schools * SCHOOL_CELLS),
    schoolChildren: new Int32Array(schools),
    schoolMinutes: new Float64Array(schools),
    schoolEnrolments: new Float64Array(schools * ENROLMENT_SUMS),
    likenesses: new Float64Array(likenesses * LIKENESS_SUMS),
    likenessEnrolments: new Float64Array(likenesses * ENROLMENT_SUMS),
    weeksBeyond: new Float64Array(WEEKS * RULES),
    weekMinutes: new Float64Array(WEEKS),
    weekChildren: new Float64Array(WEEKS),
    causes: new Float64Array(LETTERS),
    phaseAgain: new Int32Array(sizes.phases),
    trustAgain: new Int32Array(sizes.trusts),
    authorityAgain: new Int32Array(sizes.authorities),
    regionAgain: new Int32Array(sizes.regions),
  };
}

/** How many children have a session: those of every likeness. */
export function childrenIn({ likenesses }: Tally): number {
  let children = 0;
  for (let at = RULES; at < likenesses.length; at += LIKENESS_SUMS) children += likenesses[at] ?? 0;
  return children;
}

type Sums = Readonly<Record<string, Int32Array | Float64Array>>;

/** Adds the sums of another count of the same area, of other children: what both together would have come to. */
export function addTally<T extends Sums>(into: T, more: T): void {
  const added = new Map(Object.entries<Sums[string]>(more));
  for (const [name, sums] of Object.entries<Sums[string]>(into)) {
    const others = added.get(name) ?? sums.subarray(0, 0);
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (others[at] ?? 0);
  }
}
