import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from './data-folder.ts';

const BOUNDARIES = z
  .object({
    /** Must stand beside every map that is drawn from these outlines. */
    attribution: z.string().min(1),
    width: z.int().positive(),
    height: z.int().positive(),
    /** The borders between regions, as one SVG path. */
    regionBorders: z.string().regex(/^M[Mlz0-9 -]+$/),
    /** An SVG path an authority, by code, and a point inside England where its label can point. */
    areas: z.record(
      z.string().regex(/^E\d{8}$/),
      z.object({ path: z.string().regex(/^M[Mlz0-9 -]+$/), x: z.int(), y: z.int() }).readonly(),
    ),
  })
  .readonly();

export type Boundaries = z.infer<typeof BOUNDARIES>;

let drawn: Boundaries | undefined;

/** The outlines of today’s authorities on a grid of whole numbers (`data/places/boundaries-2023.json`). */
export function readBoundaries(): Boundaries {
  drawn ??= BOUNDARIES.parse(JSON.parse(readFileSync(join(DATA_FOLDER, 'places/boundaries-2023.json'), 'utf8')));
  return drawn;
}
