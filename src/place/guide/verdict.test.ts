import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateText } from '../rate-text.ts';
import { printedAbove, printedMillions, printedNumber, printedWords, type Printed } from './printed.ts';
import type { Reading, ReadingKind } from './reading.ts';
import { agrees, verdictOf } from './verdict.ts';

function reading(value: number, error = 0, kind: ReadingKind = 'own'): Reading {
  const [low, high] = [value - error, value + error];
  return {
    value,
    low,
    high,
    kind,
    unit: 'percent',
    what: 'a made-up rate',
    error: '',
    steps: [],
    assumptions: [],
    parts: [],
    rows: [],
  };
}

function verdictOn(printed: Printed, own: Reading | undefined, others: readonly Reading[] = []): string {
  return verdictOf(printed, { kind: 'readings', own, others }).kind;
}

describe('the decimals that are printed are the precision that is claimed', () => {
  test.each([
    ['7.2', 7.15, 7.25],
    ['20', 19.5, 20.5],
    ['1.80', 1.795, 1.805],
    ['0.04', 0.035, 0.045],
  ])('%s is any number from %d to %d', (digits, low, high) => {
    const printed = printedNumber(digits, 'percent');
    expect(printed.low).toBeCloseTo(low, 10);
    expect(printed.high).toBeCloseTo(high, 10);
    expect(printed.text).toBe(`${digits}%`);
  });

  test('34 million is any from 33.5 to 34.5 million', () => {
    const printed = printedMillions('34', 'days');
    expect([printed.low, printed.high]).toEqual([33_500_000, 34_500_000]);
  });
});

describe('a verdict', () => {
  const printed = printedNumber('7.0', 'percent');

  test('agrees where the number would be printed so', () => {
    expect(verdictOn(printed, reading(7.04))).toBe('agrees');
    expect(verdictOn(printed, reading(6.951))).toBe('agrees');
  });

  test('says by how much it does not, and which way', () => {
    const verdict = verdictOf(printed, { kind: 'readings', own: reading(7.2), others: [reading(9, 0, 'part')] });
    expect(verdict).toMatchObject({ kind: 'does-not-agree', tried: 1 });
    expect(verdict.kind === 'does-not-agree' ? verdict.by : 0).toBeCloseTo(0.2, 10);
  });

  test('asks the guide’s own period first, then rounded rates, other periods, and parts', () => {
    const [rounded, period, part] = [reading(7, 0, 'rounded'), reading(7, 0, 'another-period'), reading(7, 0, 'part')];
    expect(verdictOn(printed, reading(7), [part, period, rounded])).toBe('agrees');
    expect(verdictOn(printed, reading(8), [part, period, rounded])).toBe('agrees-rounded');
    expect(verdictOn(printed, reading(8), [part, period])).toBe('agrees-another-period');
    expect(verdictOn(printed, reading(8), [part])).toBe('agrees-part');
    expect(verdictOn(printed, undefined, [period])).toBe('agrees-another-period');
  });

  test('is not given where nothing was found, and says why', () => {
    expect(verdictOn(printed, undefined)).toBe('cannot-be-computed');
    const why = { kind: 'none', reason: 'Not counted.', needed: 'A count.', instead: [] } as const;
    expect(verdictOf(printed, why)).toEqual({ kind: 'cannot-be-computed', reason: 'Not counted.', needed: 'A count.' });
  });

  test('of words that only say “more than” needs the whole range on one side', () => {
    const higher = printedAbove('higher', 'times', 1, '');
    expect(verdictOn(higher, reading(1.2, 0.1))).toBe('agrees');
    expect(verdictOn(higher, reading(1.05, 0.1))).toBe('cannot-be-told');
    expect(verdictOn(higher, reading(0.8, 0.1))).toBe('does-not-agree');
    // Another period that reaches across proves nothing either.
    expect(verdictOn(higher, reading(0.8, 0.1), [reading(1.05, 0.1, 'another-period')])).toBe('does-not-agree');
  });

  test('of words for a stretch of numbers counts the distance to its nearer end', () => {
    const double = printedWords('almost double', 'times', 1.75, 2, '');
    const by = (value: number): number => {
      const verdict = verdictOf(double, { kind: 'readings', own: reading(value), others: [] });
      return verdict.kind === 'does-not-agree' ? verdict.by : 0;
    };
    expect(by(1.5)).toBeCloseTo(-0.25, 10);
    expect(by(2.5)).toBeCloseTo(0.5, 10);
    expect(by(1.95)).toBe(0);
  });
});

const RATE = fc.double({ min: 0.001, max: 100, noNaN: true });
const ERROR = fc.double({ min: 0, max: 5, noNaN: true });
const DECIMALS = fc.integer({ min: 0, max: 3 });

describe('whatever the numbers', () => {
  test('a number agrees with its own printing', () => {
    fc.assert(
      fc.property(RATE, ERROR, DECIMALS, (value, error, decimals) => {
        const printed = printedNumber(rateText(value, decimals), 'percent');
        expect(verdictOn(printed, reading(value, error))).toBe('agrees');
      }),
    );
  });

  test('a range beyond what could be printed so does not agree', () => {
    fc.assert(
      fc.property(RATE, DECIMALS, ERROR, fc.boolean(), (value, decimals, error, above) => {
        const printed = printedNumber(rateText(value, decimals), 'percent');
        const gap = 0.5 * 10 ** -decimals + error + 0.001;
        const far = (printed.value ?? 0) + (above ? gap : -gap);
        expect(verdictOn(printed, reading(far, error))).toBe('does-not-agree');
      }),
    );
  });

  test('a wider error never turns yes into no', () => {
    fc.assert(
      fc.property(RATE, RATE, ERROR, ERROR, DECIMALS, (value, guide, error, more, decimals) => {
        const printed = printedNumber(rateText(guide, decimals), 'percent');
        const narrow = agrees(printed, reading(value, error));
        expect(narrow && !agrees(printed, reading(value, error + more))).toBe(false);
      }),
    );
  });

  test('other periods and parts change nothing where the guide’s own agrees, and never make “agrees” of what does not', () => {
    const others = fc.array(
      fc
        .tuple(RATE, fc.constantFrom<ReadingKind>('rounded', 'another-period', 'part'))
        .map(([v, k]) => reading(v, 0, k)),
    );
    fc.assert(
      fc.property(RATE, RATE, DECIMALS, others, (value, guide, decimals, beside) => {
        const printed = printedNumber(rateText(guide, decimals), 'percent');
        const own = reading(value, 0);
        expect(verdictOn(printed, own, beside) === 'agrees').toBe(agrees(printed, own));
      }),
    );
  });
});
