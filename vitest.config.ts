import { defineConfig } from 'vitest/config';
import { plainCounts } from './scripts/reporter/plain-counts.ts';

/** `npm test`: everything that needs no browser and ends in minutes. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', '{scripts,bench}/**/*.test.ts'],
    // Property tests draw the same at each run; `npm run test:long` gives them seeds that nobody has seen.
    setupFiles: ['src/testing/property-seed.ts'],
    provide: { propertySeed: 20_240_819 },
    reporters: ['default', plainCounts],
    // Databases in process want a process of their own and some memory: two at a time suits the smallest machine.
    pool: 'forks',
    maxWorkers: 2,
    // One reading of the modules for all files of a process: each file closes what it opens and leaves nothing behind in
    // a module or the environment. It halves the time of the files that are small.
    isolate: false,
    // No test is timed; these only end one that hangs. A first PGlite takes several seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
