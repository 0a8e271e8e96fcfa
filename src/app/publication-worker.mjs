// A publication is worked out in a process of its own, which reads the program as bin/kith.js does.
import { load } from '../../bin/load.js';

await load(new URL('./work-out-worker.ts', import.meta.url));
