import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { listPlaces } from '#place';
import { centreOf, pathOf, signedArea, wholeRing, type Ring } from './path.ts';

const SOURCE = new URL('../../data/places/counties-and-unitaries-2023.geojson.gz', import.meta.url);
const HEIGHT = 1500;
const MIDDLE = (52.7 * Math.PI) / 180;
/** A corner whose triangle has fewer square units than this is straightened: about 0.4 square kilometres. */
const SMALLEST = 2;

const RINGS = z.array(z.array(z.tuple([z.number(), z.number()])));
const FEATURES = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: RINGS }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(RINGS) }),
      ]),
    }),
  ),
});

interface Authority {
  readonly code: string;
  readonly parts: readonly (readonly Ring[])[];
}

/**
 * The text of `data/places/boundaries-2023.json`, the same every time. Longitude is shortened by the cosine of 52.7°
 * north, the middle of England, which at this size cannot be told from the National Grid. Borders are simplified once,
 * for both neighbours, so that no gap opens between them.
 */
export function drawnBoundaries(): string {
  const { authorities, width } = projected(readAuthorities());
  const shared = simplified(authorities);
  const regionOf = new Map(listPlaces().map((place) => [place.code, place.region]));
  const borders = mesh(
    shared,
    shared.objects.areas,
    (a, b) => a !== b && regionOf.get(String(a.id)) !== regionOf.get(String(b.id)),
  );
  const areas = shared.objects.areas.geometries
    .map((geometry) => {
      const shape = feature(shared, geometry);
      const parts = 'geometry' in shape && shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates : [];
      return [String(geometry.id), areaOf(parts)] as const;
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const written = {
    about:
      'Outlines of the 153 authorities, May 2023, as SVG paths on a grid of whole numbers. Made by scripts/boundaries/main.ts; never edited.',
    attribution:
      'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2023.',
    width,
    height: HEIGHT,
    regionBorders: borders.coordinates.map((line) => pathOf(wholeRing(line), false)).join(''),
    areas: Object.fromEntries(areas),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function readAuthorities(): readonly Authority[] {
  const { features } = FEATURES.parse(JSON.parse(gunzipSync(readFileSync(SOURCE)).toString('utf8')));
  return features.map(({ properties, geometry }) => ({
    code: properties.code,
    parts: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

function projected(authorities: readonly Authority[]): {
  readonly authorities: readonly Authority[];
  readonly width: number;
} {
  const points = authorities.flatMap((one) => one.parts.flat(2));
  const narrow = Math.cos(MIDDLE);
  const [west, east] = extent(points.map(([long]) => long * narrow));
  const [south, north] = extent(points.map(([, lat]) => lat));
  const scale = HEIGHT / (north - south);
  const moved = authorities.map(({ code, parts }) => ({
    code,
    parts: parts.map((rings) =>
      rings.map((ring) =>
        wholeRing(ring.map(([long, lat]) => [(long * narrow - west) * scale, (north - lat) * scale])),
      ),
    ),
  }));
  return { authorities: moved, width: Math.ceil((east - west) * scale) };
}

function extent(numbers: readonly number[]): readonly [number, number] {
  return [
    numbers.reduce((least, one) => Math.min(least, one), Infinity),
    numbers.reduce((most, one) => Math.max(most, one), -Infinity),
  ];
}

type Shared = Topology<{ areas: GeometryCollection }>;

/** Borders that two authorities share become one line, which is then simplified once. */
function simplified(authorities: readonly Authority[]): Shared {
  const areas = {
    type: 'FeatureCollection' as const,
    features: authorities.map(({ code, parts }) => ({
      type: 'Feature',
      id: code,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: parts },
    })),
  };
  return simplify(presimplify(parseTopology(topology({ areas }))), SMALLEST);
}

function parseTopology(made: ReturnType<typeof topology>): Shared {
  if (made.objects['areas']?.type !== 'GeometryCollection') throw new Error('the topology has no areas');
  return made as Shared;
}

/** Its path, and the middle of its largest part, where a label can point. Parts without an area are left out. */
function areaOf(parts: readonly (readonly (readonly (readonly number[])[])[])[]): {
  readonly path: string;
  readonly x: number;
  readonly y: number;
} {
  const whole = parts.map((rings) => rings.map((ring) => wholeRing(ring)));
  const size = (rings: readonly Ring[]): number => Math.abs(signedArea(rings[0] ?? []));
  const ordered = whole.toSorted((a, b) => size(b) - size(a));
  const [x, y] = centreOf(ordered[0]?.[0] ?? []);
  const kept = ordered.filter((rings, at) => at === 0 || size(rings) > 0);
  return { path: kept.flatMap((rings) => rings.map((ring) => pathOf(ring, true))).join(''), x, y };
}
