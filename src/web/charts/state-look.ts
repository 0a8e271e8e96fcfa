import { t } from '#language';
import { states, type StateId } from '#lost-learning';

/** How a state of the account looks, in every chart and key. Its name is the account’s own (`stateTitle`). */
export interface StateLook {
  /** One letter, so that nothing rests on colour (not an attendance code). Attended has a tick; T is for transport. */
  readonly letter: string;
  readonly fill: string;
  /** Letter colour; at least 4.5 to 1 against `fill` (WCAG 2.2, 1.4.3). */
  readonly ink: string;
  readonly pattern: PatternShape;
  /** Pattern colour, near `fill` on purpose: it is felt before it is seen. */
  readonly line: string;
  readonly edge: string;
}

export type PatternShape =
  'plain' | 'falling' | 'rising' | 'level' | 'upright' | 'dots' | 'grid' | 'weave' | 'sparse' | 'waves';

/**
 * In the order of the account's own rules. Attended is quiet; what was lost stands out by depth of colour, not by red:
 * a page about one's child should inform, not alarm. Sessions that nobody accounts for (off roll) are the darkest.
 * Depth, pattern and letter each tell any two states apart without hue.
 */
export const stateLook: Readonly<Record<StateId, StateLook>> = {
  attended: {
    letter: '✓',
    fill: '#e6f1ee',
    ink: '#2f6b5b',
    pattern: 'plain',
    line: '#e6f1ee',
    edge: '#b7d3ca',
  },
  suspended: {
    letter: 'S',
    fill: '#5a1846',
    ink: '#ffffff',
    pattern: 'falling',
    line: '#7d3a68',
    edge: '#5a1846',
  },
  unauthorised: {
    letter: 'U',
    fill: '#a63d0f',
    ink: '#ffffff',
    pattern: 'rising',
    line: '#be5a2c',
    edge: '#a63d0f',
  },
  'part-time': {
    letter: 'P',
    fill: '#f6c352',
    ink: '#3a2a00',
    pattern: 'level',
    line: '#dfa526',
    edge: '#a87708',
  },
  authorised: {
    letter: 'A',
    fill: '#b5d3ea',
    ink: '#10304a',
    pattern: 'dots',
    line: '#7fb0d3',
    edge: '#5d93b9',
  },
  'access-failure': {
    letter: 'T',
    fill: '#1d5c63',
    ink: '#ffffff',
    pattern: 'grid',
    line: '#3a7a81',
    edge: '#1d5c63',
  },
  'unrecorded-dual': {
    letter: 'D',
    fill: '#6a57a5',
    ink: '#ffffff',
    pattern: 'upright',
    line: '#8473ba',
    edge: '#6a57a5',
  },
  'not-required': {
    letter: 'N',
    fill: '#f4f5f5',
    ink: '#484f53',
    pattern: 'sparse',
    line: '#c9cfd2',
    edge: '#7d868a',
  },
  unmarked: {
    letter: '?',
    fill: '#ffffff',
    ink: '#3b4245',
    pattern: 'waves',
    line: '#c3c9cc',
    edge: '#6b7276',
  },
  'off-roll': {
    letter: 'O',
    fill: '#14181a',
    ink: '#ffffff',
    pattern: 'weave',
    line: '#4a5154',
    edge: '#14181a',
  },
};

export type { StateId };

/** Every state, in the order of the account's rules. */
export const stateIds: readonly StateId[] = states.map((state) => state.id);

/** A state's name in a key or a table: "Unauthorised absence". */
export function stateTitle(state: StateId): string {
  return t(`states.${state}.title`);
}

/** A state's name inside a sentence: "unauthorised absence". */
export function stateWords(state: StateId): string {
  return t(`states.${state}.inside`);
}
