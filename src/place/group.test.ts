import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_PUPILS,
  byGroup,
  findGroup,
  groupOf,
  GROUP_DIMENSIONS,
  GROUP_PARTS,
  groupWords,
  partsOf,
} from './group.ts';

/** Parts of different dimensions, in any order. */
const someParts = fc
  .shuffledSubarray([...GROUP_DIMENSIONS], { minLength: 1 })
  .chain((dimensions) =>
    fc.tuple(
      ...dimensions.map((dimension) => fc.constantFrom(...GROUP_PARTS.filter((part) => part.dimension === dimension))),
    ),
  );

describe('a group', () => {
  test('has one text, whatever the order its parts were given in', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const ids = parts.map((part) => part.id);
        const group = groupOf(...ids);
        expect(groupOf(...ids.toReversed())).toBe(group);
        expect(findGroup(group)).toBe(group);
        expect(
          partsOf(group)
            .map((part) => part.id)
            .toSorted(),
        ).toEqual(ids.toSorted());
      }),
    );
  });

  test('is never of two parts that say the same thing, nor of an unknown one', () => {
    expect(findGroup('fsm+not-fsm')).toBeUndefined();
    expect(findGroup('female+male')).toBeUndefined();
    expect(findGroup('fsm+unknown')).toBeUndefined();
    expect(findGroup('')).toBeUndefined();
  });

  test('reads as words', () => {
    expect(groupWords(ALL_PUPILS)).toBe('All pupils');
    expect(groupWords(groupOf('female', 'fsm', 'sen-support'))).toBe(
      'Eligible for free school meals, SEN support, female',
    );
  });

  test('stands after all pupils and after those with fewer parts', () => {
    const groups = [groupOf('fsm', 'male'), groupOf('male'), ALL_PUPILS, groupOf('fsm')];
    expect(groups.toSorted(byGroup)).toEqual(['all', 'fsm', 'male', 'fsm+male']);
  });
});

test('parts have one id each, and words that a row can start with', () => {
  expect(new Set(GROUP_PARTS.map((part) => part.id)).size).toBe(GROUP_PARTS.length);
  for (const part of GROUP_PARTS) expect(part.id).toMatch(/^[a-z0-9-]+$/);
});
