import type { Child } from 'hono/jsx';
import { t } from '#language';
import type { Chart } from './chart.ts';
import { gridLine, inBothFits, ink, round, softInk } from './frame.tsx';
import type { ChartInput } from './inputs.ts';
import { sentenceOf } from './places/figured.ts';
import { zeroScale } from './scale.ts';

/** One school year of a published rate; no value where none was published. */
export interface TrendYear {
  /** `2023/24` */
  readonly year: string;
  readonly value: number | undefined;
  /** As printed: `7.15%`, or why there is none. */
  readonly printed: string;
}

export interface YearTrendInput extends ChartInput {
  /** One entry a year, oldest first, without gaps: a year without a figure is in the list, without a value. */
  readonly years: readonly TrendYear[];
  /** After a number of the scale: `%`, or nothing. */
  readonly unit: string;
}

const LEFT = 40;
const RIGHT = 22;
const TOP = 26;
const BOTTOM = 28;
const LINE = '#14505c';

/** A rate over school years, from nought. Years without a figure break the line: nothing is drawn across them. */
export function yearTrend(input: YearTrendInput): Chart {
  const shown = input.years.flatMap((one) => (one.value === undefined ? [] : [{ ...one, value: one.value }]));
  const scale = zeroScale(Math.max(0, ...shown.map((one) => one.value)));
  const summary = summaryOf(input);
  const svg = inBothFits(input, summary, (width, fit) => {
    const height = fit === 'narrow' ? 230 : 280;
    const step = (width - LEFT - RIGHT) / Math.max(1, input.years.length - 1);
    const x = (at: number): number => round(LEFT + at * step);
    const y = (value: number): number => round(TOP + (height - TOP - BOTTOM) * (1 - value / scale.top));
    // As many years under the line as there is room for, the last always among them.
    const every = Math.ceil(58 / Math.max(1, step));
    const [last] = input.years.flatMap((one, at) => (one.value === undefined ? [] : [at])).slice(-1);
    return {
      height,
      content: (
        <>
          {scale.ticks.map((tick) => (
            <>
              <path d={`M${LEFT} ${y(tick)}H${width}`} stroke={tick === 0 ? ink : gridLine} />
              <text x={LEFT - 6} y={round(y(tick) + 4.5)} font-size="13" text-anchor="end" fill={softInk}>
                {`${tick}${input.unit}`}
              </text>
            </>
          ))}
          {runsOf(input.years).map((run) => (
            <path
              d={run.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.at)} ${y(point.value)}`).join('')}
              fill="none"
              stroke={LINE}
              stroke-width="2.5"
            />
          ))}
          {input.years.map((one, at) => point(one, x(at), y, at === last))}
          {input.years.map((one, at) =>
            (input.years.length - 1 - at) % every === 0 ? (
              <text x={x(at)} y={height - 8} font-size="13" text-anchor="middle" fill={softInk}>
                {one.year.slice(2)}
              </text>
            ) : null,
          )}
        </>
      ),
    };
  });
  return { svg, summary };
}

function point(one: TrendYear, x: number, y: (value: number) => number, last: boolean): Child {
  // A small open diamond on the line of nought, not a nought: the year is there, its figure is not.
  if (one.value === undefined) return <path d={`M${x} ${y(0) - 9}l4 4l-4 4l-4 -4Z`} fill="#ffffff" stroke={softInk} />;
  return (
    <>
      <circle cx={x} cy={y(one.value)} r={last ? 5 : 3.5} fill={LINE} stroke="#ffffff" />
      {last && (
        <text
          x={x + 8}
          y={round(y(one.value) - 10)}
          font-size="15"
          font-weight="700"
          text-anchor="end"
          stroke="#ffffff"
          stroke-width="5"
          paint-order="stroke"
        >
          {one.printed}
        </text>
      )}
    </>
  );
}

/** The unbroken stretches of years with a figure. */
function runsOf(years: readonly TrendYear[]): readonly (readonly { readonly at: number; readonly value: number }[])[] {
  const runs: { at: number; value: number }[][] = [];
  for (const [at, { value }] of years.entries()) {
    if (value === undefined) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.at === at - 1) run.push({ at, value });
    else runs.push([{ at, value }]);
  }
  return runs;
}

function summaryOf({ years }: YearTrendInput): string {
  const shown = years.filter((one) => one.value !== undefined);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return t('pictures.years.none');
  if (first === last) return t('pictures.years.one', { year: last.year, figure: last.printed });
  const highest = shown.reduce((most, one) => ((one.value ?? 0) > (most.value ?? 0) ? one : most));
  const span = t('pictures.years.span', {
    first: first.printed,
    from: first.year,
    last: last.printed,
    to: last.year,
    highest: highest.printed,
    year: highest.year,
  });
  const [gap, ...others] = years.filter((one) => one.value === undefined).map((one) => one.year);
  if (gap === undefined) return sentenceOf([span]);
  const gaps = others.reduce((words, next) => t('pictures.or', { first: words, next }), gap);
  return sentenceOf([span, t('pictures.years.gaps', { years: gaps })]);
}
