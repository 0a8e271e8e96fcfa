import { FIGURE_NAMES, findAbsenceRate, type Effect, type FigureName, type Figures } from './effect.ts';
import type { QualityRule } from './rule.ts';
import { findRule } from './rules.ts';

/** What the figures are called where a change of them is told. */
export const FIGURE_TITLES: Readonly<Record<FigureName | 'absence_rate', string>> = {
  absence_rate: 'Absence rate',
  children: 'Children in the account',
  calendar: 'Sessions in children’s calendars',
  possible: 'Possible sessions',
  lost_headline: 'Lost to suspension and unauthorised absence',
  lost_absence: 'Lost to absence',
  lost_extended: 'All learning lost',
  unmarked: 'Sessions without a mark',
  off_roll: 'Sessions on no roll',
  registers: 'Possible sessions in schools’ own registers',
  suspensions: 'Suspensions and exclusions recorded',
};

/** What stands for a rate that has nothing to divide by. */
export const NONE_POSSIBLE = 'none possible';

/** One figure now, and in each way that things may turn out. */
export type Change = {
  readonly figure: FigureName | 'absence_rate';
  readonly title: string;
  readonly now: string;
  readonly ways: readonly string[];
};

/** How the area’s picture would change: the ways it may turn out, and the figures that are not the same in all of them. */
export type Picture = {
  readonly ways: readonly string[];
  /** The scenario of each way. */
  readonly scenarios: readonly string[];
  readonly changes: readonly Change[];
};

/** `undefined` where the rule has nothing that can be worked out. */
export function findPicture(effects: readonly Effect[], rule: QualityRule['id'] | 'all'): Picture | undefined {
  const now = effects.find((one) => one.rule === 'all' && one.scenario === 'now')?.figures;
  const ways = waysOf(rule).flatMap(({ scenario, words }) => {
    const found = effects.find((one) => one.rule === rule && one.scenario === scenario);
    return found ? [{ scenario, words, figures: found.figures }] : [];
  });
  if (!now || ways.length === 0) return undefined;
  const figures = ['absence_rate' as const, ...FIGURE_NAMES];
  const changes = figures
    .map((figure) => ({
      figure,
      title: FIGURE_TITLES[figure],
      now: shown(now, figure),
      ways: ways.map((way) => shown(way.figures, figure)),
    }))
    .filter((change) => change.ways.some((value) => value !== change.now));
  return { ways: ways.map(({ words }) => words), scenarios: ways.map(({ scenario }) => scenario), changes };
}

function waysOf(rule: QualityRule['id'] | 'all'): readonly { readonly scenario: string; readonly words: string }[] {
  if (rule === 'all') {
    return [
      { scenario: 'low', words: 'All mended, by the end that loses least' },
      { scenario: 'high', words: 'All mended, by the end that loses most' },
    ];
  }
  return (findRule(rule)?.scenarios ?? []).map(({ id, words }) => ({ scenario: id, words }));
}

function shown(figures: Figures, name: FigureName | 'absence_rate'): string {
  if (name !== 'absence_rate') return figures[name].toLocaleString('en-GB');
  const rate = findAbsenceRate(figures);
  return rate === undefined ? NONE_POSSIBLE : `${(Math.round(rate * 10_000) / 100).toFixed(2)}%`;
}
