import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oracleAbsence, oracleLedger, oracleRejections, readOracleArea } from './index.ts';

const folder = new URL('../example-area/', import.meta.url);
const areaFiles = readdirSync(new URL('area/', folder)).map((name) => ({
  name,
  text: readFileSync(new URL(`area/${name}`, folder), 'utf8'),
  receivedAt: '2025-11-01T12:00:00Z',
}));
const expected = (name: string): string => readFileSync(new URL(`expected/${name}`, folder), 'utf8');

describe('the oracle on the worked folder', () => {
  const area = readOracleArea(areaFiles);
  const q = { today: '2025-11-01' };

  it.each(['child', 'school', 'la', 'year-group', 'sex', 'sen', 'week', 'cause'] as const)('ledger by %s', (by) => {
    expect(oracleLedger(area, q, by)).toBe(expected(`ledger-by-${by}.csv`));
  });

  it('ledger as of a date', () => {
    const asOf = { ...q, asOf: '2024-12-20' };
    expect(oracleLedger(area, asOf, 'child')).toBe(expected('ledger-by-child-as-of-2024-12-20.csv'));
  });

  it('ledger as known at a date', () => {
    const known = { ...q, knownAt: '2025-02-01' };
    expect(oracleLedger(area, known, 'child')).toBe(expected('ledger-by-child-known-2025-02-01.csv'));
  });

  it.each(['enrolment', 'school'] as const)('absence by %s', (by) => {
    expect(oracleAbsence(area, q, by)).toBe(expected(`absence-by-${by}.csv`));
  });

  it('names each bad row', () => {
    const found = new Set(oracleRejections(area, q).map((r) => r.fault));
    expect(found).toContain('unknown-code');
    expect(found).toContain('date');
    expect(found).toContain('leaving-date');
  });
});
