// A thread that counts. Plain JavaScript, which loads TypeScript as bin/kith.js does, whatever started the process.
// These first: their files are many, and each would pass through the loader of TypeScript.
import 'kysely';
import 'zod';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });
const { countHere } = await import('./thread.ts');
await countHere(workerData, parentPort);
