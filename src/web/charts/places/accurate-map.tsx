import type { Child } from 'hono/jsx';
import { rich, t } from '#language';
import { readBoundaries } from '#place';
import { htmlOf } from '../../govuk/index.ts';
import { InEnglish } from '../../layout/rich-words.tsx';
import type { Chart } from '../chart.ts';
import { inBothFits, ink, round, softInk, type Drawing, type Fit } from '../frame.tsx';
import { londonOnGrid } from './london-inset.ts';
import { mapParts, type MapCell, type MapParts } from './map-cells.ts';
import { dashes, edge, MapKey } from './map-key.tsx';
import { labelLayout, MapLabel } from './map-label.tsx';
import { lookFill, LookPatterns } from './map-look.tsx';
import { MapEnd, MapPlace, SkipMap } from './map-place.tsx';
import type { MapInput } from './place-inputs.ts';

/** A map of England is as tall as wide: drawn for a desk it is no wider than this. */
const widths = { narrow: 358, wide: 420 } as const;
/** London is shown again, this many times the size, in the sea to the north-east. */
const ENLARGED = 3;
/** Half a side of the smallest square, in pixels, at which an outline can be seen; smaller places get a ring. */
const RING = 9;
/** Room for the ring around the Isles of Scilly. */
const LEFT = 10;
/** Places below this part of the height have their label under the map. */
const SOUTH = 0.62;

/** England’s authorities as they lie, in the same classes as the hex map. Large areas draw the eye: read the two together. */
export function accurateMap(input: MapInput): Chart {
  const parts = mapParts(input);
  const { areas, attribution } = readBoundaries();
  const looks = parts.key.map((entry) => [entry.name, entry.look] as const);
  const pictures = inBothFits(
    input,
    parts.summary,
    (width, fit, id) => drawn({ shapes: input.id, id, parts, width, fit }),
    { linked: parts.linked, widths },
  );
  const svg = htmlOf(
    <div class="kith-map kith-map--accurate">
      <svg class="kith-defs" width="0" height="0" aria-hidden="true" focusable="false">
        <LookPatterns chart={input.id} looks={looks} />
        <defs>
          {parts.cells.map((cell) => (
            <path id={`${input.id}-${cell.code}`} d={areas[cell.code]?.path ?? ''} />
          ))}
        </defs>
      </svg>
      <MapKey chart={input.id} parts={parts} />
      <SkipMap chart={input.id} linked={parts.linked} />
      {pictures}
      <MapEnd chart={input.id} linked={parts.linked} />
      <p class="kith-chart__note">
        {rich('pictures.map.boundaries', { attribution: <InEnglish>{attribution}</InEnglish> })}
      </p>
    </div>,
  );
  return { svg, summary: parts.summary };
}

interface Canvas {
  /** Under which id the outlines stand in the document. */
  readonly shapes: string;
  readonly id: string;
  readonly parts: MapParts;
  readonly width: number;
  readonly fit: Fit;
}

function drawn(canvas: Canvas): Drawing {
  const { id, parts, width, fit } = canvas;
  const { width: gridWidth, height: gridHeight, areas, regionBorders } = readBoundaries();
  const { codes, box } = londonOnGrid();
  const scale = (width - LEFT - 2) / gridWidth;
  const inset = scale * ENLARGED;
  const insetX = width - box.width * inset - 4;
  const insetY = 24;
  const london = parts.cells.filter((cell) => codes.has(cell.code));
  const { chosen } = parts;
  const area = chosen && areas[chosen.code];
  const inLondon = chosen !== undefined && codes.has(chosen.code);
  const place = { x: LEFT + (area?.x ?? 0) * scale, y: 2 + (area?.y ?? 0) * scale };
  const enlarged = { x: insetX + ((area?.x ?? 0) - box.x) * inset, y: insetY + ((area?.y ?? 0) - box.y) * inset };
  const looks = parts.key.map((entry) => [entry.name, entry.look] as const);
  const label = chosen && labelLayout(chosen, fit, width);
  const foot = gridHeight * scale + 4;
  const under = !inLondon && place.y > foot * SOUTH ? foot + 6 : undefined;
  return {
    height: under === undefined ? foot : under + (label?.height ?? 0),
    content: (
      <>
        <LookPatterns chart={`${id}-main`} looks={looks} scale={1 / scale} />
        <LookPatterns chart={`${id}-inset`} looks={looks} scale={1 / inset} />
        <g transform={`translate(${LEFT} 2) scale(${four(scale)})`}>
          {parts.cells.map((cell) => shape(canvas, `${id}-main`, cell, 0.6 / scale))}
          <g fill="none" stroke-linejoin="round" pointer-events="none">
            <path d={regionBorders} stroke="#ffffff" stroke-width={round(2.8 / scale)} />
            <path d={regionBorders} stroke={ink} stroke-width={round(1.4 / scale)} />
          </g>
          {chosen && outline(canvas, chosen, scale)}
        </g>
        <text x={round(width - 3)} y="15" font-size={fit === 'narrow' ? 12 : 15} text-anchor="end" fill={softInk}>
          {t('pictures.map.london')}
        </text>
        <g
          transform={`translate(${round(insetX - box.x * inset)} ${round(insetY - box.y * inset)}) scale(${four(inset)})`}
        >
          {london.map((cell) => shape(canvas, `${id}-inset`, { ...cell, href: undefined }, 0.6 / inset))}
          {chosen && inLondon && outline(canvas, chosen, inset)}
        </g>
        {chosen && !inLondon && sizeOf(areas[chosen.code]?.path ?? '') * scale < RING && (
          <circle cx={round(place.x)} cy={round(place.y)} r={RING} fill="none" stroke={ink} stroke-width="2.5" />
        )}
        {label && <MapLabel layout={label} {...(inLondon ? enlarged : place)} width={width} under={under} />}
      </>
    ),
  };
}

function shape({ shapes }: Canvas, patterns: string, cell: MapCell, line: number): Child {
  return (
    <MapPlace cell={cell}>
      <use
        href={`#${shapes}-${cell.code}`}
        fill={lookFill(patterns, cell.look)}
        stroke={edge(cell.look, cell.ink)}
        stroke-width={round(line)}
        stroke-dasharray={dashes(cell.look)}
      />
    </MapPlace>
  );
}

function outline({ shapes, fit }: Canvas, chosen: MapCell, scale: number): Child {
  const wide = (fit === 'wide' ? 3 : 2.5) / scale;
  return (
    [
      ['#ffffff', wide * 2],
      [ink, wide],
    ] as const
  ).map(([stroke, thick]) => (
    <use
      href={`#${shapes}-${chosen.code}`}
      fill="none"
      stroke={stroke}
      stroke-width={round(thick)}
      stroke-linejoin="round"
      pointer-events="none"
    />
  ));
}

/** The longer side of what a path covers, in units of its grid, of its first and largest part. */
function sizeOf(path: string): number {
  const numbers = [...(path.split('z')[0] ?? '').matchAll(/-?\d+/g)].map(([number]) => Math.abs(Number(number)));
  return numbers.slice(2).reduce((sum, one) => sum + one, 0) / 4;
}

function four(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
