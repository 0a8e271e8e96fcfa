import { possibleStates, states, statesLost, type State } from '#lost-learning';
import type { Row } from '#store';

/** What mending may change, in sessions but for children and suspensions. */
export const FIGURE_NAMES = [
  'children',
  'calendar',
  'possible',
  'lost_headline',
  'lost_absence',
  'lost_extended',
  'unmarked',
  'off_roll',
  /** Possible sessions in schools’ own registers, where a session may stand twice. */
  'registers',
  'suspensions',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];
export type Figures = Readonly<Record<FigureName, number>>;

/** The area’s figures if what one rule found (or all) had turned out one way; `now` is as the files stand. */
export type Effect = { readonly rule: string; readonly scenario: string; readonly figures: Figures };

function sumOf(of: readonly State[]): string {
  return `coalesce(sum(sessions) filter (where rule in (${of.map((state) => state.rule).join(', ')})), 0)`;
}

function only(id: State['id']): readonly State[] {
  return states.filter((state) => state.id === id);
}

/** Sums over rows of child, rule and sessions, with `registers` and `suspensions` beside. */
export const FIGURES_SQL = [
  'count(distinct upn) as children',
  'coalesce(sum(sessions), 0) as calendar',
  `${sumOf(possibleStates)} as possible`,
  ...(['headline', 'absence', 'extended'] as const).map((lost) => `${sumOf(statesLost(lost))} as lost_${lost}`),
  `${sumOf(only('unmarked'))} as unmarked`,
  `${sumOf(only('off-roll'))} as off_roll`,
]
  .map((part) => part.replace(/^(.*) as (\w+)$/s, 'cast($1 as bigint) as $2'))
  .join(', ');

export function figuresOf(row: Row): Figures {
  const of = (name: FigureName): number => Number(row[name] ?? 0);
  return {
    children: of('children'),
    calendar: of('calendar'),
    possible: of('possible'),
    lost_headline: of('lost_headline'),
    lost_absence: of('lost_absence'),
    lost_extended: of('lost_extended'),
    unmarked: of('unmarked'),
    off_roll: of('off_roll'),
    registers: of('registers'),
    suspensions: of('suspensions'),
  };
}

/** The area’s figures once some children’s are others. */
export function exchanged(area: Figures, was: Figures, is: Figures): Figures {
  const one = (name: FigureName): number => area[name] - was[name] + is[name];
  return figuresOf(Object.fromEntries(FIGURE_NAMES.map((name) => [name, one(name)])));
}

/** Every session without a mark given one: all there, or all absent and none excused. */
export function filled(figures: Figures, as: 'present' | 'absent'): Figures {
  const { unmarked } = figures;
  const lost = as === 'absent' ? unmarked : 0;
  return {
    ...figures,
    possible: figures.possible + unmarked,
    registers: figures.registers + unmarked,
    lost_headline: figures.lost_headline + lost,
    lost_absence: figures.lost_absence + lost,
    lost_extended: figures.lost_extended + lost,
    unmarked: 0,
  };
}

/** Absence over possible sessions, or undefined where there are none. */
export function findAbsenceRate({ lost_absence, possible }: Figures): number | undefined {
  return possible > 0 ? lost_absence / possible : undefined;
}
