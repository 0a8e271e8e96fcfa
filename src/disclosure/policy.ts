/** How small a count is hidden, and how wide the doubt about a hidden one has to be. */
export type Policy = {
  readonly id: PolicyId;
  /** Counts from 1 to this are hidden. A true 0 is shown. */
  readonly largestHidden: number;
  /** Whoever reads everything printed must be left with values at least this far apart for each hidden count. */
  readonly width: number;
  /** Shown counts are rounded to this, each by itself; 1 leaves them as they are. */
  readonly base: number;
  /** Rates need at least this many below the line. */
  readonly smallestDenominator: number;
  /** In a group smaller than this, “all” or “none” tells about each member, and is hidden. */
  readonly homogeneousBelow: number;
  /** One contributor with this share of a count, or two with `twoShare`, can read the others from it. */
  readonly oneShare: number;
  readonly twoShare: number;
};

export const POLICY_IDS = ['operational', 'public', 'survey'] as const;
export type PolicyId = (typeof POLICY_IDS)[number];

/**
 * Operational: counts shared with partners who work with the children, by the habit of most DfE releases (1 to 4).
 * Public: 1 to 7, then rounded to 5, because a 5 under rounding could only be a 6 or 7 (OpenSAFELY, statistical
 * disclosure control of outputs). Survey: at least 10 who answered (ACRO, frequency threshold). The width under the
 * operational policy is 3, because who knows the rule knows 1 to 4. Dominance: ACRO’s n = 2, k = 0.90.
 */
export const POLICIES: Readonly<Record<PolicyId, Policy>> = {
  operational: {
    id: 'operational',
    largestHidden: 4,
    width: 3,
    base: 1,
    smallestDenominator: 20,
    homogeneousBelow: 10,
    oneShare: 0.8,
    twoShare: 0.9,
  },
  public: {
    id: 'public',
    largestHidden: 7,
    width: 5,
    base: 5,
    smallestDenominator: 20,
    homogeneousBelow: 10,
    oneShare: 0.8,
    twoShare: 0.9,
  },
  survey: {
    id: 'survey',
    largestHidden: 9,
    width: 5,
    base: 1,
    smallestDenominator: 10,
    homogeneousBelow: 10,
    oneShare: 0.8,
    twoShare: 0.9,
  },
};
