import { expect, test } from 'vitest';
import { foldedDifferences } from './compare-folded.ts';

const SEEDS = Array.from({ length: 6 }, (_, index) => 2000 + index);

test.each(SEEDS)('the folded register of area %i, counted, is the account in SQL, every grouping, two questions', async (seed) => {
  expect(await foldedDifferences(seed)).toEqual([]);
}, 60_000);
