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
      if (kind === 'entry-point' || pluginData === 'asked' || path.startsWith('node:')) return undefined;
      const found = await building.resolve(path, { importer, resolveDir, kind, pluginData: 'asked' });
      return /^[.#]/.test(path)
        ? { path: found.path, sideEffects: false }
        : { path: pathToFileURL(found.path).href, external: true, sideEffects: false };
    });
  },
};

/** Builds the process that counts a day into one file a thread, as one that is started every day would be. */
export async function buildDay(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ['day-process.ts', 'day-worker.ts'].map((file) => join(HERE, file)),
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
