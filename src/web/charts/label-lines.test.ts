import { expect, test } from 'vitest';
import { labelLines } from './label-lines.ts';

test('a label is broken between words, and ends in … where there is no more room', () => {
  expect(labelLines('one two three four', 9, 2)).toEqual(['one two', 'three…']);
  expect(labelLines('one two three', 9, 3)).toEqual(['one two', 'three']);
  expect(labelLines('', 9)).toEqual(['']);
});

test('words with a direction of their own keep it where they go on in another line', () => {
  const [open, close] = ['\u2068', '\u2069'];
  expect(labelLines(`a ${open}b c${close} d`, 5, 3)).toEqual([`a ${open}b${close}`, `${open}c${close} d`]);
  expect(
    labelLines(`${open}a\u2067b c${close}${close} d`, 4, 4).map((line) => line.match(/[\u2066-\u2069]/g)?.length),
  ).toEqual([4, 4, undefined]);
});
