// Started by make-parts.ts, whatever started that: it reads the program as bin/kith.js does.
import { load } from '../../../bin/load.js';

const { workOnPart } = await load(new URL('./work-on-part.ts', import.meta.url));
await workOnPart();
