import { dataText, findText, goneOnText, insideText, t } from '#language';
import { findAccountMeasure, states, type AccountMeasure, type LostLearningForm } from '#lost-learning';
import { findAttendanceCode } from '#register';
import { stateTitle } from '../../charts/index.ts';
import { titleOf } from '../lost-learning/figures.tsx';
import { wordsFor } from '../lost-learning/words.ts';
import { meaningOf } from './codes-page.tsx';

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

type CountRow = { readonly unit: ReferenceMeasure['unit']; readonly from: From };

/** Counts that stand in tables and are the parts of rates: not measures by themselves. Their words are `counts.…`. */
const COUNTS = {
  enrolments: { unit: 'enrolments', from: { kind: 'cohort', figure: 'enrolments' } },
  persistent_enrolments: { unit: 'enrolments', from: { kind: 'cohort', figure: 'persistent_enrolments' } },
  severe_enrolments: { unit: 'enrolments', from: { kind: 'cohort', figure: 'severe_enrolments' } },
  suspensions: { unit: 'suspensions', from: { kind: 'suspensions', categories: SUSPENDED } },
  permanent_exclusions: { unit: 'suspensions', from: { kind: 'suspensions', categories: ['PERM'] } },
  census_pupils: { unit: 'pupils', from: { kind: 'census' } },
  'late-minutes': { unit: 'minutes', from: { kind: 'late', column: 'minutes' } },
  'late-sessions': { unit: 'sessions', from: { kind: 'late', column: 'sessions' } },
  'left-for-home-education': { unit: 'children', from: { kind: 'spells-ended', ground: 'f' } },
} as const satisfies Readonly<Record<string, CountRow>>;

/** The measure an id names: one of the account, `cause-I`, `removal-left-lesson` (minutes), or a count that tables print. */
export function findReferenceMeasure(id: string): ReferenceMeasure | undefined {
  const measure = findAccountMeasure(id);
  if (measure) return { ...inWords(measure), from: SHARES[id] ?? { kind: 'ledger', figure: id } };
  if (id.startsWith('cause-')) return causeMeasure(id);
  if (id.startsWith('gap-')) return gapMeasure(id);
  const [, column, removal] = /^(minutes|removals?)-([a-z-]+)$/.exec(id) ?? [];
  if (removal !== undefined) return removalMeasure(id, column === 'removals' ? 'removals' : 'minutes', removal);
  return tableCount(id);
}

/** A measure of the account in the language of the reader. */
export function inWords(measure: AccountMeasure): AccountMeasure {
  const { id, states: [state, ...others] = [] } = measure;
  return {
    ...measure,
    title: titleOf(id),
    definition:
      findText(`measures.${id}.definition`) ??
      (state && others.length === 0
        ? t('counts.state.definition', {
            state: insideText(stateTitle(state)),
            words: goneOnText(t(`states.${state}.words`)),
          })
        : measure.definition),
    exclusions: measure.exclusions.map(dataText),
    source: dataText(measure.source),
  };
}

function tableCount(id: string): ReferenceMeasure | undefined {
  // Both names stand in addresses.
  const name =
    id === 'late' ? 'late-minutes' : Object.keys(COUNTS).find((key): key is keyof typeof COUNTS => key === id);
  if (!name) return undefined;
  const { unit, from } = COUNTS[name];
  return count(id, t(`counts.${name}.title`), unit, t(`counts.${name}.definition`), from);
}

const SPECIAL: Readonly<Record<string, string>> = { unmarked: '?', 'unrecorded-dual': '=', 'off-roll': '~' };

function causeMeasure(id: string): ReferenceMeasure | undefined {
  const code = id.slice('cause-'.length);
  const fact = findAttendanceCode(code);
  const state = states.find((one) => one.id === code || one.codes.includes(code));
  const letter = fact?.letter ?? SPECIAL[code];
  if (letter === undefined) return undefined;
  const [title, definition] = fact
    ? [
        t('counts.cause.title', { code, meaning: meaningOf(fact) }),
        t('counts.cause.definition', { code, meaning: insideText(meaningOf(fact)) }),
      ]
    : [state ? stateTitle(state.id) : code, state ? t(`states.${state.id}.words`) : ''];
  return {
    ...count(id, title, 'sessions', definition, { kind: 'cause', letter, code }),
    ...(state ? { states: [state.id] } : {}),
    source: fact ? dataText(fact.source) : t('counts.source'),
  };
}

/** `gap-counted-waiting`: times on no school’s roll with one outcome, and whether an arrival is known since. */
function gapMeasure(id: string): ReferenceMeasure | undefined {
  const [, outcome = '', end] = /^gap-([a-z-]+)-(arrived|waiting)$/.exec(id) ?? [];
  const words = wordsFor('gap', outcome);
  if (end === undefined || words === outcome) return undefined;
  return {
    ...count(id, t('counts.gap.title', { end }), 'times', t('counts.gap.definition', { words }), {
      kind: 'gap',
      outcome,
      arrived: end === 'arrived',
    }),
    exclusions: [t('counts.gap.guests'), t('counts.gap.before')],
    source: t('counts.source-guide'),
  };
}

/** How time is lost inside a session, as removals.csv says it. */
function removalMeasure(id: string, column: 'minutes' | 'removals', kind: string): ReferenceMeasure | undefined {
  const removal = findText(`words.removal.${kind}`);
  if (removal === undefined) return undefined;
  return {
    ...count(
      id,
      t(`counts.removal.${column}.title`, { removal }),
      column === 'minutes' ? 'minutes' : 'sessions',
      t(`counts.removal.${column}.definition`, { removal: insideText(removal) }),
      { kind: 'removal', column, removal: kind },
    ),
    exclusions: [t('counts.removal.withdrawn')],
  };
}

function count(
  id: string,
  title: string,
  unit: ReferenceMeasure['unit'],
  definition: string,
  from: From,
): ReferenceMeasure {
  return { id, title, unit, definition, numerator: id, exclusions: [], source: t('counts.source'), from };
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
