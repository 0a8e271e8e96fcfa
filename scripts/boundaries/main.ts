/** Draws the outlines that the accurate map is made of: `npx tsx scripts/boundaries/main.ts`. */
import { writeFileSync } from 'node:fs';
import { drawnBoundaries } from './draw-boundaries.ts';

writeFileSync(new URL('../../data/places/boundaries-2023.json', import.meta.url), drawnBoundaries());
