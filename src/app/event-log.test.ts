import { expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { eventLog } from './event-log.ts';

test('that a record was restricted, or is no more, is a line on standard error that names nobody', () => {
  const told: string[] = [];
  const terminal = { clock: systemClock, err: (text: string) => void told.push(text) };
  const [asJson, inWords] = [eventLog({ KITH_LOG: 'json' }, terminal), eventLog({}, terminal)];
  asJson('restriction-set');
  asJson('restriction-lifted');
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^\{"at":"[^"]+","event":"restriction-set"\}\n$/);
  expect(told[1]).toMatch(/^\{"at":"[^"]+","event":"restriction-lifted"\}\n$/);
  inWords('restriction-set');
  inWords('restriction-lifted');
  expect(told[2]).toBe('The use of a record was restricted. A second person who answers requests looks at it.\n');
  expect(told[3]).toBe('A restriction of the use of a record was lifted.\n');
});
