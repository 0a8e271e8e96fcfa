import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What a run came to, in the runner's own counts. A file that could not be run counts as one failure. */
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

function countRun(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Counts {
  const states = modules.flatMap((one) => [...one.children.allTests()].map((test) => test.result().state));
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  const broken = modules.filter((one) => one.errors().length > 0).length;
  return {
    passed: count('passed'),
    // A test that never came to an end has failed: only what passed has passed.
    failed: count('failed', 'pending') + broken + unhandled.length,
    skipped: count('skipped'),
  };
}

/**
 * Ends a run with one plain line that people and scripts can read: `12 passed, 0 failed, 1 skipped`. Where the
 * environment names a COUNTS_FILE, the counts are also written there as JSON, for `.ci/run`.
 */
export const plainCounts: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const counts = countRun(modules, unhandled);
    const file = process.env['COUNTS_FILE'];
    if (file) writeFileSync(file, JSON.stringify(counts));
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
};
