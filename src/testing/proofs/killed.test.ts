import { expect, test } from 'vitest';
import { killImports } from '../index.ts';

test('an import killed at any moment leaves the old state or the new one, and can be done again', async () => {
  const { wrong, killed } = await killImports(3, 7);
  expect(wrong).toEqual([]);
  expect(killed).toBeGreaterThan(0);
}, 240_000);
