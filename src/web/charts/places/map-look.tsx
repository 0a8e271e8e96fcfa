import type { JSX } from 'hono/jsx/jsx-runtime';
import { ink } from '../frame.tsx';
import type { NotShown } from './place-inputs.ts';
import type { PatternShape } from '../state-look.ts';
import { patternPaths, PATTERN_SIDE } from '../state-patterns.tsx';

/** How a class of a map looks, or a place without a figure. Depth and pattern each tell any two apart without hue. */
export interface MapLook {
  readonly fill: string;
  /** Letters on it: at least 4.5 to 1 against `fill` (WCAG 2.2, 1.4.3). */
  readonly ink: string;
  readonly pattern: PatternShape;
  readonly line: string;
}

/** The five depths, the lowest first: light to dark, plain to dense. */
const depths: readonly MapLook[] = [
  { fill: '#e3efec', ink, pattern: 'plain', line: '#e3efec' },
  { fill: '#bddad6', ink, pattern: 'dots', line: '#5b9894' },
  { fill: '#85bab6', ink, pattern: 'rising', line: '#4f8d89' },
  { fill: '#2f7377', ink: '#ffffff', pattern: 'level', line: '#5d989a' },
  { fill: '#0d343c', ink: '#ffffff', pattern: 'grid', line: '#3d6a72' },
];

/** Which depths a map of so many classes uses: as far apart as they can be. */
const chosenDepths: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [0, 4],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
};

export const notShownLook: Readonly<Record<NotShown, MapLook>> = {
  suppressed: { fill: '#ffffff', ink, pattern: 'weave', line: '#a7afb3' },
  missing: { fill: '#ffffff', ink, pattern: 'sparse', line: '#6b7276' },
  'not-comparable': { fill: '#ffffff', ink, pattern: 'upright', line: '#a7afb3' },
};

/** The looks of a map’s classes, in their order. */
export function classLooks(count: number): readonly MapLook[] {
  return (chosenDepths[Math.min(Math.max(1, count), 5)] ?? []).flatMap((at) => depths[at] ?? []);
}

/** The paint of a look; its pattern must stand in the same document under this name (`LookPatterns`). */
export function lookFill(chart: string, name: string): string {
  return `url(#${chart}-look-${name})`;
}

/** Patterns in user units of the picture; `scale` undoes that of a drawing inside it. */
export function LookPatterns(props: {
  chart: string;
  looks: readonly (readonly [string, MapLook])[];
  scale?: number;
}): JSX.Element {
  const size = props.scale === undefined ? undefined : `scale(${Math.round(props.scale * 1000) / 1000})`;
  return (
    <defs>
      {props.looks.map(([name, { fill, line, pattern }]) => (
        <pattern
          id={`${props.chart}-look-${name}`}
          width={PATTERN_SIDE}
          height={PATTERN_SIDE}
          patternUnits="userSpaceOnUse"
          patternTransform={size}
        >
          <rect width={PATTERN_SIDE} height={PATTERN_SIDE} fill={fill} />
          {patternPaths[pattern] && <path d={patternPaths[pattern]} fill="none" stroke={line} />}
        </pattern>
      ))}
    </defs>
  );
}
