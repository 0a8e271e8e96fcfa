import type { JSX } from 'hono/jsx/jsx-runtime';
import { other, own } from '../axis.tsx';
import { round } from '../frame.tsx';
import { markPath, type MarkShape } from '../mark.ts';
import { stretches, type TrendPoint } from './trend-frame.ts';
import { pointWords } from './trend-words.ts';

export interface SeriesLook {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string | undefined;
  readonly shape: MarkShape;
}

export const ownLook: SeriesLook = { colour: own, width: 2.5, dashes: undefined, shape: 'circle' };

/** What stands beside: told apart by dashes and marks, not by hue. */
export const besideLooks: readonly SeriesLook[] = [
  { colour: other, width: 1.6, dashes: '7 4', shape: 'square' },
  { colour: other, width: 1.6, dashes: '2 3', shape: 'triangle' },
  { colour: other, width: 1.6, dashes: '9 3 2 3', shape: 'diamond' },
];

/** One line over years with its band: broken where a year has no figure, and where figures stop being alike. */
export function TrendSeries(props: {
  name: string;
  points: readonly TrendPoint[];
  breaks: readonly number[];
  look: SeriesLook;
  /** Marks only as large as the line needs, where the picture is small. */
  small?: boolean;
  at: { readonly x: (at: number) => number; readonly y: (value: number) => number };
}): JSX.Element {
  const { name, points, breaks, look, at } = props;
  const place = (point: TrendPoint, value: number): string => `${round(at.x(point.at))} ${round(at.y(value))}`;
  const size = (index: number): number => (index === points.length - 1 ? 4.5 : 3.2) * (props.small ? 0.7 : 1);
  return (
    <>
      {stretches(points, breaks).map((run) => (
        <>
          <Band run={run} place={place} colour={look.colour} />
          <path
            d={`M${run.map((point) => place(point, point.value)).join('L')}`}
            fill="none"
            stroke={look.colour}
            stroke-width={look.width}
            stroke-dasharray={look.dashes}
          />
        </>
      ))}
      {points.map((point, index) => (
        <g>
          <title>{`${name}, ${point.year}: ${pointWords(point)}`}</title>
          <path
            d={markPath(look.shape, at.x(point.at), at.y(point.value), size(index))}
            fill={look.colour}
            stroke="#ffffff"
          />
        </g>
      ))}
    </>
  );
}

/** The interval of each year, joined where years join; of a year alone, a bar. */
function Band(props: {
  run: readonly TrendPoint[];
  place: (point: TrendPoint, value: number) => string;
  colour: string;
}): JSX.Element | null {
  const known = props.run.filter((point) => point.interval);
  const upper = known.map((point) => props.place(point, point.interval?.high ?? point.value));
  const lower = known.map((point) => props.place(point, point.interval?.low ?? point.value));
  if (known.length === 0) return null;
  if (known.length < props.run.length || known.length === 1) {
    return (
      <path
        d={known.map((_, at) => `M${upper[at] ?? ''}L${lower[at] ?? ''}`).join('')}
        stroke={props.colour}
        stroke-width="5"
        stroke-opacity="0.35"
      />
    );
  }
  return (
    <path
      d={`M${upper.join('L')}L${lower.toReversed().join('L')}Z`}
      fill={props.colour}
      fill-opacity="0.16"
      stroke={props.colour}
      stroke-opacity="0.45"
      stroke-width="0.8"
    />
  );
}

/** A line as the key shows it. */
export function SeriesSample({ look }: { look: SeriesLook }): JSX.Element {
  return (
    <>
      <path d="M1 11H33" fill="none" stroke={look.colour} stroke-width={look.width} stroke-dasharray={look.dashes} />
      <path d={markPath(look.shape, 17, 11, 4.5)} fill={look.colour} stroke="#ffffff" />
    </>
  );
}
