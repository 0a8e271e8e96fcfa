import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { HERE } from './run-script.ts';

/** Only what is used of this project is taken in; of packages nothing, and one that nothing is used of is not loaded. */
const onlyUsed: Plugin = {
  name: 'only-used',
  setup(building) {
    building.onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('node:')
        ? undefined
        : { path: import.meta.resolve(path), external: true, sideEffects: false },
    );
    building.onResolve({ filter: /^#|^\./ }, async ({ path, resolveDir, pluginData, kind }) => {
      if (pluginData === 'asked') return undefined;
      const { path: file } = await building.resolve(path, { resolveDir, kind, pluginData: 'asked' });
      return { path: file, sideEffects: false };
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
