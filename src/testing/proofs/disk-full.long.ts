import { execFileSync } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runKith, workedArea, workFolder } from '../index.ts';

test('an import that finds the disk full is refused with a sentence, and nothing is half-visible', async ({ skip }) => {
  const disk = await workFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return skip('a small disk can be mounted by root only');
  }
  onTestFinished(() => void execFileSync('umount', [disk]));
  const store = join(disk, 'area');
  const samples = new URL('../../../samples/suspensions-list.csv', import.meta.url).pathname;
  const again = ['import', samples, '--layout', 'suspensions-list', '--store', store];
  const ask = ['ledger', store, '--by', 'child', '--format', 'csv', '--known-at', '2027-01-01'];
  await runKith(['import', workedArea, '--store', store]);
  const before = (await runKith(ask)).out;
  for (const left of [0, 4, 8, 16]) {
    const { bavail, bsize } = await statfs(disk);
    await writeFile(join(disk, 'fill'), Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
    const { status, err } = await runKith(again);
    expect({ left, status }).toEqual({ left, status: 1 });
    expect(err).toContain('There is no room left on the disk');
    expect((await runKith(ask)).out).toBe(before);
    await rm(join(disk, 'fill'));
  }
  expect((await runKith(again)).status).toBe(0);
}, 600_000);
