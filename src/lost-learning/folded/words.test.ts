import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceCodes } from '#register';
import { clearChildRows, columnOfRule, emptyChildRows } from '../counting/child-rows.ts';
import { openCounter } from '../counting/counter.ts';
import type { Ground } from '../counting/ground.ts';
import { MOST_LOST, OWN_RULE_OF, RULE, RULES } from '../counting/letters.ts';
import { foldChild } from './fold-child.ts';
import { MOST_IN_A_RUN, MOST_MINUTES, MOST_RUNS } from './layout.ts';
import { DAYS, openYear, weeksOfPlaces } from './open-year.ts';
import { newDraft, takeBytes, yearsOf } from './years.ts';

/** A school that is open all year: no run is too long for it, and no letter comes too often. */
const open = openYear(new Uint8Array(DAYS).fill(3), 7);
const SESSIONS = DAYS * 2;
const letters = [' ', 'L', 'L', ...attendanceCodes.map(({ letter }) => letter)];

/** A year as runs of letters, from a session to some hundred. */
const marks = fc
  .array(
    fc.tuple(fc.constantFrom(...letters), fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 200 }))),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((runs) =>
    runs
      .map(([letter, length]) => letter.repeat(length))
      .join('')
      .slice(0, SESSIONS),
  );

/** Where lateness is told of, in minutes beyond a byte too. */
const late = fc.array(fc.tuple(fc.nat(SESSIONS - 1), fc.nat(400)), { maxLength: 300 });

test('a year written in words is counted as it was, up to any day', () => {
  fc.assert(
    fc.property(marks, late, fc.nat(DAYS - 1), fc.nat(DAYS - 1), (text, minutes, asOfDay, countsTo) => {
      expect(countWords(text, new Map(minutes), asOfDay, countsTo)).toEqual(
        countLetters(text, new Map(minutes), asOfDay, countsTo),
      );
    }),
  );
});

test('a letter that comes more often than one half word can say, and a run that is longer', () => {
  const often = '/I'.repeat(DAYS);
  expect(DAYS).toBeGreaterThan(MOST_RUNS);
  const long = 'I'.repeat(SESSIONS);
  expect(SESSIONS).toBeGreaterThan(MOST_IN_A_RUN);
  for (const text of [often, long, 'L'.repeat(SESSIONS)])
    expect(countWords(text, new Map([[1, 300]]), DAYS - 1, DAYS - 1)).toEqual(
      countLetters(text, new Map([[1, 300]]), DAYS - 1, DAYS - 1),
    );
});

type Counted = { readonly rules: readonly number[]; readonly minutes: number; readonly enrolled: readonly number[] };

function countWords(text: string, late: ReadonlyMap<number, number>, asOfDay: number, countsTo: number): Counted {
  const draft = newDraft();
  const stretches = [{ from: 0, to: DAYS - 1, own: true, main: true, enrolled: true }];
  const stays = [{ school: 0, stretches, countsTo, marks: text, late }];
  foldChild(draft, { likeness: 0, stays, gaps: [], removals: [] }, [open], new Uint8Array(DAYS));
  const ground: Ground = {
    open: [open],
    usualDays: open,
    urns: Int32Array.of(900001),
    phaseOf: Int32Array.of(0),
    trustOf: Int32Array.of(0),
    authorityOf: Int32Array.of(0),
    regionOf: Int32Array.of(0),
    asOfDay,
    weekOf: weeksOfPlaces(7),
  };
  const counter = openCounter(ground, { schools: 1, likenesses: 1, phases: 1, trusts: 1, authorities: 1, regions: 1 });
  const rows = emptyChildRows(1, 1);
  clearChildRows(rows);
  counter.count(yearsOf(takeBytes(draft)), rows);
  const { first } = rows;
  return {
    rules: Array.from({ length: RULES }, (_, rule) => columnOfRule(rows, rule)[0] ?? 0),
    minutes: rows.minutes[0] ?? 0,
    enrolled: [first.possible[0] ?? 0, first.authorised[0] ?? 0, first.unauthorised[0] ?? 0],
  };
}

/** The same, letter by letter. */
function countLetters(text: string, late: ReadonlyMap<number, number>, asOfDay: number, countsTo: number): Counted {
  const rules = Array.from({ length: RULES }, () => 0);
  const counted = Array.from({ length: RULES }, () => 0);
  let minutes = 0;
  for (let pos = 0; pos < (asOfDay + 1) * 2; pos += 1) {
    const letter = text.charAt(pos) || ' ';
    const rule = OWN_RULE_OF[letter.charCodeAt(0)] ?? 0;
    rules[rule] = (rules[rule] ?? 0) + 1;
    if (pos >> 1 <= countsTo) counted[rule] = (counted[rule] ?? 0) + 1;
    if (letter === 'L') minutes += Math.min(MOST_LOST, MOST_MINUTES, late.get(pos) ?? 0);
  }
  const of = (...some: readonly number[]): number => some.reduce((sum, rule) => sum + (counted[rule] ?? 0), 0);
  const authorised = of(RULE.suspended, RULE.partTime, RULE.authorised);
  return {
    rules,
    minutes,
    enrolled: [of(RULE.attended, RULE.unauthorised) + authorised, authorised, of(RULE.unauthorised)],
  };
}
