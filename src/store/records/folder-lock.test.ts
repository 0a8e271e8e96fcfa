import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

test('of many that find the same dead lock at about the same time, one takes it', async () => {
  const dead = deadPid();
  for (let round = 0; round < 40; round += 1) {
    await writeFile(`${folder}.lock`, `${dead} long-ago:1 ${round}`);
    const answers = await Promise.allSettled(
      Array.from({ length: 24 }, async (_, n) => {
        await pause(n % 5);
        return takeFolder(folder);
      }),
    );
    const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(taken).toHaveLength(1);
    expect(new Set(refused.map(({ reason }) => String(Reflect.get(Object(reason), 'code'))))).toEqual(
      new Set(['store/records-in-use']),
    );
    await taken[0]?.release();
  }
  expect(await readdir(home)).toEqual([]);
});

test('a process that ended while it took over a dead lock holds nobody up', async () => {
  const left = `${deadPid()} long-ago:1 1`;
  await writeFile(`${folder}.lock`, left);
  const guard = `${folder}.lock.${createHash('sha256').update(left).digest('hex').slice(0, 16)}`;
  await writeFile(guard, `${deadPid()} later:1 1`);
  await (await takeFolder(folder)).release();
  await writeFile(`${folder}.lock`, left);
  await writeFile(guard, `${process.pid} - 1`);
  await expect(takeFolder(folder)).rejects.toMatchObject({ code: 'store/records-in-use' });
  expect(await readFile(`${folder}.lock`, 'utf8')).toBe(left);
  await rm(guard);
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
