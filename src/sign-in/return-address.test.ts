import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnWithin } from './return-address.ts';

test.each([
  ['/lists?new=yes', '/lists?new=yes'],
  ['/children/A123456789012', '/children/A123456789012'],
  ['/children?find=a%2Fb', '/children?find=a%2Fb'],
])('%s is gone on to', (asked, to) => {
  expect(returnWithin(asked)).toBe(to);
});

test.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/sign-out',
  '/sign-in/people',
  `/${'a'.repeat(3000)}`,
])('%o is not: the first page instead', (asked) => {
  expect(returnWithin(asked)).toBe('/');
});

test('whatever is asked, it stays within this site', () => {
  const signs = fc.constantFrom(
    '/',
    '\\',
    '.',
    '@',
    ':',
    '?',
    '#',
    '%',
    '\t',
    '\n',
    ' ',
    'a',
    'evil.example',
    'https',
    '%2f',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 8 }), (parts) => {
      const to = returnWithin(`/${parts.join('')}`);
      expect(new URL(to, 'https://kith.example').origin).toBe('https://kith.example');
      expect(to.startsWith('//') || to.startsWith('/\\')).toBe(false);
    }),
  );
});
