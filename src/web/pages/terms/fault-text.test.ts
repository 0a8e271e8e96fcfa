import { expect, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import { speak } from '#language';
import { judgeTerms, type TypedTerm } from '#lost-learning';
import { faultText } from './fault-text.ts';

const year = academicYearStarting(2024);
const typed: readonly TypedTerm[] = [
  { first: '<b>', last: '' },
  { first: '2024-11-04', last: '2024-12-20' },
  { first: '2024-12-18', last: '2025-02-14' },
  { first: '2025-02-24', last: '2026-04-04' },
  { first: '2025-05-23', last: '2025-04-22' },
  { first: '2025-06-02', last: '2025-07-22' },
];

test('a page says of every date that cannot be used what the command line says, and says it in Arabic too', () => {
  const judged = judgeTerms(year, typed);
  const faults = judged.kind === 'faults' ? judged.faults : [];
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(
    new Set(['no-date', 'outside-year', 'backwards', 'same-week']),
  );
  expect(faults.map((fault) => faultText(fault, year))).toEqual(faults.map(({ problem }) => problem));
  for (const fault of faults) expect(speak('ar', () => faultText(fault, year))).toMatch(/\p{Script=Arabic}/u);
});
