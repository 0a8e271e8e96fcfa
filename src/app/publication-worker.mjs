// A publication is worked out in a process of its own: work-out-worker.ts, read as TypeScript (decision 0002).
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
await import('./work-out-worker.ts');
