import { expect, test } from 'vitest';
import { unitText } from './unit.ts';

test.each([
  ['percent', 7.15, '7.15%'],
  ['percent', 4.7, '4.7%'],
  ['count', 154_489, '154,489'],
  ['count', 1_569_304, '1,569,304'],
  ['count', 40, '40'],
  ['per-100-pupils', 11.307, '11.31 per 100 pupils'],
  ['per-1000-sessions', 0.387361, '0.39 per 1,000 sessions'],
  ['per-100000', 1937.3, '1,937.3 per 100,000'],
  ['score', -4.12, '-4.12'],
] as const)('%s: %d is %s', (unit, value, text) => {
  expect(unitText(unit, value)).toBe(text);
});
