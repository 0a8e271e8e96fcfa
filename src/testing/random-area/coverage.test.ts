import { describe, expect, it } from 'vitest';
import {
  oracleAbsence,
  oracleLedger,
  oracleOffRoll,
  oracleRejections,
  oracleStates,
  readOracleArea,
} from '../oracle/index.ts';
import { states } from '../oracle/types.ts';
import { randomArea, randomQuestion, today } from './index.ts';

const faults = [
  'upn',
  'unknown-school',
  'date',
  'recorded-at',
  'unknown-code',
  'not-in-force',
  'outside-spell',
  'session-not-open',
  'required',
  'not-in-list',
  'leaving-date',
  'minutes',
  'optional',
];

const outcomes = [
  'counted',
  'not-compulsory-age',
  'no-school-last-left',
  'ground',
  'destination-outside',
  'destination-unconfirmed',
  'short-gap',
];

/** In how many areas each thing occurs. */
const seeds = Array.from({ length: 100 }, (_, i) => i);
const seen = new Map<string, number>();
for (const seed of seeds) {
  const area = readOracleArea(randomArea(seed, { children: 10, days: 20 }));
  const inArea = new Set<string>();
  // Both years, so that both code sets count.
  for (const year of ['2023/24', '2024/25']) {
    const q = { today, year, asOf: `20${year.slice(5)}-08-31` };
    for (const child of oracleStates(area, q).values()) {
      for (const s of child.values()) {
        inArea.add(s.state).add(`cause ${s.cause}`);
        if (s.minutes === 180) inArea.add('180 minutes');
      }
    }
    for (const r of oracleRejections(area, q)) inArea.add(r.fault);
    for (const dates of oracleOffRoll(area, q).values()) for (const d of dates) inArea.add(d.outcome);
  }
  for (const thing of inArea) seen.set(thing, (seen.get(thing) ?? 0) + 1);
}

describe('what the random areas hold', () => {
  it.each([...states, ...faults, ...outcomes, '180 minutes'])('%s occurs', (thing) => {
    expect(seen.get(thing) ?? 0).toBeGreaterThanOrEqual(8);
  });

  it('gives the same files for the same seed', () => {
    expect(randomArea(7)).toEqual(randomArea(7));
    expect(randomArea(7)).not.toEqual(randomArea(8));
  });

  it('is mostly valid: figures of some size come out of most areas', () => {
    const withFigures = seeds.slice(0, 20).filter((seed) => {
      const area = readOracleArea(randomArea(seed));
      expect(area.refused).toEqual([]);
      const q = randomQuestion(seed);
      return (
        oracleLedger(area, { today: q.today }, 'child').split('\n').length > 4 &&
        oracleAbsence(area, q, 'enrolment') !== ''
      );
    });
    expect(withFigures.length).toBeGreaterThan(15);
  });
});
