// Started by fold-parts.ts, whatever started that: it registers the loader that the program runs by (bin/kith.js).
// The others first: their files are many, and each would pass through the loader.
import 'kysely';
import { register } from 'tsx/esm/api';
import 'zod';

register({ tsconfig: new URL('../../../tsconfig.json', import.meta.url).pathname });
const { workAtBench } = await import('./work-at-bench.ts');
await workAtBench();
