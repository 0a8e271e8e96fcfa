import { configureGlobal } from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** What every property test of a run draws from. */
    readonly propertySeed: number;
  }
}

// A landing must not fail by chance: `npm test` names one seed, `npm run test:long` draws new ones (vitest.long.config.ts).
configureGlobal({ seed: inject('propertySeed') });
