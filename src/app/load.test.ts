import { execFile } from 'node:child_process';
import {
  appendFile,
  chown,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const HERE = fileURLToPath(new URL('../../', import.meta.url));

/** A small project that starts as Kith does, by the same file. */
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kith-load-'));
  for (const file of ['bin/load.js', 'tsconfig.json', 'package.json']) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await copyFile(join(HERE, file), join(root, file));
  }
  await mkdir(join(root, 'node_modules'));
  for (const name of ['esbuild', '@esbuild', 'tsx', 'get-tsconfig', 'resolve-pkg-maps'])
    await symlink(join(HERE, 'node_modules', name), join(root, 'node_modules', name)).catch(() => undefined);
  await put('src/app/main.ts', MAIN);
  await put('src/app/said.ts', `export const said: string = 'first';`);
  await put('src/app/words.txt', 'beside the source');
  await put(
    'bin/start.js',
    `import { load } from './load.js'; await load(new URL('../src/app/main.ts', import.meta.url));`,
  );
});
afterEach(() => rm(root, { recursive: true }));

const MAIN = `
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { said } from './said.ts';
const where = new Error('where').stack?.split('\\n')[1]?.replace(/.*src(.*:\\d+):.*/, 'src$1');
const beside = readFileSync(new URL('./words.txt', import.meta.url), 'utf8');
const all = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split(/\\n/);
// One that has ended stays listed until this process hears of it.
const running = all.filter((line) => line.includes('esbuild') && !line.includes('<defunct>'));
const children = running.filter((line) => line.trim().startsWith(process.pid + ' '));
console.log(JSON.stringify({ said, children, where, beside }));
`;

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

/** What the program says of itself, in a process of its own. */
async function start(): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bin/start.js')], { cwd: tmpdir() });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
}

const programs = (): string => join(root, 'node_modules/.cache/kith/programs/src-app-main');
const about = z.object({ name: z.string(), outputs: z.array(z.string()) });
const latest = (): Promise<string> => readFile(join(programs(), 'latest.json'), 'utf8');

test('the first start makes a program of the source, the next reads it; places are those of the source', async () => {
  const first = await start();
  expect(first).toMatchObject({ said: 'first', where: 'src/app/main.ts:5', beside: 'beside the source', children: [] });
  const made = await latest();
  expect(await start()).toEqual(first);
  expect(await latest()).toBe(made);
});

test('what one user made, another can read', async () => {
  await start();
  const { name } = about.parse(JSON.parse(await latest()));
  const modes = await Promise.all(['', name].map(async (one) => (await stat(join(programs(), one))).mode));
  expect(new Set(modes).size).toBe(1);
});

test.skipIf(process.getuid?.() !== 0)('what another account put there is not started', async () => {
  await start();
  const before = await latest();
  const { name, outputs } = about.parse(JSON.parse(before));
  for (const file of [name, join(name, outputs[0] ?? '')]) {
    await chown(join(programs(), file), 65_534, 65_534);
    expect(await start()).toMatchObject({ said: 'first' });
    expect(about.parse(JSON.parse(await latest())).name).not.toBe(name);
    await chown(join(programs(), file), 0, 0);
    await writeFile(join(programs(), 'latest.json'), before);
  }
});

test('source that asks for more of its place than its address starts all the same, from where it stands', async () => {
  await put('src/app/said.ts', 'export const said = typeof import.meta.resolve;');
  expect(await start()).toMatchObject({ said: 'function', where: 'src/app/main.ts:5' });
  expect(await readdir(programs())).toEqual([]);
});

test('what was changed is what starts, however the clock stands', async () => {
  await start();
  await put('src/app/said.ts', `export const said: string = 'other';`);
  expect(await start()).toMatchObject({ said: 'other' });
  await put('src/app/said.ts', `export const said: string = 'third';`);
  expect(await start()).toMatchObject({ said: 'third' });
});

test('of many programs a few are kept', async () => {
  for (let nth = 0; nth < 8; nth += 1) {
    await put('src/app/said.ts', `export const said: string = '${nth}';`);
    await start();
  }
  expect(await readdir(programs())).toHaveLength(6);
});

test('a program that is not whole is made anew', async () => {
  await start();
  const { name, outputs } = about.parse(JSON.parse(await latest()));
  for (const file of outputs) await writeFile(join(programs(), name, file), '');
  expect(await start()).toMatchObject({ said: 'first' });
  await writeFile(join(programs(), 'latest.json'), '{"name":');
  expect(await start()).toMatchObject({ said: 'first' });
});

test('where no program can be kept, the source starts all the same', async () => {
  await writeFile(join(root, 'node_modules/.cache'), 'a file where a folder belongs');
  const said = await start();
  expect(said).toMatchObject({ said: 'first', where: 'src/app/main.ts:5', beside: 'beside the source' });
});

test('many that start at once all start', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, start));
  expect(new Set(all.map(({ said }) => said))).toEqual(new Set(['first']));
  expect(await start()).toMatchObject({ said: 'first' });
});

test('source that cannot be read is told of by its place, and nothing is kept of it', async () => {
  await appendFile(join(root, 'src/app/said.ts'), '\nexport const = 1;\n');
  await expect(start()).rejects.toThrow('src/app/said.ts:2');
  expect(await readdir(programs())).toEqual([]);
});
