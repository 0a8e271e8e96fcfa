import { describe, expect, test } from 'vitest';
import { accountMeasures, findAccountMeasure } from '#lost-learning';
import { findMeasure, listMeasures } from '#place';
import { SHOWN_WITH } from './counter-measure.ts';
import { judgeGoalMeasure, listGoalMeasures, NOT_A_GOAL } from './goal-measure.ts';

const reason = (source: 'account' | 'published', id: string): string => {
  const answer = judgeGoalMeasure(source, id);
  return answer.kind === 'may-not' ? answer.reason : '';
};

describe('the national floor', () => {
  test('every measure that may be a goal has figures that are shown with it, each with its reason', () => {
    expect(listGoalMeasures().map(({ id }) => id)).toEqual(Object.keys(SHOWN_WITH));
    for (const [id, rows] of Object.entries(SHOWN_WITH)) {
      expect(rows.length).toBeGreaterThanOrEqual(4);
      // Leaving the roll empties every figure.
      expect(rows.map(({ measure }) => measure)).toContain('off_roll');
      expect(rows.map(({ measure }) => measure)).not.toContain(id);
      for (const { kind, measure, because } of rows) {
        expect(kind === 'state' ? findAccountMeasure(measure)?.states?.length : findMeasure(measure) && 1).toBe(1);
        expect(because).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('the goals and what may not be one have nothing in common, and all are measures', () => {
    for (const id of Object.keys(NOT_A_GOAL)) {
      expect(findMeasure(id)?.id).toBe(id);
      expect(id in SHOWN_WITH).toBe(false);
      expect(reason('published', id)).toContain(NOT_A_GOAL[id]);
    }
  });

  test.each([
    ['published', 'authorised-absence', 'neither more nor less of it is better'],
    ['published', 'no-such-measure', 'Choose a measure from the list.'],
    ['account', 'off_roll', 'it is a count, and moves with the number of children'],
    ['account', 'absence_rate', 'nothing like it is published'],
    ['account', 'unauthorised_percent', 'It falls when the same absence is recorded as authorised.'],
    ['account', 'nothing', 'Choose a measure from the list.'],
  ] as const)('%s %s may not be one', (source, id, words) => {
    expect(reason(source, id)).toContain(words);
  });

  test('an account measure may be one where the published one it may stand beside may', () => {
    const may = accountMeasures.filter(({ id }) => judgeGoalMeasure('account', id).kind === 'may').map(({ id }) => id);
    expect(may).toEqual([
      'overall_percent',
      'persistent_percent',
      'severe_percent',
      'suspension_rate',
      'permanent_exclusion_rate',
    ]);
  });

  test('a measure that nobody has thought about may not be one', () => {
    const open = listMeasures().filter(({ id }) => judgeGoalMeasure('published', id).kind === 'may');
    expect(open.map(({ id }) => id).toSorted()).toEqual(Object.keys(SHOWN_WITH).toSorted());
  });
});
