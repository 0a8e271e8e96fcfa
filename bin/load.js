// How Kith's TypeScript is read (docs/decisions/0034): as a program that esbuild makes of it at the first start, or, where
// none can be kept, file by file by tsx, which takes seconds at each start.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PROGRAMS = join(ROOT, 'node_modules', '.cache', 'kith', 'programs');
/** Says which program of an entry is made of the source as it stood, and of which files. */
const LATEST = 'latest.json';

/** Those before the last may still be running, and read some of it later. */
const KEPT = 5;

/** What decides besides the source. */
const SETTINGS = ['bin/load.js', 'package.json', 'tsconfig.json', 'node_modules/esbuild/package.json'];

/**
 * What a module exports, with no more read than it needs: what a process or a thread begins with.
 * @param {URL} entry where its source stands
 */
export async function load(entry) {
  const source = relative(ROOT, fileURLToPath(entry)).replaceAll('\\', '/');
  const programs = join(PROGRAMS, source.replace(/\.ts$/, '').replaceAll('/', '-'));
  const program = findProgram(programs) ?? (await makeProgram(programs, source).catch(() => undefined));
  if (program === undefined) {
    const { register } = await import('tsx/esm/api');
    register({ tsconfig: join(ROOT, 'tsconfig.json') });
    return import(entry.href);
  }
  // A fault is told by its place in the source.
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(join(program, basename(source).replace(/ts$/, 'js'))).href);
}

/** The folder of the program that was made of the source as it stands, and is whole; undefined where there is none. */
function findProgram(programs) {
  try {
    const { name, root, inputs, madeOf, outputs, made } = JSON.parse(readFileSync(join(programs, LATEST), 'utf8'));
    const folder = join(programs, name);
    const stands = root === ROOT && hashOf(ROOT, inputs) === madeOf && hashOf(folder, outputs) === made;
    return stands && [folder, ...outputs.map((file) => join(folder, file))].every(isTrusted) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Made by whoever starts it, or whose the source is: another account that may write here starts nothing in their name. */
function isTrusted(path) {
  const { uid } = statSync(path);
  return uid === process.getuid?.() || uid === statSync(fileURLToPath(import.meta.url)).uid;
}

/** Makes a program beside those that are there. Throws where nothing can be written, and where the source is wrong. */
async function makeProgram(programs, source) {
  await mkdir(programs, { recursive: true });
  const folder = await mkdtemp(join(programs, 'program-'));
  const began = statSync(folder).mtimeMs;
  // Whoever may read the source may read what is made of it.
  await chmod(folder, statSync(programs).mode);
  const { build, stop } = await import('esbuild');
  try {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [source],
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
    const outputs = (await readdir(folder)).filter((file) => file.endsWith('.js'));
    const [madeOf, made] = [hashOf(ROOT, inputs), hashOf(folder, outputs)];
    // What was changed since it was read is not in it: the next start makes it anew.
    if (inputs.some((file) => statSync(join(ROOT, file)).mtimeMs >= began)) return folder;
    await makeLatest(programs, { name: basename(folder), root: ROOT, inputs, madeOf, outputs, made });
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    // Its process would stay as long as this one.
    await stop();
  }
}

async function makeLatest(programs, latest) {
  const draft = join(programs, `${latest.name}.json`);
  await writeFile(draft, JSON.stringify(latest));
  await rename(draft, join(programs, LATEST));
  const all = (await readdir(programs)).filter((name) => name !== LATEST).map((name) => join(programs, name));
  const old = all.map((path) => ({ path, at: statSync(path).mtimeMs })).toSorted((one, other) => other.at - one.at);
  await Promise.all(old.slice(KEPT).map(({ path }) => rm(path, { recursive: true, force: true })));
}

/** A source file that reads what stands beside it goes by its own place, not by that of the program. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
    // What else it may tell of places would be those of the program.
    if (/\bimport\.meta\b/.test(contents)) throw new Error(`${path} may only ask for import.meta.url`);
    return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
  });
}

/** Of what files hold, which no copy and no clock changes. */
function hashOf(folder, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
