import { expect, test } from 'vitest';
import { foldedDifferences } from './compare-folded.ts';

test('two hundred random awkward areas: the folded register, counted, is the account in SQL, every grouping, two questions each', async () => {
  const wrong: string[] = [];
  for (let seed = 5000; seed < 5200; seed += 1) wrong.push(...(await foldedDifferences(seed)));
  expect(wrong).toEqual([]);
}, 3_600_000);
