import { findAccountMeasure, states, type AccountMeasure, type LostLearningForm } from '#lost-learning';
import { findAttendanceCode } from '#register';
import { wordsFor } from '../lost-learning/words.ts';

/** Which rows a figure is read from. Names of figures are columns of the account’s relations. */
export type From =
  /** Sessions by state and their sums, minutes lost, children. */
  | { readonly kind: 'ledger'; readonly figure: string }
  | { readonly kind: 'ledger-share'; readonly top: string; readonly bottom: string }
  /** Sessions that one letter of the account decided. */
  | { readonly kind: 'cause'; readonly letter: string; readonly code: string }
  | { readonly kind: 'removal'; readonly column: 'removals' | 'minutes'; readonly removal: string }
  | { readonly kind: 'late'; readonly column: 'sessions' | 'minutes' }
  /** Counts of enrolments in DfE’s cohort. */
  | { readonly kind: 'cohort'; readonly figure: string }
  | { readonly kind: 'cohort-share'; readonly top: string; readonly bottom: string }
  | { readonly kind: 'suspensions'; readonly categories: readonly string[] }
  | { readonly kind: 'suspension-rate'; readonly categories: readonly string[] }
  | { readonly kind: 'census' }
  | { readonly kind: 'spells-ended'; readonly ground: string }
  /** Times on no roll, by what the account makes of them. */
  | { readonly kind: 'gap'; readonly outcome: string; readonly arrived: boolean };

/** A measure of the account, or a count that its tables print, with the rows it is read from. */
export type ReferenceMeasure = AccountMeasure & { readonly from: From };

const RULES = 'Kith’s rules of the lost-learning account';
const SUSPENDED = ['SUSP', 'FIXD'] as const;

const SHARES: Readonly<Record<string, From>> = {
  absence_rate: { kind: 'ledger-share', top: 'lost_absence', bottom: 'possible' },
  overall_percent: { kind: 'cohort-share', top: 'overall', bottom: 'possible' },
  authorised_percent: { kind: 'cohort-share', top: 'authorised', bottom: 'possible' },
  unauthorised_percent: { kind: 'cohort-share', top: 'unauthorised', bottom: 'possible' },
  persistent_percent: { kind: 'cohort-share', top: 'persistent_enrolments', bottom: 'enrolments' },
  severe_percent: { kind: 'cohort-share', top: 'severe_enrolments', bottom: 'enrolments' },
  suspension_rate: { kind: 'suspension-rate', categories: SUSPENDED },
  permanent_exclusion_rate: { kind: 'suspension-rate', categories: ['PERM'] },
};

/** Counts that stand in tables and are the parts of rates: not measures by themselves. */
const COUNTS: readonly ReferenceMeasure[] = [
  count('enrolments', 'Enrolments', 'enrolments', 'A child at a school, however many spells, in DfE’s cohort.', {
    kind: 'cohort',
    figure: 'enrolments',
  }),
  count(
    'persistent_enrolments',
    'Enrolments persistently absent',
    'enrolments',
    'Enrolments that missed 10% or more of their own possible sessions.',
    { kind: 'cohort', figure: 'persistent_enrolments' },
  ),
  count(
    'severe_enrolments',
    'Enrolments severely absent',
    'enrolments',
    'Enrolments that missed 50% or more of their own possible sessions.',
    { kind: 'cohort', figure: 'severe_enrolments' },
  ),
  count('suspensions', 'Suspensions', 'suspensions', 'Suspensions that began in the year, withdrawn ones apart.', {
    kind: 'suspensions',
    categories: SUSPENDED,
  }),
  count(
    'permanent_exclusions',
    'Permanent exclusions',
    'suspensions',
    'Permanent exclusions that began in the year, withdrawn ones apart.',
    { kind: 'suspensions', categories: ['PERM'] },
  ),
  count(
    'census_pupils',
    'Pupils on census day',
    'pupils',
    'Pupils on a school’s roll, as their only or main school, on the January census day.',
    { kind: 'census' },
  ),
  count('late', 'Minutes late', 'minutes', 'Minutes late in sessions with code L, before the register closed.', {
    kind: 'late',
    column: 'minutes',
  }),
  count(
    'late-minutes',
    'Minutes late',
    'minutes',
    'Minutes late in sessions with code L, before the register closed.',
    {
      kind: 'late',
      column: 'minutes',
    },
  ),
  count('late-sessions', 'Sessions late', 'sessions', 'Sessions with code L in schools’ own registers.', {
    kind: 'late',
    column: 'sessions',
  }),
  count(
    'left-for-home-education',
    'Left for home education',
    'children',
    'Children whose spell on a roll ended in the year with ground f: the parent told the school that the child is to be educated otherwise.',
    { kind: 'spells-ended', ground: 'f' },
  ),
];

/** The measure an id names: one of the account, `cause-I`, `removal-left-lesson` (minutes), or a count that tables print. */
export function findReferenceMeasure(id: string): ReferenceMeasure | undefined {
  const measure = findAccountMeasure(id);
  if (measure) return { ...measure, from: SHARES[id] ?? { kind: 'ledger', figure: id } };
  if (id.startsWith('cause-')) return causeMeasure(id);
  if (id.startsWith('gap-')) return gapMeasure(id);
  const [, column, removal] = /^(minutes|removals?)-([a-z-]+)$/.exec(id) ?? [];
  if (removal !== undefined) return removalMeasure(id, column === 'removals' ? 'removals' : 'minutes', removal);
  return COUNTS.find((one) => one.id === id);
}

const SPECIAL: Readonly<Record<string, string>> = { unmarked: '?', 'unrecorded-dual': '=', 'off-roll': '~' };

function causeMeasure(id: string): ReferenceMeasure | undefined {
  const code = id.slice('cause-'.length);
  const fact = findAttendanceCode(code);
  const state = states.find((one) => one.id === code || one.codes.includes(code));
  const letter = fact?.letter ?? SPECIAL[code];
  if (letter === undefined) return undefined;
  return {
    ...count(
      id,
      fact ? `Code ${code}: ${fact.meaning}` : (state?.title ?? code),
      'sessions',
      fact ? `Sessions whose state was decided by code ${code}: ${fact.meaning.toLowerCase()}.` : (state?.words ?? ''),
      { kind: 'cause', letter, code },
    ),
    ...(state ? { states: [state.id] } : {}),
    source: fact?.source ?? RULES,
  };
}

/** `gap-counted-waiting`: times on no school’s roll with one outcome, and whether an arrival is known since. */
function gapMeasure(id: string): ReferenceMeasure | undefined {
  const [, outcome = '', end] = /^gap-([a-z-]+)-(arrived|waiting)$/.exec(id) ?? [];
  const words = wordsFor('gap', outcome);
  if (end === undefined || words === outcome) return undefined;
  const arrived = end === 'arrived';
  return {
    ...count(
      id,
      `Times on no school’s roll, ${arrived ? 'with an arrival since' : 'with no arrival known'}`,
      'times',
      `Runs of days in the year on which a child who had been on a roll was on none. These are ${words}.`,
      { kind: 'gap', outcome, arrived },
    ),
    exclusions: ['Guest enrolments do not end such a time', 'Days before a child’s first enrolment'],
    source: `${RULES} (docs/guides/account.md)`,
  };
}

/** How time is lost inside a session, as removals.csv says it. */
const REMOVALS: Readonly<Record<string, string>> = {
  'internal-exclusion': 'Internal exclusion or isolation',
  'removed-from-lesson': 'Removed from a lesson',
  'left-lesson': 'Left a lesson',
  'late-to-lesson': 'Late to a lesson',
  'detention-in-lesson-time': 'Detention in lesson time',
};

function removalMeasure(id: string, column: 'minutes' | 'removals', removal: string): ReferenceMeasure | undefined {
  const title = REMOVALS[removal];
  if (title === undefined) return undefined;
  return {
    ...count(
      id,
      column === 'minutes' ? `${title}: minutes` : `${title}: how often`,
      column === 'minutes' ? 'minutes' : 'sessions',
      `${column === 'minutes' ? 'Minutes' : 'Times'} in removals.csv of the kind “${title.toLowerCase()}”, in sessions that the school opened while it had the child.`,
      { kind: 'removal', column, removal },
    ),
    exclusions: ['Removals withdrawn later'],
  };
}

function count(
  id: string,
  title: string,
  unit: ReferenceMeasure['unit'],
  definition: string,
  from: From,
): ReferenceMeasure {
  return { id, title, unit, definition, numerator: id, exclusions: [], source: RULES, from };
}

/** The measures in which a form of lost learning is seen, each once. */
export function listMeasuresOf(form: LostLearningForm): readonly ReferenceMeasure[] {
  const ids = form.sight.flatMap((sight): readonly string[] => {
    switch (sight.kind) {
      case 'states':
        return sight.codes.filter((code) => code !== 'D').map((code) => `cause-${code}`);
      case 'removals':
        return sight.kinds.map((kind) => `minutes-${kind}`);
      case 'measure':
        return [sight.measure];
      case 'suspensions':
        return [sight.categories.includes('PERM') ? 'permanent_exclusions' : 'suspensions'];
      case 'spells':
        return form.id === 'elective-home-education' ? ['left-for-home-education'] : [];
      case 'not-yet':
        return [];
    }
  });
  const extra = form.id === 'lateness' ? ['late-minutes'] : [];
  return [...new Set([...ids, ...extra])].flatMap((id) => findReferenceMeasure(id) ?? []);
}
