import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from './data-folder.ts';

/** An authority’s cell in the equal-area map: column and row, rows counted from the south, odd rows half a cell east. */
export interface Hex {
  readonly code: string;
  readonly name: string;
  /** At most four letters, each authority its own: what fits in a cell. */
  readonly short: string;
  readonly region: string;
  readonly q: number;
  readonly r: number;
  /** Why it was placed by hand; none where it stands as in the layout that ours is based on. */
  readonly why?: string | undefined;
  /** Its cell in that layout, where it had one and was moved. */
  readonly was?: readonly [number, number] | undefined;
}

const CELL = z.object({
  n: z.string().min(1),
  short: z.string().min(1).max(4),
  region: z.string().regex(/^E12\d{6}$/),
  q: z.int().nonnegative(),
  r: z.int().nonnegative(),
  why: z.string().min(1).optional(),
  was: z.tuple([z.int(), z.int()]).readonly().optional(),
});
const LAYOUT = z.object({ layout: z.literal('odd-r'), hexes: z.record(z.string().regex(/^E\d{8}$/), CELL) });

let layout: readonly Hex[] | undefined;

/** The cells of today’s authorities, by code (`data/places/authorities-2025-26.hexjson`). */
export function listHexes(): readonly Hex[] {
  layout ??= Object.entries(
    LAYOUT.parse(JSON.parse(readFileSync(join(DATA_FOLDER, 'places/authorities-2025-26.hexjson'), 'utf8'))).hexes,
  )
    .map(([code, { n, ...cell }]): Hex => ({ code, name: n, ...cell }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return layout;
}

/** The authorities whose cell was chosen by hand, by name: for the note beside the map. */
export function listHexesPlacedByHand(): readonly (Hex & { readonly why: string })[] {
  return listHexes()
    .flatMap((hex) => (hex.why === undefined ? [] : [{ ...hex, why: hex.why }]))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
