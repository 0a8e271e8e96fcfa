import { describe, expect, test } from 'vitest';
import { contributorReason } from './contributors.ts';
import { publishCount } from './count.ts';
import { POLICIES, POLICY_IDS, type PolicyId } from './policy.ts';
import { publishRate } from './rate.ts';
import { roundTo } from './rounding.ts';

const printed = (policy: PolicyId) => (count: number) => {
  const { content } = publishCount({ count }, policy);
  return content.kind === 'shown' ? content.value : content.symbol;
};

describe('counts', () => {
  test.each([
    ['public', [0, 'c', 'c', 'c', 'c', 10, 10]],
    ['operational', [0, 'c', 'c', 5, 7, 8, 12]],
  ] as const)('under the %s policy', (policy, expected) => {
    expect([0, 1, 4, 5, 7, 8, 12].map(printed(policy))).toEqual(expected);
  });

  test.each(POLICY_IDS)('never 0 for a hidden count: %s', (policy) => {
    for (let count = 1; count <= 40; count += 1) {
      const mark = printed(policy)(count);
      expect(mark).not.toBe(0);
      expect(mark === 'c').toBe(count <= POLICIES[policy].largestHidden);
    }
  });

  test('what one school makes up, or two nearly, is hidden', () => {
    expect(contributorReason([30], POLICIES.public)).toBe('single-contributor');
    expect(contributorReason([30, 0], POLICIES.public)).toBe('single-contributor');
    expect(contributorReason([90, 5, 5], POLICIES.public)).toBe('dominated');
    expect(contributorReason([50, 45, 5], POLICIES.public)).toBe('dominated');
    expect(contributorReason([40, 30, 30], POLICIES.public)).toBeUndefined();
    expect(publishCount({ count: 30, contributions: [30] }, 'public').content.kind).toBe('hidden');
  });

  test('half is rounded away from zero', () => {
    expect([12, 12.5, 13, -12.5].map((value) => roundTo(value, 5))).toEqual([10, 15, 15, -15]);
  });
});

describe('rates', () => {
  test('are worked out before rounding, with what stands above and below', () => {
    const { content } = publishRate({ numerator: 33, denominator: 121 }, 'public');
    expect(content).toMatchObject({
      numerator: { value: 35 },
      denominator: { value: 120 },
      percent: { value: 27.3 },
    });
  });

  test.each([
    ['a small numerator', 3, 100, 'primary'],
    ['a small complement', 97, 100, 'primary'],
    ['a small group', 9, 19, 'small-group'],
    ['everyone in a small group', 8, 8, 'all-alike'],
    ['nobody in a small group', 0, 9, 'all-alike'],
  ])('hidden for %s', (_, numerator, denominator, reason) => {
    const { content, note } = publishRate({ numerator, denominator }, 'public');
    expect(content.percent).toMatchObject({ kind: 'hidden', symbol: 'c', reason });
    expect(content.numerator.kind).toBe('hidden');
    expect(note).toContain('hidden because');
  });

  test('all or nothing of a large group is shown', () => {
    expect(publishRate({ numerator: 0, denominator: 200 }, 'public').content.percent).toEqual({
      kind: 'shown',
      value: 0,
    });
  });
});
