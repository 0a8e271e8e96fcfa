// A publication is worked out in a process of its own: work-out-worker.ts, read as TypeScript (decision 0002).
import { register } from 'tsx/esm/api';

register({ tsconfig: new URL('../../tsconfig.json', import.meta.url).pathname });
await import('./work-out-worker.ts');
