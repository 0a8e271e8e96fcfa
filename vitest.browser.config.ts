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

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env['PATH'] ?? '').split(delimiter);
const found = [process.env['CHROMIUM'] ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
const chromium = found.find((path) => path !== '' && existsSync(path));
const missing = 'Chromium was not found. Install it (apt-get install chromium) or set CHROMIUM to its path.';

if (chromium === undefined && process.env['CI'] === 'true') throw new Error(missing);
if (chromium === undefined) console.error(`${missing}\nThe browser tests are skipped.`);

/** `npm run test:browser`: journeys through the running product, `e2e/*.e2e.ts`, one at a time. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['e2e/**/*.e2e.ts'],
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    provide: { chromium: chromium ?? '' },
    // A pattern that no name has: the runner then counts every test as skipped and runs no hook.
    ...(chromium === undefined ? { testNamePattern: /^\b$/ } : {}),
  },
});
