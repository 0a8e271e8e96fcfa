// A thread that counts. Plain JavaScript, which reads the program as bin/kith.js does, whatever started the process.
import { parentPort, workerData } from 'node:worker_threads';
import { load } from '../../../bin/load.js';

const { countHere } = await load(new URL('./thread.ts', import.meta.url));
await countHere(workerData, parentPort);
