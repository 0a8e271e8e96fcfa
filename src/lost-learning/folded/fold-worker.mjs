// Started by fold-parts.ts, whatever started that: it registers the loader that the program runs by (bin/kith.js).
import { register } from 'tsx/esm/api';

register({ tsconfig: new URL('../../../tsconfig.json', import.meta.url).pathname });
const { workAtBench } = await import('./work-at-bench.ts');
await workAtBench();
