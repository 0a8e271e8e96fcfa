import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openPassingFolder } from './passing-folder.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kith-test-'));
});

test('nobody else can read it, and it is gone when it is closed', async () => {
  const folder = await openPassingFolder(parent, 'work-');
  expect((await stat(folder.path)).mode & 0o077).toBe(0);
  await folder.close();
  expect(await readdir(parent)).toEqual([]);
});

test('what a killed process left is removed by the next; what a living one works in, or has another name, is not', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const others = [`work-${process.pid}-alive`, `mine-${dead}-x`, 'work-book'];
  for (const name of [`work-${dead}-left`, ...others]) await mkdir(join(parent, name));
  const folder = await openPassingFolder(parent, 'work-');
  await folder.close();
  expect((await readdir(parent)).toSorted()).toEqual(others.toSorted());
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a process ended by %s takes it along',
  async (signal) => {
    const worker = new URL('./passing-folder-worker.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', worker, parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const path = await new Promise<string>((told) => {
      child.stdout.once('data', (said: Buffer) => told(said.toString()));
    });
    await access(path);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(await readdir(parent)).toEqual([]);
  },
  60_000,
);
