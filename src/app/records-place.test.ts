import { expect, test } from 'vitest';
import { recordsSentence } from './records-place.ts';

test.each([
  [
    { name: 'postgres', unbound: 'embedded' },
    'Whoever can read this process or its files is past the rules of access.',
  ],
  [{ name: 'postgres', unbound: 'superuser' }, 'WARNING: it is a superuser, so the rules of access do not bind it'],
  [{ name: 'kith', unbound: 'owner' }, 'WARNING: it owns tables of it, or the database, so the rules'],
  [{ name: 'kith', unbound: 'bypass' }, 'WARNING: it may bypass row security, so the rules'],
  [{ name: 'kith_web', unbound: undefined }, 'which the rules of access bind in the database itself.'],
] as const)('whether the rules of access are a boundary is said at the start: %o', (login, words) => {
  const sentence = recordsSentence({ login });
  expect(sentence).toContain(words);
  expect(sentence.includes('bind in the database itself')).toBe(login.unbound === undefined);
});
