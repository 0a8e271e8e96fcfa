import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { finishRequests } from './finish-requests.ts';

test('a request under way is waited for, and no other is taken meanwhile', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  let begun = (): void => undefined;
  const underWay = new Promise<void>((resolve) => (begun = resolve));
  const fetchSlowly = async (): Promise<Response> => {
    begun();
    await held;
    // As every answer of Kith while it stops.
    return new Response('late, and whole', { headers: { connection: 'close' } });
  };
  const server = serve({ fetch: fetchSlowly, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const asked = fetch(`http://127.0.0.1:${port}/`);
  await underWay;

  const happened: string[] = [];
  const finishing = finishRequests(server, 0).then(() => happened.push('finished'));
  while (await isTaken(port));
  happened.push('answering');
  answer();
  expect(await (await asked).text()).toBe('late, and whole');
  await finishing;
  expect(happened).toEqual(['answering', 'finished']);
});

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
