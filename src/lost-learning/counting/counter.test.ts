import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceCodes } from '#register';
import { foldChild, type ChildToFold, type Gap, type Stay, type Stretch } from '../folded/fold-child.ts';
import { DAYS, openYear, weeksOfPlaces, type OpenYear } from '../folded/open-year.ts';
import { newDraft, takeBytes, yearsOf } from '../folded/years.ts';
import { clearChildRows, columnOfRule, emptyChildRows, type ChildRows } from './child-rows.ts';
import { openCounter } from './counter.ts';
import type { Ground } from './ground.ts';
import { RULES } from './letters.ts';
import { countOneByOne, type ChildFigures, type OneByOne } from './one-by-one.example.ts';
import { totalsOf } from './totals.ts';

/** Days of the year on which something is: some weeks, so that much of it falls on one day. */
const SPAN = 20;
/** 1 September was a Wednesday. */
const WEEKDAY = 3;
const sessions = Array.from({ length: SPAN * 2 }, (_, pos) => pos);
const SCHOOLS = 5;
const LIKENESSES = 2;

const calendar: fc.Arbitrary<OpenYear> = fc
  .array(fc.constantFrom(3, 3, 3, 3, 3, 1, 2, 0), { minLength: SPAN, maxLength: SPAN })
  .map((open) =>
    openYear(
      Uint8Array.from({ length: DAYS }, (_, day) => open[day] ?? 0),
      WEEKDAY,
    ),
  );

/** Schools whose numbers are not in the order of their URNs, in groups that overlap. */
const grounds: fc.Arbitrary<Ground> = fc
  .record({
    open: fc.array(calendar, { minLength: SCHOOLS, maxLength: SCHOOLS }),
    usualDays: calendar,
    asOfDay: fc.oneof(fc.constant(SPAN), fc.integer({ min: -1, max: SPAN })),
  })
  .map((drawn) => ({
    ...drawn,
    urns: Int32Array.of(900003, 900001, 900005, 900002, 900004),
    phaseOf: Int32Array.of(0, 1, 0, 1, 0),
    trustOf: Int32Array.of(0, 0, 1, 1, 2),
    authorityOf: Int32Array.of(0, 0, 1, 1, 1),
    regionOf: Int32Array.of(0, 0, 0, 0, 1),
    weekOf: weeksOfPlaces(WEEKDAY),
  }));

/** Every letter, and more often those that hang on others: lateness, and a mark that waits for another school’s. */
const letters = [...'/./. LLLLLLLLDDDD', ...attendanceCodes.map(({ letter }) => letter)];
/** Runs of letters, at the beginning of the year or after usual days. */
const marks = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...letters), fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })))),
    fc.nat(SPAN),
  )
  .map(([runs, usual]) => '/.'.repeat(usual) + runs.map(([letter, length]) => letter.repeat(length)).join(''));

/** Stretches one after another, of which the school has the child on roll in most. */
const stretches: fc.Arbitrary<readonly Stretch[]> = fc
  .uniqueArray(fc.nat(SPAN), { minLength: 2, maxLength: 5 })
  .map((days) => days.toSorted((one, other) => one - other))
  .chain((days) =>
    fc.tuple(
      ...days
        .slice(1)
        .map((end, at) =>
          fc
            .record({ own: fc.constantFrom(true, true, true, false), main: fc.boolean(), counts: fc.boolean() })
            .map(({ own, main, counts }) => ({ from: days[at] ?? 0, to: end - 1, own, main, enrolled: own && counts })),
        ),
    ),
  )
  .chain((all) => fc.subarray(all, { minLength: 1 }));

const stays: fc.Arbitrary<readonly Stay[]> = fc.uniqueArray(
  fc.record({
    school: fc.nat(SCHOOLS - 1),
    stretches,
    countsTo: fc.option(fc.oneof(fc.constant(DAYS), fc.nat(SPAN)), { nil: undefined }),
    marks,
    late: fc
      .array(fc.nat(240), { maxLength: 8 })
      .map((late) => new Map(sessions.map((pos) => [pos, late[pos % 8] ?? 0]))),
  }),
  { selector: ({ school }) => school, maxLength: 3 },
);

const gaps: fc.Arbitrary<readonly Gap[]> = fc.array(
  fc
    .record({ school: fc.nat(SCHOOLS - 1), usualDays: fc.boolean(), from: fc.nat(SPAN), days: fc.nat(9) })
    .map(({ days, ...gap }) => ({ ...gap, to: gap.from + days })),
  { maxLength: 4 },
);

/** Removals at schools that the child is at: `nth` says at which of them. */
const removals = fc.array(
  fc.record({
    nth: fc.nat(2),
    pos: fc.nat(SPAN * 2),
    lateToLesson: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 200 }),
  }),
  { maxLength: 20, size: '+1' },
);

const children: fc.Arbitrary<readonly ChildToFold[]> = fc.array(
  fc.record({ likeness: fc.nat(LIKENESSES - 1), stays, gaps, removals }).map((child) => ({
    ...child,
    gaps: gapsBetween(child.stays, child.gaps),
    removals: child.removals
      .map(({ nth, ...removal }) => ({ ...removal, school: child.stays[nth % child.stays.length]?.school ?? 0 }))
      .toSorted((one, other) => one.pos - other.pos || one.school - other.school),
  })),
  { minLength: 1, maxLength: 3 },
);

/** Those in which no school has the child on roll. */
function gapsBetween(all: readonly Stay[], drawn: readonly Gap[]): readonly Gap[] {
  const taken: Pick<Gap, 'from' | 'to'>[] = all.flatMap(({ stretches }) => stretches.filter(({ own }) => own));
  return drawn.filter((gap) => {
    if (taken.some(({ from, to }) => from <= gap.to && to >= gap.from)) return false;
    taken.push(gap);
    return true;
  });
}

test('children of several schools, guests and with time off roll are counted as session by session', () => {
  fc.assert(
    fc.property(children, grounds, (some, ground) => {
      expect(countWords(some, ground)).toEqual(countOneByOne(some, ground));
    }),
    { numRuns: 400 },
  );
});

/** Written into again and again, as where a part is folded: nothing of what was written before may be seen. */
const draft = newDraft();

/** Writes children in words and counts these. */
function countWords(some: readonly ChildToFold[], ground: Ground): OneByOne {
  const marked = new Uint8Array(DAYS);
  for (const child of some) foldChild(draft, child, ground.open, marked);
  const sizes = { schools: SCHOOLS, likenesses: LIKENESSES, phases: 2, trusts: 3, authorities: 2, regions: 2 };
  const counter = openCounter(ground, sizes);
  const rows = emptyChildRows(some.length, 20);
  clearChildRows(rows);
  counter.count(yearsOf(takeBytes(draft)), rows);
  const tally = counter.settle();
  const { weeksBeyond: _, ...sums } = { ...tally, ...totalsOf(tally) };
  return {
    figures: some.map((_child, at) => figuresAt(rows, at)),
    markedDays: [...marked].flatMap((one, day) => (one === 1 ? [day] : [])),
    sums: new Map(
      Object.entries(sums).flatMap(([name, all]) =>
        [...all].flatMap((sum, at) => (sum === 0 ? [] : [[`${name} ${at}`, sum] as const])),
      ),
    ),
  };
}

function figuresAt(rows: ChildRows, child: number): ChildFigures {
  const further = [...rows.furtherChild.subarray(0, rows.furtherCount)];
  const at = (from: ChildRows['first'], place: number): readonly string[] =>
    from.possible[place] === 0
      ? []
      : [[from.urn[place], from.possible[place], from.authorised[place], from.unauthorised[place]].join(' ')];
  return {
    rules: Array.from({ length: RULES }, (_, rule) => columnOfRule(rows, rule)[child] ?? 0),
    minutes: rows.minutes[child] ?? 0,
    enrolments: [
      ...at(rows.first, child),
      ...further.flatMap((one, place) => (one === child ? at(rows.further, place) : [])),
    ],
  };
}
