import { parentPort, workerData } from 'node:worker_threads';
import { countShare, type Arrival } from './day-share.ts';

/** A thread of day-arrival.ts: counts its share, and hands it over. */
const share = await countShare(parseArrival(workerData));
parentPort?.postMessage(
  share,
  Object.values(share.change).map(({ buffer }) => buffer),
);

// From day-arrival.ts, which has its type.
function parseArrival(data: unknown): Arrival {
  return data as Arrival;
}
