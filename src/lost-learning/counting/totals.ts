import { WEEKS } from '../folded/open-year.ts';
import { RULES } from './letters.ts';
import { SCHOOL_CELLS, type Tally } from './tally.ts';

/** A tally with its schools’ weeks added up, both ways: what tables are made of. */
export type Totals = Omit<Tally, 'schoolWeeks' | 'weeksBeyond'> & {
  /** Sessions of a school’s own register by rule. */
  readonly schools: Float64Array<ArrayBuffer>;
  /** Sessions of children by week and rule. */
  readonly weeks: Float64Array<ArrayBuffer>;
};

/** Every cell is looked at once: a country has many millions, and many tables. */
export function totalsOf(sums: Tally | Totals): Totals {
  if ('weeks' in sums) return sums;
  const { schoolWeeks, weeksBeyond, ...others } = sums;
  const number = sums.schoolChildren.length;
  const schools = new Float64Array(number * RULES);
  const weeks = weeksBeyond.slice();
  for (let school = 0; school < number; school += 1) {
    for (let week = 0; week < WEEKS; week += 1) {
      for (let rule = 0; rule < RULES; rule += 1) {
        const sessions = schoolWeeks[school * SCHOOL_CELLS + week * RULES + rule] ?? 0;
        if (sessions === 0) continue;
        schools[school * RULES + rule] = (schools[school * RULES + rule] ?? 0) + sessions;
        weeks[week * RULES + rule] = (weeks[week * RULES + rule] ?? 0) + sessions;
      }
    }
  }
  return { ...others, schools, weeks };
}
