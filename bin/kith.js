#!/usr/bin/env node
import { load } from './load.js';

await load(new URL('../src/app/main.ts', import.meta.url));
