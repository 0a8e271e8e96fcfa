import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLICIES } from '#disclosure';
import type { AbsencePart } from '#lost-learning';
import { amountsOf, inventedTerm, type ChildWeek } from './invented-term.example.ts';
import { protectAmount, protectTerm, type SafeTerm, type ShareFigure } from './protect.ts';

const FEW = POLICIES.public.largestHidden;

const childWeek: fc.Arbitrary<ChildWeek> = fc.record({
  child: fc.oneof(fc.nat({ max: 11 }), fc.nat({ max: 39 })),
  week: fc.nat({ max: 5 }),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('other' as const) },
    { weight: 3, arbitrary: fc.constant('unauthorised' as const) },
    { weight: 1, arbitrary: fc.constantFrom('suspended' as const, 'part-time' as const) },
  ),
  sessions: fc.integer({ min: 1, max: 4 }),
});

/** Everything the page tells of sessions, as the child-weeks it adds up. */
function told(safe: SafeTerm, missed: readonly ChildWeek[]): readonly (readonly ChildWeek[])[] {
  const of = (part: AbsencePart, some = missed): readonly ChildWeek[] => {
    const kinds = new Set(amountsOf(some, part).keys());
    return some.filter((one) => kinds.has(one.child) && amountsOf([one], part).size > 0);
  };
  const rows = (['all', 'unauthorised', 'suspended', 'part-time'] as const)
    .filter((part) => safe.absence[part].percent.kind === 'shown')
    .map((part) => of(part));
  const { stretches } = safe;
  if (!stretches) return rows;
  const half = stretches.shares.length === 2 && stretches.by === 'half' ? 3 : 1;
  const drawn = stretches.shares.flatMap((_, index) => {
    const within = missed.filter(({ week }) => Math.floor(week / half) === index);
    return stretches.partition.map((part) => of(part, within));
  });
  return [...rows, ...drawn];
}

/** Whether what is left when told sums are taken from another is nobody’s, or that of enough children, none of whom make it up. */
function isSafe(whole: readonly ChildWeek[], taken: readonly (readonly ChildWeek[])[]): boolean {
  const gone = new Set(taken.flat());
  const amounts = [
    ...amountsOf(
      whole.filter((one) => !gone.has(one)),
      'all',
    ).values(),
  ].toSorted((a, b) => b - a);
  const all = amounts.reduce((sum, one) => sum + one, 0);
  const [first = 0, second = 0] = amounts;
  const { oneShare, twoShare } = POLICIES.public;
  return all === 0 || (amounts.length > FEW && first <= oneShare * all && first + second < twoShare * all);
}

describe('what may be shown of a term', () => {
  test('no sum, and nothing left when told sums are taken from another, is that of a few children', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(childWeek, { minLength: 60, maxLength: 260, size: 'max' }), async (missed) => {
        const safe = await protectTerm(inventedTerm(40, 6, missed));
        const sums = told(safe, missed);
        shown += sums.length;
        for (const whole of sums) {
          const inside = sums.filter((part) => part !== whole && part.every((one) => whole.includes(one)));
          // Each alone, and all that do not overlap: weeks of a part, parts of the whole.
          const apart: (readonly ChildWeek[])[] = [];
          for (const part of inside) {
            if (!apart.flat().some((one) => part.includes(one))) apart.push(part);
          }
          for (const taken of [[], ...inside.map((one) => [one]), apart, apart.slice(1), apart.slice(0, -1)]) {
            expect(isSafe(whole, taken)).toBe(true);
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(shown).toBeGreaterThan(400);
  });

  test('bands that are shown do not give a hidden one away, and none is shown as 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 60 }), fc.nat({ max: 25 }), fc.nat({ max: 25 }), async (under, middle, most) => {
        const enrolments = under + middle + most;
        const bands = { underTenth: under, tenthToHalf: middle, halfOrMore: most };
        const { persistent, severe } = await protectTerm(inventedTerm(enrolments, 2, [], { bands }));
        const isTold = ({ percent }: ShareFigure): boolean => percent.kind === 'shown';
        const isNothing = ({ numerator }: ShareFigure): boolean => numerator.kind === 'shown' && numerator.value === 0;
        const enough = (count: number): boolean => count === 0 || count > FEW;
        expect(!isTold(severe) || enough(most)).toBe(true);
        expect(!isTold(persistent) || enough(middle + most)).toBe(true);
        expect(!(isTold(severe) && isTold(persistent)) || enough(middle)).toBe(true);
        expect([!isNothing(severe) || most === 0, !isNothing(persistent) || middle + most === 0]).toEqual([true, true]);
      }),
      { numRuns: 200 },
    );
  });

  test('bands of enough pupils are shown as they are', async () => {
    const bands = { underTenth: 60, tenthToHalf: 20, halfOrMore: 15 };
    const { persistent, severe } = await protectTerm(inventedTerm(95, 2, [], { bands }));
    expect([persistent, severe]).toEqual(
      [
        [36.8, 35],
        [15.8, 15],
      ].map(([percent, pupils]) => ({
        percent: { kind: 'shown', value: percent },
        numerator: { kind: 'shown', value: pupils },
        denominator: { kind: 'shown', value: 95 },
      })),
    );
  });

  test('a few suspended children are told with other agreed absence, and none is told as none', async () => {
    const ill: ChildWeek[] = Array.from({ length: 30 }, (_, child) => ({
      child,
      week: child % 4,
      kind: 'other',
      sessions: 2,
    }));
    const away: ChildWeek[] = Array.from({ length: 10 }, (_, child) => ({
      child,
      week: 0,
      kind: 'unauthorised',
      sessions: 1,
    }));
    const sent: ChildWeek[] = [{ child: 3, week: 1, kind: 'suspended', sessions: 4 }];
    const few = await protectTerm(inventedTerm(40, 4, [...ill, ...away, ...sent]));
    expect(few.partition).toEqual(['other-or-suspended', 'part-time', 'unauthorised']);
    expect(few.absence.suspended.percent.kind).toBe('hidden');
    expect(few.absence['part-time'].percent).toEqual({ kind: 'shown', value: 0 });
    expect(few.absence.unauthorised).toMatchObject({ numerator: { value: 10 }, denominator: { value: 1600 } });
    expect((await protectTerm(inventedTerm(40, 4, [...ill, ...away]))).partition).toHaveLength(4);
  });

  test('what weeks tell apart and what rows tell apart do not give away together what neither tells', async () => {
    const weekly = (kind: ChildWeek['kind'], first: number, children: number): ChildWeek[] =>
      [0, 1, 2, 3].flatMap((week) =>
        Array.from({ length: children }, (_, index) => ({ child: first + index, week, kind, sessions: 1 })),
      );
    // Part-time timetables could be told by week, suspensions of the term; with both, three children’s illness is left.
    const sent = weekly('suspended', 0, 6).map((one) => ({ ...one, child: one.child + (one.week % 2) * 6 }));
    const missed = [
      ...weekly('part-time', 12, 9),
      ...weekly('unauthorised', 21, 9),
      ...sent,
      ...weekly('other', 30, 3),
    ];
    const safe = await protectTerm(inventedTerm(40, 4, missed));
    expect(safe.partition).toEqual(['other-or-part-time', 'unauthorised', 'suspended']);
    expect(safe.stretches?.partition).toEqual(['authorised', 'unauthorised']);
  });

  test('an amount that one or two children make up is hidden however many there are', () => {
    expect(protectAmount(200, { children: 12, largest: 150, largest_two: 190 }, 100).kind).toBe('hidden');
    expect(protectAmount(200, { children: 12, largest: 40, largest_two: 70 }, 100)).toEqual({
      kind: 'shown',
      value: 200,
    });
    expect(protectAmount(200, { children: 7, largest: 40, largest_two: 70 }, 100).kind).toBe('hidden');
    expect(protectAmount(200, { children: 12, largest: 40, largest_two: 70 }, 19).kind).toBe('hidden');
  });

  test('a school with fewer than twenty pupils is told nothing of, and drawn nothing of', async () => {
    const ill: ChildWeek[] = Array.from({ length: 19 }, (_, child) => ({ child, week: 0, kind: 'other', sessions: 2 }));
    const safe = await protectTerm(inventedTerm(19, 2, ill));
    expect(safe).toMatchObject({ partition: undefined, stretches: undefined });
    expect(Object.values(safe.absence).map(({ percent }) => percent.kind)).toEqual(Array(4).fill('hidden'));
    expect(safe.persistent.percent.kind).toBe('hidden');
  });
});
