import type { ServerType } from '@hono/node-server';
import { setTimeout as pause } from 'node:timers/promises';

/** The longest that a request under way is waited for. A second signal ends the process at once. */
const PATIENCE = 30_000;

/**
 * Ends without losing a request: answers on for `drain` seconds, while `/ready` sends new ones elsewhere and every answer
 * closes its connection; then takes no more, and waits for those under way.
 */
export async function finishRequests(server: ServerType, drain: number): Promise<void> {
  if (drain > 0) await pause(drain * 1000);
  const closed = new Promise<void>((done) => void server.close(() => done()));
  const impatient = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, PATIENCE);
  await closed;
  clearTimeout(impatient);
}
