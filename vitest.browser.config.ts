import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser, for `inject('chromium')`. */
    readonly chromium: string;
  }
}

const NO_CHROMIUM = 'Chromium was not found. Install it (apt-get install chromium) or set CHROMIUM to its path.';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env['PATH'] ?? '').split(delimiter);
const found = [process.env['CHROMIUM'] ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
const chromium = found.find((path) => path !== '' && existsSync(path));
// Never thrown here: other tools read this file too. In CI the tests run, and fail for want of a browser (e2e/browser.ts).
const skips = chromium === undefined && process.env['CI'] !== 'true';
if (skips) console.error(`${NO_CHROMIUM}\nThe browser tests are skipped.`);

/** `npm run test:browser`: journeys through the running product, `e2e/*.e2e.ts`, two files at a time. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    provide: { ...base.test?.provide, chromium: chromium ?? '' },
    // A pattern that no name has: the runner then counts every test as skipped and runs no hook.
    ...(skips ? { testNamePattern: /^\b$/ } : { globalSetup: ['e2e/northmoor.ts'] }),
  },
});
