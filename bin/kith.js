#!/usr/bin/env node
// Kith runs from its source: tsx reads TypeScript as it is imported (decision 0002).
import { register } from 'tsx/esm/api';

register({ tsconfig: new URL('../tsconfig.json', import.meta.url).pathname });
await import('../src/app/main.ts');
