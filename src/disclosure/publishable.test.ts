import { expect, test } from 'vitest';
import { contentOf, publishCount, withhold, type Figure, type Publishable } from './index.ts';

const made = publishCount({ count: 40 }, 'public');
const forged: Figure = { kind: 'shown', value: 3 };

/** Stands for whatever writes figures where others read them. */
function write(figure: Publishable<Figure>): Figure {
  return contentOf(figure);
}

// Each of these compiles only where the brand can be copied: the compiler reads this file with all the others.
test('what is spread from a publishable is none, nor is one written by hand', () => {
  // @ts-expect-error: a private field is not spread
  const spread: Publishable<Figure> = { ...made, content: forged };
  // @ts-expect-error: nor written
  const byHand: Publishable<Figure> = { content: forged, note: 'No figure is hidden.' };
  const assigned = Object.assign({}, made, { content: forged });
  for (const one of [spread, byHand, assigned]) expect(() => write(one)).toThrow('disclosure/not-publishable');
});

test('what was made passes, and cannot be changed', () => {
  expect(write(made)).toEqual({ kind: 'shown', value: 40 });
  expect(() => Object.assign(made, { content: forged })).toThrow(TypeError);
  expect(write(withhold('dominated', 'public'))).toMatchObject({ kind: 'hidden', symbol: 'c', reason: 'dominated' });
});
