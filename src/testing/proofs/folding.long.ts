import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGES, mustFoldWhatChanges } from './changed-area.ts';

test('whatever changes in whichever area, what is folded of it counts as if folded from nothing', async () => {
  const changes = fc.array(fc.constantFrom(...Object.keys(CHANGES).filter(isChange)), { minLength: 1, maxLength: 4 });
  let anew = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), changes, async (seed, some) => {
      anew += await mustFoldWhatChanges(seed, [...new Set(some)]);
    }),
    { numRuns: 25 },
  );
  expect(anew).toBeGreaterThan(0);
});

function isChange(name: string): name is keyof typeof CHANGES {
  return name in CHANGES;
}
