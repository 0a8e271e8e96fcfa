import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findSymbol, missing, SYMBOLS } from './symbol.ts';

test.each(['c', 'z', 'x', 'u', 'low', ':'])('%s is a reason in words', (symbol) => {
  expect(missing(symbol)).toMatchObject({ kind: 'missing', symbol });
  expect(missing(symbol).reason).toMatch(/^[A-Z].*\.$/);
});

test('brackets, case and spaces do not hide a symbol; a number is none', () => {
  expect(findSymbol('[c]')?.symbol).toBe('c');
  expect(findSymbol(' Low ')?.symbol).toBe('low');
  expect(findSymbol('0')).toBeUndefined();
});

test('an unknown mark keeps what it was', () => {
  expect(missing('?').reason).toBe('DfE’s file has “?” where a number should be.');
});

test('the guide lists every symbol with its reason', () => {
  const guide = readFileSync(new URL('../../docs/guides/real-picture.md', import.meta.url), 'utf8').replaceAll(
    / +/g,
    ' ',
  );
  for (const { symbol, reason } of SYMBOLS)
    expect(guide).toContain(`| ${symbol === '' ? 'empty' : `\`${symbol}\``} | ${reason} |`);
});
