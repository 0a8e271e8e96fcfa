import type { JSX } from 'hono/jsx/jsx-runtime';
import { ink, round, type Fit } from '../frame.tsx';
import { labelLines, textWidth } from '../label-lines.ts';
import type { MapCell } from './map-cells.ts';

/** A label written around the map, never on it: there its words would cover the neighbours. */
export interface MapLabelLayout {
  readonly lines: readonly { readonly text: string; readonly bold: boolean }[];
  readonly size: number;
  readonly height: number;
}

export function labelLayout(cell: MapCell, fit: Fit, width: number): MapLabelLayout {
  const size = fit === 'narrow' ? 13 : 17;
  const letters = Math.floor((width * (fit === 'narrow' ? 0.48 : 0.4)) / textWidth('n', size));
  const lines = [
    ...labelLines(cell.name, letters).map((text) => ({ text, bold: true })),
    ...labelLines(cell.figure, letters, 3).map((text) => ({ text, bold: false })),
  ];
  return { lines, size, height: round(lines.length * size * 1.25 + 8) };
}

/**
 * The chosen place in words, with a line to where it is: in the sea to the north-west, which both maps leave free, or
 * under the map where the place lies in the south.
 */
export function MapLabel(props: {
  layout: MapLabelLayout;
  x: number;
  y: number;
  width: number;
  /** Where the map ends, for a label under it. */
  under?: number | undefined;
}): JSX.Element {
  const { layout, x, y, width, under } = props;
  const { lines, size } = layout;
  const long = Math.max(...lines.map((line) => textWidth(line.text, size, line.bold)));
  const left = under === undefined ? 1 : round(Math.max(1, Math.min(x - long / 2, width - long)));
  const top = under ?? 0;
  const start = under === undefined ? Math.min(Math.max(x, 4), left + long * 0.6) : x;
  const path = `M${round(start)} ${round(under ?? layout.height)}L${round(x)} ${round(y)}`;
  return (
    <g pointer-events="none">
      <path d={path} stroke="#ffffff" stroke-width="5" stroke-linecap="round" />
      <path d={path} stroke={ink} stroke-width="1.5" />
      <circle cx={round(x)} cy={round(y)} r="3" fill={ink} stroke="#ffffff" />
      <text font-size={size} stroke="#ffffff" stroke-width="4" paint-order="stroke">
        {lines.map(({ text, bold }, at) => (
          <tspan x={left} y={round(top + (at + 1) * size * 1.25)} font-weight={bold ? '700' : '400'}>
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
