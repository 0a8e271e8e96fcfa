import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicationNow } from '#access';
import { systemClock } from '#kernel';
import { beginTransaction } from '#store';
import { openAccess, openSignedInWeb, type SignedInWeb } from '#testing';
import { createWeb } from '#web';

const READY = 'http://127.0.0.1:8642/ready';

let world: SignedInWeb;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
}, 300_000);
afterAll(() => world.close());

describe('records that do not answer', () => {
  test('make it not ready while they are held, however often a machine asks, and ready again afterwards', async () => {
    const { records } = world;
    let asked = 0;
    const askRecords = () => {
      asked += 1;
      return publicationNow(records, systemClock);
    };
    const app = createWeb(world.web(undefined, { operation: { isStopping: () => false, askRecords } }));
    const ready = async () => (await app.request(READY)).status;
    expect(await ready()).toBe(200);
    // The embedded store has one session: whoever holds it keeps all others waiting.
    let free = (): void => undefined;
    const holding = beginTransaction(records, () => new Promise<void>((resolve) => (free = resolve)));
    while ((await ready()) === 200) await pause(50);
    expect(await Promise.all([ready(), ready(), ready()])).toEqual([503, 503, 503]);
    // No question is put behind the one that waits.
    expect(asked).toBe(2);
    free();
    await holding;
    while ((await ready()) !== 200) await pause(50);
  }, 60_000);

  test('nor when they are gone', async () => {
    const { records, close } = await openAccess(systemClock);
    await close();
    const app = createWeb(
      world.web(undefined, {
        operation: { isStopping: () => false, askRecords: () => publicationNow(records, systemClock) },
      }),
    );
    expect((await app.request(READY)).status).toBe(503);
  }, 60_000);
});
