import { readJsonFolder } from './json-folder.ts';
import { parseLayout, type Layout } from './layout.ts';

/** The layouts that come with Kith, one JSON file each in `shipped/`. */
export const shippedLayouts: readonly Layout[] = readJsonFolder(new URL('shipped/', import.meta.url)).map(
  ({ content }) => parseLayout(content),
);
