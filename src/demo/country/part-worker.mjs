// Started by make-parts.ts, whatever started that: it registers the loader that the program runs by (bin/kith.js).
// The others first: their files are many, and each would pass through the loader.
import 'kysely';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import 'zod';

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });
const { workOnPart } = await import('./work-on-part.ts');
await workOnPart();
