import { describe, expect, test } from 'vitest';
import { STRATIFIED_BY, type StratumRow } from '#lost-learning';
import { seededRandom } from '#kernel';
import { compareSchools, factorsOf, FEWEST_SCHOOLS, SCHOOL_MEASURES } from './school-comparison.ts';

const [persistent] = SCHOOL_MEASURES;

/** Schools whose pupils differ, and one of which has more absence than its pupils explain. */
function rowsOf(schools: number, more?: number): readonly StratumRow[] {
  const { next } = seededRandom(7);
  return Array.from({ length: schools }, (_, nth) => nth + 900_101).flatMap((urn) =>
    ['7', '8', '9'].flatMap((year_group) =>
      ['Y', 'N'].map((fsm): StratumRow => {
        const pupils = 40 + Math.floor(next() * 120);
        const chance = (fsm === 'Y' ? 0.3 : 0.1) * (urn === more ? 2 : 1);
        const cases = Array.from({ length: pupils }).filter(() => next() < chance).length;
        return { urn, year_group, sex: '', fsm, sen: 'N', pupils, persistent: cases, severe: 0 };
      }),
    ),
  );
}

function comparedOf(rows: readonly StratumRow[]) {
  const comparison = compareSchools(persistent, rows);
  if (comparison.kind === 'compared') return comparison;
  throw new Error(comparison.reason);
}

describe('schools beside what their own pupils would lead one to expect', () => {
  test('what is expected adds up to what was, over schools and over each factor', () => {
    const rows = rowsOf(8);
    const comparison = comparedOf(rows);
    const cases = rows.reduce((sum, row) => sum + (row.persistent ?? 0), 0);
    expect(comparison.schools.reduce((sum, school) => sum + school.expected, 0)).toBeCloseTo(cases, 6);
    for (const school of comparison.schools) {
      const levels = factorsOf(persistent, rows, school);
      for (const factor of STRATIFIED_BY) {
        const own = levels.filter((level) => level.factor === factor);
        const sum = (part: (level: (typeof own)[number]) => number): number =>
          own.reduce((total, level) => total + part(level), 0);
        expect(sum(({ expected }) => expected)).toBeCloseTo(school.expected, 6);
        expect([sum(({ cases: some }) => some), sum(({ pupils }) => pupils)]).toEqual([school.cases, school.pupils]);
        expect(sum(({ share }) => share)).toBeCloseTo(1, 9);
      }
    }
  });

  test('the school with twice the absence its pupils explain is the one that is found', () => {
    const comparison = comparedOf(rowsOf(12, 900_104));
    expect(comparison.schools.filter(({ reading }) => reading === 'more').map(({ urn }) => urn)).toEqual([900_104]);
  });

  test('years come in order of number, what is not known last', () => {
    const rows = rowsOf(4).map((row, nth) => ({ ...row, year_group: ['10', '9', '', '-1'][nth % 4] ?? '' }));
    const comparison = comparedOf(rows);
    const [school] = comparison.schools;
    const levels = school ? factorsOf(persistent, rows, school).filter(({ factor }) => factor === 'year_group') : [];
    expect(levels.map(({ level }) => level)).toEqual(['-1', '9', '10', '']);
  });

  test('few schools, or none with a case, are not compared, and the reason is a sentence', () => {
    const few = compareSchools(persistent, rowsOf(FEWEST_SCHOOLS - 1));
    expect(few.kind === 'cannot-compare' ? few.reason : '').toMatch(/^There are 3 schools .*itself\.$/);
    const none = compareSchools(
      persistent,
      rowsOf(5).map((row) => ({ ...row, persistent: 0 })),
    );
    expect(none.kind).toBe('cannot-compare');
    expect(compareSchools(persistent, []).kind).toBe('cannot-compare');
  });

  test('no school is given a place in an order', () => {
    const comparison = comparedOf(rowsOf(9));
    expect(JSON.stringify(comparison)).not.toMatch(/rank|position|percentile|decile/i);
  });
});
