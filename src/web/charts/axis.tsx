import type { JSX } from 'hono/jsx/jsx-runtime';
import { gridLine, ink, round, softInk, type Fit } from './frame.tsx';
import { textWidth } from './label-lines.ts';
import { tickWords } from './scale.ts';

export const own = '#14505c';
export const other = '#505a5f';

/** Letters of an axis, in user units; never under 12 on a phone, where a unit is about a pixel. */
export function axisSize(fit: Fit): number {
  return fit === 'narrow' ? 12.5 : 14;
}

/** Lines across the picture at round values, each with its number and unit to the left. */
export function ValueAxis(props: {
  ticks: readonly number[];
  unit: string;
  y: (value: number) => number;
  left: number;
  right: number;
  fit: Fit;
}): JSX.Element {
  const words = tickWords(props.ticks, props.unit);
  return (
    <>
      {props.ticks.map((tick, at) => (
        <>
          <path
            d={`M${round(props.left)} ${round(props.y(tick))}H${round(props.right)}`}
            stroke={tick === 0 ? ink : gridLine}
          />
          <text
            x={round(props.left - 6)}
            y={round(props.y(tick) + 4.5)}
            font-size={axisSize(props.fit)}
            text-anchor="end"
            fill={softInk}
          >
            {words[at]}
          </text>
        </>
      ))}
    </>
  );
}

/** Room to the left for the widest number of a value axis. */
export function axisRoom(ticks: readonly number[], unit: string, fit: Fit): number {
  return 10 + Math.max(...tickWords(ticks, unit).map((word) => textWidth(word, axisSize(fit))));
}

/** Numbers under the picture; those that would touch the one before are left out, the ends stay inside. */
export function FootAxis(props: {
  ticks: readonly number[];
  words: readonly string[];
  x: (value: number) => number;
  y: number;
  width: number;
  fit: Fit;
}): JSX.Element {
  const size = axisSize(props.fit);
  const kept: { readonly at: number; readonly word: string; readonly tick: number }[] = [];
  let free = -Infinity;
  for (const [index, tick] of props.ticks.entries()) {
    const word = props.words[index] ?? '';
    const half = textWidth(word, size) / 2;
    const at = Math.min(Math.max(props.x(tick), half), props.width - half);
    if (at - half < free) continue;
    kept.push({ at, word, tick });
    free = at + half + 8;
  }
  return (
    <>
      {kept.map(({ at, word, tick }) => (
        <>
          <path d={`M${round(props.x(tick))} ${round(props.y)}v5`} stroke={softInk} />
          <text x={round(at)} y={round(props.y + 9 + size)} font-size={size} text-anchor="middle" fill={softInk}>
            {word}
          </text>
        </>
      ))}
    </>
  );
}
