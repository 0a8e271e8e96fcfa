import type { JSX } from 'hono/jsx/jsx-runtime';
import { t, unitText } from '#language';
import { listHexesPlacedByHand } from '#place';
import { htmlOf } from '../../govuk/index.ts';
import type { Chart } from '../chart.ts';
import { inBothFits, ink, round, type Drawing, type Fit } from '../frame.tsx';
import { hexGrid, regionOutlines } from './hex-shape.ts';
import { mapParts, type MapParts } from './map-cells.ts';
import { dashes, edge, MapKey } from './map-key.tsx';
import { labelLayout, MapLabel } from './map-label.tsx';
import { lookFill, LookPatterns } from './map-look.tsx';
import { MapEnd, MapPlace, SkipMap } from './map-place.tsx';
import type { MapInput } from './place-inputs.ts';

/** England’s authorities, each the same size, in at most five classes. What is not shown is drawn unlike any class. */
export function hexMap(input: MapInput): Chart {
  const parts = mapParts(input);
  const pictures = inBothFits(input, parts.summary, (width, fit) => drawn(input.id, parts, width, fit), {
    linked: parts.linked,
  });
  const svg = htmlOf(
    <div class="kith-map">
      <svg class="kith-defs" width="0" height="0" aria-hidden="true" focusable="false">
        <LookPatterns chart={input.id} looks={parts.key.map((entry) => [entry.name, entry.look])} />
      </svg>
      <MapKey chart={input.id} parts={parts} />
      <SkipMap chart={input.id} linked={parts.linked} />
      {pictures}
      <MapEnd chart={input.id} linked={parts.linked} />
      <p class="kith-chart__note">{`${t('pictures.hex.how')} ${placedWords()}`}</p>
    </div>,
  );
  return { svg, summary: parts.summary };
}

/** Said beside the map, because a layout is a choice. */
function placedWords(): string {
  const placed = listHexesPlacedByHand();
  const newcomers = placed.filter((hex) => hex.was === undefined).map((hex) => hex.name);
  return t('pictures.hex.placed', {
    names: unitText(newcomers),
    count: newcomers.length,
    moved: placed.length - newcomers.length,
  });
}

/** Rows up to this one have their label under the map, the others in its north-west corner. */
const SOUTH = 6;

function drawn(id: string, parts: MapParts, width: number, fit: Fit): Drawing {
  const grid = hexGrid(width);
  const { chosen } = parts;
  const outline = (hex: { q: number; r: number }): string =>
    `M${round(grid.x(hex))} ${round(grid.y(hex))}${grid.outline}`;
  const label = chosen && labelLayout(chosen, fit, width);
  const under = chosen && chosen.r <= SOUTH ? grid.height + 6 : undefined;
  const thick = fit === 'wide' ? 4.5 : 3.5;
  return {
    height: under === undefined ? grid.height : under + (label?.height ?? 0),
    content: (
      <>
        <g font-size="14" text-anchor="middle">
          {parts.cells.map((cell) => (
            <MapPlace cell={cell}>
              <path
                d={outline(cell)}
                fill={lookFill(id, cell.look)}
                stroke={edge(cell.look, cell.ink)}
                stroke-width="0.8"
                stroke-dasharray={dashes(cell.look)}
              />
              {fit === 'wide' && (
                <text
                  x={round(grid.x(cell))}
                  y={round(grid.y(cell) + 4.8)}
                  fill={cell.ink}
                  stroke={cell.fill}
                  stroke-width="3"
                  paint-order="stroke"
                >
                  {cell.short}
                </text>
              )}
            </MapPlace>
          ))}
        </g>
        <Border path={regionOutlines(grid)} thick={fit === 'wide' ? 2 : 1.6} />
        {chosen && label && (
          <>
            <Border path={outline(chosen)} thick={thick} />
            <MapLabel
              layout={label}
              x={grid.x(chosen)}
              y={grid.y(chosen) + (under === undefined ? -grid.across / 2 : grid.across / 2)}
              width={width}
              under={under}
            />
          </>
        )}
      </>
    ),
  };
}

/** A line that shows on light and on dark. */
function Border({ path, thick }: { path: string; thick: number }): JSX.Element {
  return (
    <g fill="none" stroke-linecap="round" stroke-linejoin="round" pointer-events="none">
      <path d={path} stroke="#ffffff" stroke-width={round(thick * 1.9)} />
      <path d={path} stroke={ink} stroke-width={thick} />
    </g>
  );
}
