import { expect, test } from 'vitest';
import { rateText } from './rate-text.ts';

test.each([
  [19.95, 1, '20.0'],
  [6.85, 1, '6.9'],
  [1.005, 2, '1.01'],
  [7.15, 2, '7.15'],
  [-1.25, 1, '-1.3'],
  [-0.01, 1, '0.0'],
  [0, 1, '0.0'],
])('%d to %i places is %s', (rate, places, text) => {
  expect(rateText(rate, places)).toBe(text);
});
