import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { carriedCatalogue } from './carried-releases.ts';
import { DATA_FOLDER } from './data-folder.ts';
import { findPlace, type Place } from './places.ts';

/** How like a statistical neighbour is, in the words of the tool that names them, closest first. */
export const CLOSENESS = ['Extremely close', 'Very close', 'Close', 'Somewhat close', 'Not close'] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** An authority whose children’s services the tool calls like those of another. */
export type Neighbour = { readonly place: Place; readonly closeness: Closeness };

const ROW = z.object({
  old_la_code: z.string(),
  neighbour_old_la_code: z.string(),
  closeness: z.string(),
});

let neighbours: ReadonlyMap<string, readonly Neighbour[]> | undefined;

/**
 * The ten statistical neighbours of an authority (by code) as DfE’s Local Authority Interactive Tool names them,
 * closest first; empty where it names none (England, a region, a district, an authority since abolished).
 */
export function listNeighbours(place: string): readonly Neighbour[] {
  neighbours ??= readNeighbours();
  return neighbours.get(place) ?? [];
}

function readNeighbours(): ReadonlyMap<string, readonly Neighbour[]> {
  const lookup = carriedCatalogue().lookups.find((file) => file.id === 'statistical-neighbours');
  const bytes = gunzipSync(readFileSync(join(DATA_FOLDER, lookup?.file ?? '')));
  const rows = z.array(ROW).parse(parse(bytes, { columns: true, bom: true }));
  const found = new Map<string, Neighbour[]>();
  // Rows stand in the tool’s order, closest first.
  for (const row of rows) {
    const [place, neighbour] = [findPlace(row.old_la_code), findPlace(row.neighbour_old_la_code)];
    const closeness = CLOSENESS.find((one) => one.toLowerCase() === row.closeness.toLowerCase());
    if (!neighbour || !closeness) throw new Error(`place/neighbours: ${row.neighbour_old_la_code}, ${row.closeness}`);
    if (!place) continue;
    found.set(place.code, [...(found.get(place.code) ?? []), { place: neighbour, closeness }]);
  }
  return found;
}
