import { expect, test } from 'vitest';
import { additiveTable, type Standing } from './additive-table.ts';
import { auditProofs } from './audit.ts';
import type { Exposure } from './exposure.ts';
import { openProofs, setProof } from './proofs.ts';
import type { Move } from './swing.ts';

// Two parts and their total: 3 + 20 = 23, the parts hidden.
const exposure: Exposure = {
  table: additiveTable([3, 20, 23], [{ total: 2, parts: [0, 1] }]),
  standings: [],
  alsoGuarded: [],
  prices: new Float64Array(3).fill(1),
  crossing: undefined,
  largestHidden: 7,
  width: 5,
};
const hidden: readonly Standing[] = ['primary', 'secondary', 'printed'];
const move = (first: number, second: number): Move =>
  new Map([
    [0, first],
    [1, second],
  ]);

function audit(up: Move, down: Move, standings = hidden): string | undefined {
  const proofs = openProofs();
  for (const cell of [0, 1]) setProof(proofs, cell, { width: 5, strong: { up, down }, plain: undefined });
  return auditProofs(exposure, standings, proofs, []);
}

test('a sound proof is accepted', () => {
  expect(audit(move(4, -4), move(-1, 1))).toBeUndefined();
});

test.each([
  ['a swing too narrow', move(3, -3), move(-1, 1)],
  ['a count below 1', move(2, -2), move(-3, 3)],
  ['a primary count above 7', move(5, -5), new Map()],
  ['a sum that changes', move(4, -3), move(-1, 1)],
  ['half a person', move(3.5, -3.5), move(-1.5, 1.5)],
])('%s is not', (_, up, down) => {
  expect(audit(up, down)).toBeDefined();
});

test('a swing that needs a printed cell is not', () => {
  expect(audit(move(4, -4), move(-1, 1), ['primary', 'printed', 'printed'])).toBeDefined();
});

test('a hidden cell without a proof is not', () => {
  expect(auditProofs(exposure, hidden, openProofs(), [])).toBeDefined();
});
