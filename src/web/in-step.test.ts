import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { fixedClock, instantOf } from '#kernel';
import { answerInStep, restOfStep } from './in-step.ts';

test('what is not there, or is searched for, is answered at the same step, however long it took to find out', async () => {
  let now = 0;
  const sentAt: number[] = [];
  const app = new Hono();
  const clock = { ...fixedClock(instantOf(0)), milliseconds: () => now };
  app.use(answerInStep({ clock, wait: async (milliseconds) => void (now += milliseconds) }));
  app.get('/there/:took', (context) => {
    now += Number(context.req.param('took'));
    return context.text('there');
  });
  app.get('/absent/:took', (context) => {
    now += Number(context.req.param('took'));
    return context.notFound();
  });
  app.get('/children', (context) => {
    now += 30;
    return context.text('nobody');
  });
  for (const path of [
    '/absent/4',
    '/absent/60',
    '/absent/99',
    '/absent/130',
    '/there/4',
    '/nowhere',
    '/children?find=Ann',
    '/children?find=',
  ]) {
    now = 5_000_007;
    await app.request(path);
    sentAt.push(now - 5_000_007);
  }
  expect(sentAt).toEqual([100, 100, 100, 200, 4, 100, 100, 30]);
});

test('a clock that is set back makes nobody wait longer than a step', () => {
  expect(restOfStep(-3_600_000)).toBe(100);
});
