import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { takeFolder } from './folder-lock.ts';

const home = await mkdtemp(join(tmpdir(), 'kith-lock-'));
const folder = join(home, 'pg');
afterAll(() => rm(home, { recursive: true }));
beforeEach(() => rm(`${folder}.lock`, { force: true }));

/** What a process that has ended would have left: its number is free again. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('the second to ask is refused, with the process to stop; after release it is not', async () => {
  const lock = await takeFolder(folder);
  await expect(takeFolder(folder)).rejects.toMatchObject({
    code: 'store/records-in-use',
    message: `${folder} is in use by process ${process.pid}. Stop that process, or choose another folder.`,
  });
  await lock.release();
  await (await takeFolder(folder)).release();
  expect(await readdir(home)).toEqual([]);
});

test('a lock whose process has ended is taken over', async () => {
  await writeFile(`${folder}.lock`, `${deadPid()} long-ago:1 1`);
  await (await takeFolder(folder)).release();
});

test('a lock whose number now belongs to a newer process is taken over', async () => {
  const held = await takeFolder(folder);
  const [pid, , claim] = (await readFile(`${folder}.lock`, 'utf8')).split(' ');
  await writeFile(`${folder}.lock`, `${pid} before-the-restart:1 ${claim}`);
  const lock = await takeFolder(folder);
  // Whoever lost the lock does not remove it from whoever has it.
  await held.release();
  await expect(takeFolder(folder)).rejects.toMatchObject({ code: 'store/records-in-use' });
  await lock.release();
});

test('of many that find the same dead lock, one takes it', async () => {
  await writeFile(`${folder}.lock`, `${deadPid()} long-ago:1 1`);
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(folder)));
  const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  expect(taken).toHaveLength(1);
  await taken[0]?.release();
});

test('another process is refused too', async () => {
  const lock = await takeFolder(folder);
  const script = `
    import { takeFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
    await takeFolder(${JSON.stringify(folder)}).catch((error) => console.log(error.code));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ]);
  expect(stdout.trim()).toBe('store/records-in-use');
  await lock.release();
});
