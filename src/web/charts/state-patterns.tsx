import type { JSX } from 'hono/jsx/jsx-runtime';
import { stateLook, type PatternShape, type StateId } from './state-look.ts';

export const PATTERN_SIDE = 6;

/** One tile of each pattern, as a path on a square of PATTERN_SIDE user units. */
export const patternPaths: Readonly<Record<PatternShape, string>> = {
  plain: '',
  falling: 'M-1 -1L7 7M-1 5L1 7M5 -1L7 1',
  rising: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  level: 'M0 1.5H6M0 4.5H6',
  upright: 'M1.5 0V6M4.5 0V6',
  dots: 'M1.5 1h1v1h-1zM4.5 4h1v1h-1z',
  grid: 'M0 3H6M3 0V6',
  weave: 'M-1 -1L7 7M-1 7L7 -1',
  sparse: 'M2.5 3h1',
  waves: 'M0 4Q1.5 1.5 3 3T6 4',
};

/** The id under which a chart's markup finds a state's pattern. */
function patternId(chart: string, state: StateId): string {
  return `${chart}-fill-${state}`;
}

/** Paint for a state: its fill and pattern. The patterns must stand in the same document (`StatePatterns`). */
export function stateFill(chart: string, state: StateId): string {
  return `url(#${patternId(chart, state)})`;
}

export function StatePatterns({ chart, states }: { chart: string; states: readonly StateId[] }): JSX.Element {
  return (
    <defs>
      {states.map((state) => {
        const { fill, line, pattern } = stateLook[state];
        return (
          <pattern
            id={patternId(chart, state)}
            width={PATTERN_SIDE}
            height={PATTERN_SIDE}
            patternUnits="userSpaceOnUse"
          >
            <rect width={PATTERN_SIDE} height={PATTERN_SIDE} fill={fill} />
            {patternPaths[pattern] && <path d={patternPaths[pattern]} fill="none" stroke={line} />}
          </pattern>
        );
      })}
    </defs>
  );
}
