import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const ROUNDS = 5;
const seeds = Array.from({ length: ROUNDS }, () => randomInt(2 ** 31));

const propertyTests = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => join('src', name))
  .filter((path) => readFileSync(path, 'utf8').includes(`from 'fast-check'`));

/**
 * `npm run test:long`: the proofs that take longer than one waits for, `*.long.ts`, and the property tests again, five
 * times, from seeds drawn now. The name of a round is its seed: to repeat it, put it in vitest.config.ts.
 */
export default defineConfig({
  test: {
    ...base.test,
    projects: [
      {
        test: {
          ...base.test,
          name: 'long',
          include: ['src/**/*.long.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 900_000,
        },
      },
      ...seeds.map((propertySeed) => ({
        test: { ...base.test, name: `seed ${propertySeed}`, include: propertyTests, provide: { propertySeed } },
      })),
    ],
  },
});
