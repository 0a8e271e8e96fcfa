import { expect, test } from 'vitest';
import { runKith, workFolder } from '#testing';

/** Throws what nobody catches, as soon as Kith listens for it. */
const THROWN = `data:text/javascript,${encodeURIComponent(`
  const look = () => {
    if (process.listenerCount('uncaughtException') === 0) return setImmediate(look);
    throw Object.assign(new TypeError('Key (name)=(Alma Green) is twice'), { code: '23505' });
  };
  setImmediate(look);
`)}`;

test('what nobody catches ends Kith without its message', async () => {
  const env = { ...process.env, NODE_OPTIONS: `--import=${THROWN}` };
  const { status, out, err } = await runKith(['serve', await workFolder()], undefined, env);
  expect([status, err]).toEqual([
    1,
    expect.stringMatching(/^Kith stopped because of a fault of its own.*: TypeError 23505\n$/),
  ]);
  expect(out + err).not.toContain('Alma');
}, 60_000);
