import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** `npm run test:long`: the proofs that take longer than one waits for, `*.long.ts`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['src/**/*.long.ts'], testTimeout: 900_000, hookTimeout: 900_000 },
});
