// Started by fold-parts.ts, whatever started that: it reads the program as bin/kith.js does.
import { load } from '../../../bin/load.js';

const { workAtBench } = await load(new URL('./work-at-bench.ts', import.meta.url));
await workAtBench();
