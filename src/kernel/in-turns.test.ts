import { setImmediate } from 'node:timers';
import { expect, test } from 'vitest';
import { textInTurns } from './in-turns.ts';

test('a long text is made whole and in order, and others have turns in between', async () => {
  let [turns, done] = [0, false];
  const count = (): void => {
    turns += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const lines = Array.from({ length: 5001 }, (_, n) => `${n}\n`);
  const text = await textInTurns(lines);
  done = true;
  expect(text).toBe(lines.join(''));
  expect(turns).toBeGreaterThanOrEqual(9);
  expect(await textInTurns([])).toBe('');
});
