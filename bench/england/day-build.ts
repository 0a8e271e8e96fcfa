import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { HERE } from './run-script.ts';

/** Only what is used of this project is taken in; of packages nothing, and one that nothing is used of is not loaded. */
const onlyUsed: Plugin = {
  name: 'only-used',
  setup(building) {
    building.onResolve({ filter: /./ }, async ({ path, importer, resolveDir, pluginData, kind }) => {
      // What is loaded later stands beside it, built on its own.
      if (kind === 'dynamic-import') return { path: path.replace(/ts$/, 'js'), external: true };
      if (kind === 'entry-point' || pluginData === 'asked' || path.startsWith('node:')) return undefined;
      const found = await building.resolve(path, { importer, resolveDir, kind, pluginData: 'asked' });
      return /^[.#]/.test(path)
        ? { path: found.path, sideEffects: false }
        : { path: pathToFileURL(found.path).href, external: true, sideEffects: false };
    });
  },
};

/** Builds the process that counts a day into a few files, as one that is started every day would be. */
export async function buildDay(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ['day-process.ts', 'day-worker.ts', 'day-tables.ts'].map((file) => join(HERE, file)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [onlyUsed],
  });
  return join(folder, 'day-process.js');
}
