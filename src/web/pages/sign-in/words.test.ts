import { expect, test } from 'vitest';
import { findText, languages, speak } from '#language';
import { OUTCOMES } from '#sign-in';

const WORKED = ['signed-in', 'tied', 'signed-out', 'signed-out-by-provider', 'invited', 'ways-ended'];

test('what may come of a sign-in is said in the catalogue as in its table', () => {
  const said = Object.keys(OUTCOMES).map((outcome) => [outcome, findText(`sign-in.outcome.${outcome}`)]);
  expect(Object.fromEntries(said)).toEqual(OUTCOMES);
});

test.each(languages)('in %s every refusal says what to do', (language) => {
  const refusals = Object.keys(OUTCOMES).filter((outcome) => !WORKED.includes(outcome));
  const unsaid = speak(language, () =>
    refusals.filter((outcome) => findText(`sign-in.outcome.${outcome}`) === undefined),
  );
  expect(unsaid).toEqual([]);
  expect(refusals.length).toBe(Object.keys(OUTCOMES).length - WORKED.length);
});
