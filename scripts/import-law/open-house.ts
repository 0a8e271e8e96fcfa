import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { House } from './check-house.ts';
import { CEILINGS, EXCEPTIONS } from './exceptions.ts';
import { readSourceTree } from './source-tree.ts';

const Manifest = z.object({ imports: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) });

/** The repository as it stands on disk. */
export function openHouse(top: string): House {
  return { tree: readSourceTree(top), doors: readManifest(top).imports, exceptions: EXCEPTIONS, ceilings: CEILINGS };
}

export function readManifest(top: string) {
  return Manifest.parse(JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')));
}
