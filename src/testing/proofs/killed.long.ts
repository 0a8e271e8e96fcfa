import { expect, test } from 'vitest';
import { killImports } from '../index.ts';

test('sixty imports killed at moments spread over the whole of it', async () => {
  const { wrong, killed, states } = await killImports(60, 11);
  expect(wrong).toEqual([]);
  expect(killed).toBeGreaterThan(30);
  expect([...states].toSorted()).toEqual(['after', 'before']);
}, 3_600_000);
