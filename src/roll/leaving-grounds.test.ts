import { expect, it } from 'vitest';
import { findLeavingGround, leavingGrounds } from './leaving-grounds.ts';

it('names every paragraph of regulation 9(1), (a) to (o), once', () => {
  expect(leavingGrounds.map(({ ground }) => ground).join('')).toBe('abcdefghijklmno');
  expect(findLeavingGround('p')).toBeUndefined();
});

it('has words for each, to stand after “because”', () => {
  expect(findLeavingGround('f')?.words).toContain('parent');
  for (const { words } of leavingGrounds) expect(words).toMatch(/^(they|a|their) .*[^.]$/);
});
