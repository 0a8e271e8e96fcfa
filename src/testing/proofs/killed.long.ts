import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { killImports, runKith, workFolder } from '../index.ts';

test('sixty imports killed at moments spread over the whole of it', async () => {
  const { wrong, killed, states } = await killImports(60, 11);
  expect(wrong).toEqual([]);
  expect(killed).toBeGreaterThan(30);
  expect([...states].toSorted()).toEqual(['after', 'before']);
}, 3_600_000);

test('a country that is killed while it is made is not there, and the next attempt clears up', async () => {
  const parent = await workFolder();
  const ask = ['demo', join(parent, 'country'), '--pupils', '200001'];
  for (const moment of [3_000, 9_000, 27_000]) {
    expect((await runKith(ask, moment)).status).toBe(null);
    expect(await readdir(parent)).not.toContain('country');
    // Those that worked for it end by themselves, in their own time.
    await pause(15_000);
  }
  expect((await runKith(ask)).status).toBe(0);
  expect(await readdir(parent)).toEqual(['country']);
}, 3_600_000);
