/** What the rules are about; each finding names its rule by one of these. */
export type RuleId =
  | 'register-not-taken'
  | 'mark-outside-spell'
  | 'unknown-code'
  | 'code-not-in-force'
  | 'session-not-open'
  | 'x-of-compulsory-age'
  | 'c2-not-of-compulsory-age'
  | 'reason-never-given'
  | 'suspension-without-e'
  | 'e-without-suspension'
  | 'neither-school-has-record'
  | 'both-schools-count'
  | 'main-without-subsidiary'
  | 'subsidiary-without-main'
  | 'one-upn-two-children'
  | 'two-upns-one-child'
  | 'temporary-upn'
  | 'overlapping-spells'
  | 'no-school'
  | 'ground-without-leaving-date'
  | 'spell-after-death'
  | 'row-rejected';

/**
 * One way in which what was found may turn out. Kith mends the input so, works the account out again and compares; what
 * nobody can know is shown by its two ends.
 */
export type Scenario = {
  readonly id: string;
  /** “If every child was there”: the beginning of a sentence. */
  readonly words: string;
  /** The end it stands for when all rules are mended at once: fewest sessions lost, most, or the only way there is. */
  readonly end: 'low' | 'high' | 'only';
};

export type QualityRule = {
  readonly id: RuleId;
  readonly title: string;
  /** What is wrong, in plain words. */
  readonly wrong: string;
  readonly why: string;
  /** What a finding is: `1 register`, `2 registers`. */
  readonly one: string;
  readonly many: string;
  readonly who: string;
  /** How to correct it in the system it came from, step by step. */
  readonly steps: readonly string[];
  readonly source: string;
  readonly scenarios: readonly Scenario[];
  /** True where the row may be right as it stands, so that “no change” is one end. */
  readonly mayBeRight: boolean;
  /** What mending changes that no figure here can say. */
  readonly unknown: string;
  /** The list of children for daily work that shows the same, one by one. */
  readonly list?: string;
};

/** The two ends of a mark that nobody can know. */
export const PRESENT_OR_ABSENT: readonly Scenario[] = [
  { id: 'present', words: 'If every child was there', end: 'low' },
  { id: 'absent', words: 'If no child was there', end: 'high' },
];
