#!/usr/bin/env node
// Kith runs from its source: tsx reads TypeScript as it is imported (decision 0002). The others first: their files are many,
// and each would pass through the loader.
import 'kysely';
import { register } from 'tsx/esm/api';
import 'zod';

register({ tsconfig: new URL('../tsconfig.json', import.meta.url).pathname });
await import('../src/app/main.ts');
