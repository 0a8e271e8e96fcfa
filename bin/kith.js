#!/usr/bin/env node
// Kith runs from its source: tsx reads TypeScript as it is imported (decision 0002). The others first: their files are many,
// and each would pass through the loader.
import 'kysely';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import 'zod';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../src/app/main.ts');
