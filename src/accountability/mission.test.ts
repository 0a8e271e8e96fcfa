import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '#kernel';
import { now, statement } from './example.ts';
import { foldMission, termsOf, type MissionEvent, type Terms } from './mission.ts';

const said = (number: number) => ({ number, at: now, by: 'Ada' });
const stated: MissionEvent = { ...said(1), kind: 'stated', statement };

const terms: fc.Arbitrary<Terms> = fc.record({
  target: fc.float({ min: 0, max: 9, noNaN: true }),
  by: fc.constantFrom(...['2027-07-31', '2028-07-31', '2029-03-01'].map(calendarDate)),
  why: fc.string(),
  answerable: fc.string(),
  milestones: fc.constant([]),
});
const later: fc.Arbitrary<readonly MissionEvent[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('amended' as const), terms, because: fc.string() }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('ended' as const),
          ending: fc.constantFrom('reached' as const, 'given-up' as const),
          because: fc.string(),
        }),
      },
    ),
    { maxLength: 8 },
  )
  .map((events) => events.map((event, at) => ({ ...event, ...said(at + 2) })));

describe('a mission is what was said about it', () => {
  test('whatever order its rows come in', () => {
    fc.assert(
      fc.property(
        later.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([stated, ...events], { minLength: events.length + 1 })),
        ),
        ([events, shuffled]) => {
          expect(foldMission('m', shuffled)).toEqual(foldMission('m', [stated, ...events]));
        },
      ),
    );
  });

  test('the last terms before the end stand, every earlier ones are kept, and the baseline never moves', () => {
    fc.assert(
      fc.property(later, (events) => {
        const mission = foldMission('m', [stated, ...events]);
        const end = events.findIndex((event) => event.kind === 'ended');
        const counted = events.slice(0, end < 0 ? events.length : end).filter((event) => event.kind === 'amended');
        expect(mission?.amendments.map((one) => one.after)).toEqual(counted.map((event) => event.terms));
        expect(mission && termsOf(mission.statement)).toEqual(counted.at(-1)?.terms ?? termsOf(statement));
        expect(mission?.statement.baseline).toEqual(statement.baseline);
        expect(mission?.ended?.number).toBe(end < 0 ? undefined : end + 2);
        expect(mission?.next).toBe(events.length + 2);
        // Each amendment begins where the one before left off.
        for (const [at, one] of (mission?.amendments ?? []).entries()) {
          expect(one.before).toEqual(mission?.amendments[at - 1]?.after ?? termsOf(statement));
        }
      }),
    );
  });

  test('nothing said, or nothing stated, is no mission', () => {
    expect(foldMission('m', [])).toBeUndefined();
    expect(foldMission('m', [{ ...said(2), kind: 'ended', ending: 'given-up', because: '' }])).toBeUndefined();
  });
});
