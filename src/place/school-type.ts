/** The kinds of school DfE publishes by. `all` is its “Total”: state-funded primary, secondary and special. */
export const SCHOOL_TYPES = ['all', 'primary', 'secondary', 'special', 'alternative-provision'] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

/** The phases a local school can have (`schools.csv`). */
export const PHASES = ['primary', 'secondary', 'all-through', 'special', 'alternative-provision'] as const;
export type Phase = (typeof PHASES)[number];

/** For a sentence: `primary schools`, `primary, secondary and special schools together`. */
export const SCHOOL_TYPE_WORDS: Readonly<Record<SchoolType, string>> = {
  all: 'primary, secondary and special schools together',
  primary: 'primary schools',
  secondary: 'secondary schools',
  special: 'special schools',
  'alternative-provision': 'alternative provision',
};

// What DfE writes in `school_type` or `education_phase`, over the years, in lower case.
const WRITTEN: Readonly<Record<string, SchoolType>> = {
  total: 'all',
  primary: 'primary',
  'state-funded primary': 'primary',
  secondary: 'secondary',
  'state-funded secondary': 'secondary',
  special: 'special',
  'state-funded special': 'special',
  'pupil referral unit': 'alternative-provision',
  'pupil referral units': 'alternative-provision',
  'state-funded ap school': 'alternative-provision',
  'state-funded alternative provision': 'alternative-provision',
};

/** The kind of school a published label names, or undefined where Kith does not know the label. */
export function findSchoolType(label: string): SchoolType | undefined {
  return WRITTEN[label.trim().toLowerCase()];
}

/**
 * The kind of school a phase counts as in DfE’s figures. That all-through schools count as secondary is an assumption:
 * no opened source says it of these releases.
 */
export const COUNTED_AS: Readonly<Record<Phase, Exclude<SchoolType, 'all'>>> = {
  primary: 'primary',
  secondary: 'secondary',
  'all-through': 'secondary',
  special: 'special',
  'alternative-provision': 'alternative-provision',
};

/** The one published kind a mix of phases can be compared with; undefined where there is none. */
export function schoolTypeOfPhases(phases: readonly Phase[]): SchoolType | undefined {
  const types = [...new Set(phases.map((phase) => COUNTED_AS[phase]))];
  const [only] = types;
  if (only && types.length === 1) return only;
  const total: readonly SchoolType[] = ['primary', 'secondary', 'special'];
  return types.length === 3 && types.every((type) => total.includes(type)) ? 'all' : undefined;
}
