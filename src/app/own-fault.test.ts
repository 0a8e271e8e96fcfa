import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

test.each(['app/publication-worker.mjs', 'lost-learning/folded/fold-worker.mjs'])(
  'nor does a process that works for it say more: %s',
  async (name) => {
    const worker = new URL(`../${name}`, import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', THROWN, worker], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(err).toMatch(/^[^:]*: TypeError 23505\.\n$/);
  },
  60_000,
);

test('a reader of its log that ends does not end Kith', async () => {
  const kith = new URL('../../bin/kith.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [kith, 'no-such-command'], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.destroy();
  // 2 is wrong usage; a fault of its own would be 1.
  expect(await once(child, 'exit')).toEqual([2, null]);
}, 60_000);
