import { describe, expect, test } from 'vitest';
import { broken, Refusal } from './failure.ts';
import { ownFaultOf, ownFaultWords, tellable } from './own-fault.ts';

const PLANTED = 'Alma Green';
const ROOT = new URL('../../', import.meta.url).pathname;

class DatabaseError extends Error {
  readonly code = '23505';
}

describe('what a log may hold of an error', () => {
  test('is its class, its code and where in Kith’s own source it came through', () => {
    const words = ownFaultWords(new DatabaseError(`Key (name)=(${PLANTED}) already exists.`));
    expect(words).toMatch(/^DatabaseError 23505 at src\/kernel\/own-fault\.test\.ts:\d+/);
    expect(words).not.toContain(PLANTED);
  });

  test('and of what caused it, as far as three deep', () => {
    let error: Error = new Error(PLANTED);
    for (let depth = 0; depth < 9; depth += 1) error = new TypeError(PLANTED, { cause: error });
    expect(ownFaultWords(error).match(/TypeError/g)).toHaveLength(3);
    expect(JSON.stringify(ownFaultOf(error))).not.toContain(PLANTED);
  });

  test.each([
    [
      'lines that look like places',
      `x\n    at ${PLANTED} (${ROOT}src/alma-green.ts:1:1)\n    at ${ROOT}src/alma-green.ts:2:2`,
    ],
    ['a message within the message', `Error\nError: x\n    at f (${ROOT}src/alma-green.ts:1:1)`],
  ])('never the message, be it %s', (_, message) => {
    const words = ownFaultWords(new Error(message));
    expect(words).toMatch(/^Error at src\/kernel\/own-fault\.test\.ts:\d+/);
    expect(words).not.toMatch(/alma/i);
  });

  test('and no place where the message was changed since', () => {
    const error = new Error(`x\n    at f (${ROOT}src/alma-green.ts:1:1)`);
    expect(error.stack).toContain('alma-green');
    error.message = 'y, which stands nowhere in it';
    expect(ownFaultOf(error).at).toEqual([]);
  });

  test.each([PLANTED, 'alma green/x', 'H801200001001', '', 'Alma', 'E801400120900', 'SMITH', 7, undefined])(
    '%s is no code',
    (code) => {
      expect(ownFaultOf(Object.assign(new Error('x'), { code })).code).toBeUndefined();
    },
  );

  test.each(['ENOSPC', 'ERR_STREAM_DESTROYED', '57P01', 'app/not-shown'])('%s is one', (code) => {
    expect(ownFaultOf(Object.assign(new Error('x'), { code })).code).toBe(code);
  });

  test('a name that was put on it is not its class, and what is no error has no words', () => {
    expect(ownFaultOf(Object.assign(new Error('x'), { name: PLANTED })).name).toBe('Error');
    expect(ownFaultWords(PLANTED)).toBe('string');
  });
});

test('a broken promise has its code, and a refusal is a sentence for whoever reads it', () => {
  expect(ownFaultWords(broken('app/not-shown', PLANTED))).toMatch(/^Error app\/not-shown at /);
  expect(tellable(new Refusal('serve/port', 'Choose another port.'))).toBe('Choose another port.');
  expect(tellable(new Error(PLANTED))).not.toContain(PLANTED);
});
