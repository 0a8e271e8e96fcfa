import type { Child } from 'hono/jsx';
import { directed } from '#language';
import { htmlOf } from '../govuk/index.ts';
import { halfTermText } from '../half-terms.ts';
import type { Chart } from './chart.ts';
import { gridLine, inBothFits, ink, round, softInk } from './frame.tsx';
import type { ChartInput } from './inputs.ts';
import { kept } from './kept-charts.ts';
import { LineKey, sampleLine } from './line-key.tsx';
import { zeroScale } from './scale.ts';

/** One school week in two years; a year that has no such week has no value. */
export interface WeekPair {
  /** 1 to 6. */
  readonly half: number;
  readonly now: number | undefined;
  readonly before: number | undefined;
}

export interface WeekPairsInput extends ChartInput {
  /** In order of the school year. */
  readonly weeks: readonly WeekPair[];
  /** What each line is: `2025/26`. */
  readonly now: string;
  readonly before: string;
  /** The picture in one sentence: the page knows what the weeks add up to. */
  readonly summary: string;
}

const LEFT = 36;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 26;
/** Between two half terms, in weeks. */
const GAP = 0.7;
const NOW = '#14505c';

/** Absence in each school week of two years, by the week’s place in its half term. Holidays and missing weeks break a line. */
export const weekPairs = kept(drawWeekPairs);

function drawWeekPairs(input: WeekPairsInput): Chart {
  const { weeks, summary } = input;
  const all = weeks.flatMap(({ now, before }) => [now ?? 0, before ?? 0]);
  const scale = zeroScale(Math.max(0, ...all));
  const places = placesOf(weeks);
  const svg = inBothFits(input, summary, (width, fit) => {
    const height = fit === 'narrow' ? 210 : 240;
    const step = (width - LEFT - RIGHT) / Math.max(8, (places.at(-1) ?? 0) + 1);
    const x = (at: number): number => round(LEFT + ((places[at] ?? 0) + 0.5) * step);
    const y = (value: number): number => round(TOP + (height - TOP - BOTTOM) * (1 - value / scale.top));
    return {
      height,
      content: (
        <>
          {scale.ticks.map((tick) => (
            <>
              <path d={`M${LEFT} ${y(tick)}H${width}`} stroke={tick === 0 ? ink : gridLine} />
              <text x={LEFT - 6} y={round(y(tick) + 4.5)} font-size="13" text-anchor="end" fill={softInk}>
                {tick}%
              </text>
            </>
          ))}
          {line(weeks, 'before', x, y, softInk, '4 3')}
          {line(weeks, 'now', x, y, NOW)}
          {weeks.map((week, at) =>
            week.before === undefined ? null : (
              <circle cx={x(at)} cy={y(week.before)} r="3" fill="#ffffff" stroke={softInk} stroke-width="1.5" />
            ),
          )}
          {weeks.map((week, at) =>
            week.now === undefined ? null : <circle cx={x(at)} cy={y(week.now)} r="3.5" fill={NOW} stroke="#ffffff" />,
          )}
          {weeks.map((week, at) =>
            weeks[at - 1]?.half === week.half ? null : (
              <text x={round(x(at) - step / 2)} y={height - 7} font-size="13" fill={softInk}>
                {directed(halfTermText(week.half, fit === 'narrow' ? 'half-letter' : 'half-short'))}
              </text>
            ),
          )}
        </>
      ),
    };
  });
  const key = (
    <>
      <LineKey
        lines={[
          { sample: sampleLine(NOW, 2.5), words: input.now },
          { sample: sampleLine(softInk, 1.5, '4 3'), words: input.before },
        ]}
      />
      {svg}
    </>
  );
  return { svg: htmlOf(key), summary };
}

/** Where each week stands, in weeks from the left. */
function placesOf(weeks: readonly WeekPair[]): readonly number[] {
  const gaps = weeks.map(({ half }, at) => (at > 0 && weeks[at - 1]?.half !== half ? 1 : 0));
  let before = 0;
  return gaps.map((gap, at) => {
    before += gap;
    return at + before * GAP;
  });
}

function line(
  weeks: readonly WeekPair[],
  of: 'now' | 'before',
  x: (at: number) => number,
  y: (value: number) => number,
  stroke: string,
  dashes?: string,
): Child {
  const runs: string[] = [];
  for (const [at, week] of weeks.entries()) {
    const value = week[of];
    if (value === undefined) continue;
    const [previous] = weeks.slice(Math.max(0, at - 1), at);
    const goesOn = previous?.half === week.half && previous[of] !== undefined && runs.length > 0;
    const point = `${x(at)} ${y(value)}`;
    if (goesOn) runs.push(`${runs.pop() ?? ''}L${point}`);
    else runs.push(`M${point}`);
  }
  return runs.map((run) => (
    <path d={run} fill="none" stroke={stroke} stroke-width={of === 'now' ? 2.5 : 1.5} stroke-dasharray={dashes} />
  ));
}
