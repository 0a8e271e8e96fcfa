import { defineConfig } from 'vitest/config';
import { findPostgres } from './scripts/postgres/find-postgres.ts';
import base from './vitest.config.ts';

const NO_SERVER =
  'PostgreSQL was not found. Install it (apt-get install postgresql) or set TEST_DATABASE_URL to a superuser’s login on a server to spare.';
const found = (process.env['TEST_DATABASE_URL'] ?? '') !== '' || findPostgres() !== undefined;
// Never thrown here: other tools read this file too. In CI the tests run, and fail for want of a server.
const skips = !found && process.env['CI'] !== 'true';
if (skips) console.error(`${NO_SERVER}\nThe tests on a real server are skipped.`);

/**
 * `npm run test:server`: the tests of the records and of access again, on a real PostgreSQL and with a login that the
 * policies bind, and those that only a server can answer (`*.server.ts`).
 */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [
      'src/**/*.server.ts',
      'src/store/records/records.test.ts',
      'src/access/*.test.ts',
      'src/access/seals/*.test.ts',
      'src/accountability/records.test.ts',
    ],
    // The embedded store, opened again after a kill: there is no server in it.
    exclude: ['src/access/killed-after-answer.test.ts'],
    // Without a server nothing is set up, and a pattern that no name has counts every test as skipped.
    ...(skips ? { testNamePattern: /^\b$/ } : { globalSetup: ['src/testing/records/server.ts'] }),
  },
});
