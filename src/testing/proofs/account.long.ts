import { expect, test } from 'vitest';
import { differences } from './compare-area.ts';

test('two hundred random awkward areas, in SQL and counted, every grouping, two questions each', async () => {
  const wrong: string[] = [];
  for (let seed = 5000; seed < 5200; seed += 1) wrong.push(...(await differences(seed)));
  expect(wrong).toEqual([]);
}, 3_600_000);
