// How Kith's TypeScript is read (docs/decisions/0034): as one program that esbuild makes of it at the first start, or, where
// none can be kept, file by file by tsx, which takes seconds at each start.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PROGRAMS = join(ROOT, 'node_modules', '.cache', 'kith', 'programs');
/** Says which of them is made of the source as it stood, and of which files. */
const LATEST = join(PROGRAMS, 'latest.json');

/** Those before the last may still be running, and read some of it later. */
const KEPT = 5;

/** What can be started: the command, and each worker. They share what they have in common. */
const ENTRIES = [
  'src/app/main.ts',
  'src/app/work-out-worker.ts',
  'src/demo/country/work-on-part.ts',
  'src/lost-learning/counting/thread.ts',
  'src/lost-learning/folded/work-at-bench.ts',
];

/** What decides besides the source. */
const SETTINGS = ['bin/load.js', 'package.json', 'tsconfig.json', 'node_modules/esbuild/package.json'];

/**
 * The module of one of the files above.
 * @param {URL} entry where its source stands
 */
export async function load(entry) {
  const program = findProgram() ?? (await makeProgram().catch(() => undefined));
  if (program === undefined) {
    const { register } = await import('tsx/esm/api');
    register({ tsconfig: join(ROOT, 'tsconfig.json') });
    return import(entry.href);
  }
  // A fault is told by its place in the source.
  process.setSourceMapsEnabled(true);
  const made = relative(ROOT, fileURLToPath(entry)).replace(/\.ts$/, '.js');
  return import(pathToFileURL(join(program, made)).href);
}

/** The folder of the program that was made of the source as it stands, and is whole; undefined where there is none. */
function findProgram() {
  try {
    const { name, root, inputs, madeOf, outputs, made } = JSON.parse(readFileSync(LATEST, 'utf8'));
    const folder = join(PROGRAMS, name);
    return root === ROOT && hashOf(ROOT, inputs) === madeOf && hashOf(folder, outputs) === made ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the program beside those that are there. Throws where nothing can be written, and where the source is wrong. */
async function makeProgram() {
  await mkdir(PROGRAMS, { recursive: true });
  const folder = await mkdtemp(join(PROGRAMS, 'program-'));
  const began = statSync(folder).mtimeMs;
  const { build, stop } = await import('esbuild');
  try {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outbase: ROOT,
      outdir: folder,
      tsconfig: 'tsconfig.json',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      metafile: true,
      logLevel: 'silent',
      plugins: [{ name: 'where it stands', setup: keepPlaces }],
    });
    const inputs = [...SETTINGS, ...Object.keys(metafile.inputs)];
    const outputs = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
    const [madeOf, made] = [hashOf(ROOT, inputs), hashOf(folder, outputs)];
    // What was changed since it was read is not in it: the next start makes it anew.
    if (inputs.some((file) => statSync(join(ROOT, file)).mtimeMs >= began)) return folder;
    await makeLatest({ name: basename(folder), root: ROOT, inputs, madeOf, outputs, made });
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    // Its process would stay as long as this one.
    await stop();
  }
}

async function makeLatest(latest) {
  const draft = join(PROGRAMS, `${latest.name}.json`);
  await writeFile(draft, JSON.stringify(latest));
  await rename(draft, LATEST);
  const all = (await readdir(PROGRAMS)).map((name) => join(PROGRAMS, name)).filter((path) => path !== LATEST);
  const old = all.map((path) => ({ path, at: statSync(path).mtimeMs })).toSorted((one, other) => other.at - one.at);
  await Promise.all(old.slice(KEPT).map(({ path }) => rm(path, { recursive: true, force: true })));
}

/** A source file that reads what stands beside it goes by its own place, not by that of the program. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    loader: path.endsWith('x') ? 'tsx' : 'ts',
  }));
}

/** Of what files hold, which no copy and no clock changes. */
function hashOf(folder, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
